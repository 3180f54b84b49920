// What people come for: the example, a published workbook, a patient-level file; and what they save.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { file, patients } from './files.mjs';
import { open } from './page.mjs';

const WORKBOOK = resolve('../shared/real/nhse_wlmds_demographics_summary.xlsx');

/** Presses a button by its words. */
async function press(page, words) {
  const button = await page.frame.waitForFunction((wanted) =>
    [...document.querySelectorAll('button')].find((each) => each.innerText.trim().startsWith(wanted)), {}, words);
  await button.asElement().click();
}

/** Saves by every button that saves, and gives all of it as one text. */
async function everythingSaved(page) {
  const words = await page.frame.$$eval('button', (list) =>
    list.map((each) => each.innerText.trim()).filter((each) => each.startsWith('Save')));
  assert.ok(words.length >= 3, `only ${words.length} ways to save`);
  const texts = [];
  for (const each of new Set(words)) {
    const { name, bytes } = await page.saved(() => press(page, each));
    assert.match(name, /SDC/, 'a saved file does not say that it is protected');
    texts.push(bytes.toString('latin1'));
  }
  return texts.join('\n');
}

export const journeys = [
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
      if (!existsSync(WORKBOOK)) {
        console.log('skipped: the workbook is not here');
        return;
      }
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
      await page.frame.waitForFunction(() => /59\.14/.test(document.querySelector('main').innerText), { timeout: 30_000 });
      const exact = await page.text('main');
      for (const figure of ['59.14', '61.01', '2.11', '2.00', '1.86']) {
        assert.ok(exact.includes(figure), `${figure} is not shown`);
      }
      await page.close();
    },
  },
];
