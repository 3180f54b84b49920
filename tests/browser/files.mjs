// Files for journeys, made here from a seed: nothing in them was anybody's.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedZip } from './zip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'equal-measure-'));

/** Writes a file into a folder of its own, so that no other browser reads it half written; gives its path. */
export function file(name, bytes) {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, bytes);
  return path;
}

/** A generator of numbers below `limit`, the same for the same seed (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A number that passes the NHS number's check, from nine digits. */
export function nhsNumber(nine) {
  const digits = String(nine).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? nhsNumber(nine + 1) : digits + check;
}

export const SURNAMES = ['Quillfeather', 'Brambleworth', 'Thistlemoor', 'Oakenhythe', 'Fennimarsh'];

/** A patient-level waiting list with NHS numbers, surnames, dates of birth and postcodes. */
export function patients(rows = 1000, seed = 11) {
  const below = numbers(seed);
  const ethnic = ['A', 'A', 'A', 'A', 'B', 'C', 'H', 'J', 'K', 'M', 'N', 'R', 'S', 'Z', '99', ''];
  const lines = ['NHS Number,Surname,DOB,Postcode,Sex,Ethnic Category,IMD Decile,Weeks Waiting'];
  const named = [];
  for (let row = 0; row < rows; row += 1) {
    const decile = 1 + below(10);
    const number = nhsNumber(400_000_000 + below(99_999_999));
    const surname = SURNAMES[below(SURNAMES.length)];
    const postcode = `ZZ${1 + below(9)} ${1 + below(9)}AA`;
    const born = `${String(1 + below(28)).padStart(2, '0')}/0${1 + below(9)}/19${40 + below(59)}`;
    named.push(number, postcode, born);
    lines.push([number, surname, born, postcode, 1 + below(2), ethnic[below(ethnic.length)], decile,
      below(40) + (11 - decile) * 2].join(','));
  }
  return { text: `${lines.join('\r\n')}\r\n`, secrets: [...new Set([...named, ...SURNAMES])] };
}

const part = (body) => `<?xml version="1.0"?>${body}`;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The smallest workbook: one sheet, with these texts shared and this many claimed. */
export function workbook({ claimed, texts = ['x'], cells }) {
  return storedZip({
    '[Content_Types].xml': part(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
    '_rels/.rels': part(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': part(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': part(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': part(`<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': part(`<sst xmlns="${MAIN}" count="${claimed}" uniqueCount="${claimed}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
  });
}

/** The head of an encrypted workbook: a compound file whose directory names its locked package. */
export function lockedWorkbook() {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write('EncryptionInfo', 1024, 'utf16le');
  bytes.write('EncryptedPackage', 1152, 'utf16le');
  return bytes;
}

export const AGES = ['0', '1-4', ...Array.from({ length: 17 }, (_, band) => `${5 * band + 5}-${5 * band + 9}`), '90+'];

/** Deaths by fifth, age and sex, and the rows as numbers; the deprived die younger. `ages` are its bands. */
export function deaths(ages = AGES, seed = 5) {
  const below = numbers(seed);
  const rows = [1, 2, 3, 4, 5].flatMap((fifth) => ages.flatMap((age) => ['Female', 'Male'].map((sex) => {
    const from = parseInt(age, 10);
    // Younger people live where it is more deprived.
    const people = Math.round((9000 + below(400)) * Math.exp(-from * (0.004 + 0.006 / fifth)));
    const risk = (0.0004 + 0.00004 * Math.exp(0.09 * from)) * (1.7 - fifth / 7) * (sex === 'Male' ? 1.3 : 1);
    return { fifth, age, sex, deaths: 12 + Math.round(people * Math.min(risk, 0.3)), people };
  })));
  const lines = rows.map((row) => [row.fifth, row.age, row.sex, row.deaths, row.people].join());
  return { rows, text: `IMD quintile,Age band,Sex,Deaths,Population\n${lines.join('\n')}\n` };
}

export const MONTHS = ['Apr-24', 'Jul-24', 'Oct-24', 'Jan-25', 'Apr-25', 'Jul-25'];

/** Deaths by fifth and month: the gap between the ends narrows in people and widens as a ratio. */
export function monthly(seed = 3) {
  const below = numbers(seed);
  const rows = MONTHS.flatMap((month, later) => [1, 2, 3, 4, 5].map((fifth) => {
    const [first, last] = [4000 - 500 * (fifth - 1), 2000 - 300 * (fifth - 1)];
    const deaths = Math.round(first + ((last - first) * later) / (MONTHS.length - 1)) + below(20);
    return { month, fifth, deaths, people: 200_000 };
  }));
  const lines = rows.map((row) => [row.month, row.fifth, row.deaths, row.people].join());
  return { rows, text: `Month,IMD quintile,Deaths,Population\n${lines.join('\n')}\n` };
}

/** Vaccinated people of fourteen trusts by fifth; the first trust lies far below the others. */
export function trusts(seed = 7) {
  const below = numbers(seed);
  const rows = Array.from({ length: 14 }, (_, place) => `Trust ${String.fromCharCode(65 + place)}`)
    .flatMap((trust, place) => [1, 2, 3, 4, 5].map((fifth) => {
      const people = 400 + 150 * place + below(60);
      const share = (trust === 'Trust A' ? 0.5 : 0.6) + 0.03 * (fifth - 3);
      return { trust, fifth, events: Math.round(people * share) + below(9) - 4, people };
    }));
  const lines = rows.map((row) => [row.trust, row.fifth, row.events, row.people].join());
  return { rows, text: `Provider,IMD quintile,Vaccinated,Population\n${lines.join('\n')}\n` };
}
