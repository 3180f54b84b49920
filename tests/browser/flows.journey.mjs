// What people come for: the example, a published workbook, a patient-level file; and what they save.
import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { file, patients } from './files.mjs';
import { open } from './page.mjs';

const WORKBOOK = resolve('tests/files/nhse-wlmds-2026-01-25.xlsx');

const shareOf = (group) => group.value.value.number;
const core20 = (section) => section.contrasts.find((each) => each.id === 'core20');

// Computed independently from the whole workbook: England, all providers, week ending 25 January 2026.
const FIGURES = [
  ['within-18', (section) => shareOf(section.groups[0]), '59.1425'],
  ['within-18', (section) => shareOf(section.groups[9]), '61.0143'],
  ['over-52', (section) => shareOf(section.groups[0]), '2.1064'],
  ['over-52', (section) => shareOf(section.groups[9]), '2.0008'],
  ['over-52', (section) => shareOf(core20(section).worse_off), '2.0674'],
  ['over-52', (section) => shareOf(core20(section).better_off), '2.0566'],
  ['over-52', (section) => core20(section).ratio.value.number / 100, '1.0052'],
];

/** Presses the first button that says this. */
async function press(page, words) {
  const button = await page.frame.waitForFunction((wanted) =>
    [...document.querySelectorAll('button')].find((each) => each.innerText.trim().includes(wanted)), {}, words);
  await button.asElement().click();
}

/** Saves by every button that saves, and gives all of it as one text. */
async function everythingSaved(page) {
  const words = await page.frame.$$eval('button', (list) =>
    list.map((each) => each.innerText.trim().split('\n')[0]).filter((each) => each.startsWith('Save')));
  assert.ok(words.length >= 3, `only ${words.length} ways to save`);
  const texts = [];
  // What a later button saves may bear the same name as what an earlier one did.
  const empty = async () => Promise.all((await readdir(page.downloads))
    .filter((name) => name.includes('SDC')).map((name) => rm(join(page.downloads, name))));
  for (const each of new Set(words)) {
    await empty();
    const { name, bytes } = await page.saved(() => press(page, each));
    assert.match(name, /SDC/, 'a saved file does not say that it is protected');
    texts.push(bytes.toString('latin1'));
  }
  return texts.join('\n');
}

/** The same table in each format that is read whole. */
const FORMATS = ['xls', 'xlsb', 'ods', 'json', 'ndjson', 'gz', 'zip'];

export const journeys = [
  {
    name: 'a table is read alike in every format',
    async run(started) {
      const said = [];
      for (const format of FORMATS) {
        const page = await open(started);
        await page.ready();
        await page.upload(resolve(`tests/files/cases/uptake.${format}`));
        await page.done();
        said.push((await page.text('.em-results')).replaceAll(`uptake.${format}`, 'uptake'));
        await page.close();
      }
      assert.match(said[0], /Vaccinated/);
      assert.match(said[0], /4(\.0)?%/);
      const headline = (text) => text.split('\n').find((line) => line.includes('%'));
      assert.deepEqual(said.map(headline), said.map(() => headline(said[0])));
    },
  },
  {
    name: 'the example leads to a headline, a chart and a table',
    async run(started) {
      const page = await open(started);
      await page.ready();
      await press(page, 'Try it with an example');
      await page.done();
      assert.match(await page.text('.em-results'), /\d+(\.\d+)?%/);
      assert.ok(await page.frame.$('canvas[role="img"]'), 'no chart');
      assert.ok(await page.frame.$('table'), 'no table');
      await page.close();
    },
  },
  {
    name: 'a patient-level file gives results and keeps no name or number',
    async run(started) {
      const { text, secrets } = patients();
      const page = await open(started);
      await page.ready();
      await page.drop({ name: 'Waiting list.csv', text });
      await page.done();
      const shown = await page.frame.evaluate(() => document.documentElement.outerHTML);
      const saved = await everythingSaved(page);
      for (const secret of secrets) {
        assert.ok(!shown.includes(secret), `${secret} stands in the page`);
        assert.ok(!saved.includes(secret), `${secret} stands in a saved file`);
      }
      assert.match(shown, /NHS Number/, 'the page does not say which columns were dropped');
      await page.close();
    },
  },
  {
    name: 'a published workbook gives its figures, protected and without a rule',
    async run(started) {
      const page = await open(started);
      await page.ready();
      await page.upload(WORKBOOK);
      await page.done();
      const shown = await page.text('main');
      assert.match(shown, /708,780/);
      assert.match(shown, /25 January 2026/);
      await page.frame.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
      await page.click('input[name="rule"][value="none"]');
      await page.click('input#acknowledge, input[name="acknowledge"]');
      await page.frame.waitForFunction(() => document.querySelector('.em-results').innerText.includes('Nothing is hidden or rounded'));
      const { bytes } = await page.saved(() => press(page, 'as JSON'));
      const { sections } = JSON.parse(bytes);
      for (const [indicator, place, figure] of FIGURES) {
        const section = sections.find((each) => each.indicator_id.includes(indicator));
        assert.equal((100 * place(section)).toFixed(4), figure);
      }
      await page.close();
    },
  },
];
