// The smallest zip there is: parts stored as they are. Enough for a workbook made in a test.

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const short = (value) => { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes; };
const long = (value) => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };

/** A zip of `{path: text}`, in order, nothing packed. */
export function storedZip(parts) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(text);
    const facts = [short(20), short(0), short(0), short(0), short(33), long(checksum(bytes)),
      long(bytes.length), long(bytes.length), short(name.length), short(0)];
    const local = Buffer.concat([long(0x04034b50), ...facts, name, bytes]);
    directory.push(Buffer.concat([long(0x02014b50), short(20), ...facts, short(0), short(0), short(0),
      long(0), long(offset), name]));
    body.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = short(directory.length);
  return Buffer.concat([...body, index, long(0x06054b50), short(0), short(0), count, count,
    long(index.length), long(offset), short(0)]);
}
