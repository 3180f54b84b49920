// Wrong files: each ends in a named error or a stated limit, and the page still works after it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { file, lockedWorkbook, patients, workbook } from './files.mjs';
import { open } from './page.mjs';

const cell = (place, value) => `<c r="${place}" t="s"><v>${value}</v></c>`;
const whole = workbook({
  claimed: 4, texts: ['Sex', 'Seen', 'F', 'M'],
  cells: `<row r="1">${cell('A1', 0)}${cell('B1', 1)}</row>`,
});

const refused = [
  ['a PDF named .csv', 'letter.csv', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /PDF/],
  ['an empty file', 'empty.csv', () => '', /empty/],
  ['a header and nothing else', 'header.csv', () => 'sex,imd_decile,weeks_waiting\n', /no rows|rows under/],
  ['a zip cut short', 'short.xlsx', () => whole.subarray(0, whole.length / 2), /damaged/],
  ['a locked workbook', 'locked.xlsx', lockedWorkbook, /password/],
  ['a million lines after a quotation mark', 'quote.csv',
    () => `sex,weeks_waiting\nF,"4\n${'M,3\n'.repeat(1_000_000)}`, /quotation mark.*line 2/is],
  ['JSON that breaks off', 'broken.json', () => '[{"Sex": "F", "Seen": 3},', /JSON.*line 1/s],
  ['an archive of pictures', 'pictures.zip', () => readFileSync('tests/files/cases/pictures.zip'), /archive.*without a table/s],
  ['zero bytes in text', 'zeros.csv', () => Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(400), Buffer.from('\n2,3\n')]), /not text/],
  ['a workbook that lies about its texts', 'lie.xlsx',
    () => workbook({ claimed: 4294967295, cells: `<row r="1">${cell('A1', 4000000000)}</row>` }), /not opened|damaged/],
];

const stillWorks = async (page) => {
  await page.upload(file('after.csv', patients(300).text));
  await page.done();
};

export const journeys = [
  ...refused.map(([what, name, bytes, message]) => ({
    name: `${what} is refused, and the page goes on`,
    async run(started) {
      const page = await open(started);
      await page.ready();
      await page.upload(file(name, bytes()));
      assert.match(await page.error(), message);
      await stillWorks(page);
      await page.close();
    },
  })),
  {
    name: 'a file in UTF-16 is read',
    async run(started) {
      const page = await open(started);
      await page.ready();
      await page.upload(file('wide.csv', Buffer.from(`\ufeff${patients(300).text}`, 'utf16le')));
      await page.done();
      await page.close();
    },
  },
  {
    name: 'a hundred thousand columns are read and few are shown',
    async run(started) {
      const page = await open(started);
      await page.ready();
      const names = ['sex', 'imd_decile', 'weeks_waiting', ...Array.from({ length: 99_997 }, (_, place) => `c${place}`)];
      const row = (place) => [1 + (place % 2), 1 + (place % 10), 10 + place, ...Array(99_997).fill('1')].join();
      const rows = Array.from({ length: 20 }, (_, place) => row(place));
      await page.upload(file('columns.csv', `${[names.join(), ...rows].join('\n')}\n`));
      await page.done();
      const nodes = await page.frame.evaluate(() => document.querySelectorAll('*').length);
      assert.ok(nodes < 20_000, `${nodes} elements on the page`);
      await stillWorks(page);
      await page.close();
    },
  },
];
