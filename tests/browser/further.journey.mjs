// Looking further: a table of counts by age, deprivation and month, and what ticking and unticking does.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { open } from './page.mjs';

const MONTHS = ['Apr-25', 'May-25', 'Jun-25'];
const AGES = ['0-17', '18-39', '40-64', '65-79', '80+'];

function counts() {
  const lines = ['Month,IMD decile,Age band,Provider,Number of events,Population'];
  MONTHS.forEach((month, later) => {
    for (let decile = 1; decile <= 10; decile += 1) {
      AGES.forEach((age, older) => {
        const events = 100 + 40 * older + 6 * (11 - decile) + 5 * later;
        lines.push([month, decile, age, decile % 2 ? 'North Trust' : 'South Trust', events, 4000 - 300 * older].join(','));
      });
    }
  });
  return `${lines.join('\n')}\n`;
}

/** Every box of "Look further": its words and whether it is ticked. */
const boxes = (page) => page.frame.$$eval('input[id^="further-"]', (list) => list.map((box) => ({
  id: box.id, words: box.labels[0].innerText.trim(), ticked: box.checked,
})));

/** Counts, in the page, how often a result has come to be shown. */
const countResults = (page) => page.frame.evaluate(() => {
  globalThis.results = 0;
  const shown = () => { if ('done' in document.documentElement.dataset) globalThis.results += 1; };
  new MutationObserver(shown).observe(document.documentElement, { attributeFilter: ['data-done'] });
});

/** Clicks the box with these words, waits for the next result, and gives what is saved of it. */
async function turn(page, words) {
  const box = (await boxes(page)).find((each) => each.words.startsWith(words));
  assert.ok(box, `no box says ${words}`);
  const before = await page.frame.evaluate(() => globalThis.results);
  await page.click(`label[for="${box.id}"]`);
  await page.frame.waitForFunction((results) => globalThis.results > results, {}, before);
  return { ...await saved(page), text: await page.text('.em-results') };
}

async function saved(page) {
  const button = await page.frame.waitForFunction(() => [...document.querySelectorAll('button')]
    .find((each) => each.innerText.includes('as JSON')));
  const { name, bytes } = await page.saved(() => button.asElement().click());
  // The next one bears the same name.
  await rm(join(page.downloads, name));
  const { recipe, ledger } = JSON.parse(bytes);
  const crossings = recipe.crossings.map(({ by }) => by.map((each) => each.column).join(' and '));
  return { crossings: crossings.sort(), used: ledger.used.number };
}

export const journeys = [{
  name: 'looking further: ages, months and places are ticked and unticked',
  async run(started) {
    const page = await open(started);
    await page.ready();
    await page.drop({ name: 'counts.csv', text: counts() });
    await page.done();
    // Months and ages are counted from the start: rows of every month are used.
    assert.deepEqual(await saved(page), { crossings: ['Age band', 'Month'], used: 150 });
    await page.frame.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
    await page.frame.waitForSelector('#further-0');
    assert.deepEqual((await boxes(page)).map(({ words, ticked }) => [words, ticked]), [
      ['Take age into account (Age band)', true],
      ['Over time (Month)', true],
      ['By organisation (Provider)', false],
      ['Within groups of Deprivation (IMD decile)', false],
    ]);

    // Without months the rows of the latest alone are used, and they are back when it is ticked again.
    await countResults(page);
    const latest = await turn(page, 'Over time');
    assert.deepEqual([latest.crossings, latest.used], [['Age band'], 50]);
    const again = await turn(page, 'Over time');
    assert.deepEqual([again.crossings, again.used], [['Age band', 'Month'], 150]);
    assert.notEqual(latest.text, again.text, 'the results say the same with and without months');

    // Ages and places divide the rows that are there: what is used stays.
    const without = await turn(page, 'Take age into account');
    assert.deepEqual([without.crossings, without.used], [['Month'], 150]);
    const places = await turn(page, 'By organisation');
    assert.deepEqual([places.crossings, places.used], [['Month', 'Provider'], 150]);
    await page.close();
  },
}];
