// Files that come together: one is measured, and its codes are looked up in the other.
import assert from 'node:assert/strict';
import { open } from './page.mjs';

const AREAS = 50;
const code = (area) => `E010000${String(area).padStart(2, '0')}`;
const decile = (area) => 1 + Math.floor(area / 5);

/** Fifty small areas, five in each decile. */
const areas = {
  name: 'areas.csv',
  text: `LSOA code (2011),IMD Decile (where 1 is most deprived)\n${
    Array.from({ length: AREAS }, (_, area) => `${code(area)},${decile(area)}`).join('\n')}\n`,
};

/** Of 50 people in each area, more attend the less deprived the area is; the list knows no deprivation. */
const attended = (area) => 20 + 2 * decile(area);
const list = {
  name: 'list.csv',
  text: `Area code,Sex,Attended\n${Array.from({ length: AREAS * 50 }, (_, at) => {
    const [area, person] = [Math.floor(at / 50), at % 50];
    return `${code(area)},${person % 2 ? 'Female' : 'Male'},${person < attended(area) ? 'Yes' : 'No'}`;
  }).join('\n')}\n`,
};

/** 22 of 50 in the most deprived tenth, 40 of 50 in the least. */
const SHARES = [44, 80];

/** Seen of 1,000 in each fifth, 100 more each month. */
const month = (number) => ({
  name: `seen_2025-0${number}.csv`,
  text: `IMD quintile,Seen,Invited\n${[1, 2, 3, 4, 5].map((fifth) =>
    `${fifth},${100 * (number + fifth)},1000`).join('\n')}\n`,
});

const months = {
  name: 'of three months chosen together the latest is shown, and each of them can be',
  async run(started) {
    const page = await open(started);
    await page.ready();
    await page.drop([month(2), month(3), month(1)]);
    await page.done();
    const said = await page.text('main');
    assert.match(said, /3 files of the same columns are read one after the other/);
    assert.match(said, /2025 03/);
    for (const share of [40, 80]) assert.match(said, new RegExp(`${share}(\\.0)?%`));
    await page.close();
  },
};

export const journeys = [
  ['the list first', [list, areas]],
  ['the areas first', [areas, list]],
].map(([order, files]) => ({
  name: `small areas are looked up in a file that comes with the list: ${order}`,
  async run(started) {
    const page = await open(started);
    await page.ready();
    await page.drop(files);
    await page.frame.waitForSelector('html[data-done], html[data-error], [data-action="agree"]');
    if (await page.frame.$('html:not([data-done]) [data-action="agree"]')) await page.click('[data-action="agree"]');
    await page.done();
    const said = await page.text('main');
    assert.match(said, /Together with areas\.csv/);
    for (const share of SHARES) assert.match(said, new RegExp(`${share}(\\.0)?%`));
    assert.match(said, /comes? from areas\.csv, by the codes in “Area code”/);
    await page.close();
  },
})).concat(months);
