// Choosing measures and the form of the slope, by keyboard; every figure is worked out here as well.
import assert from 'node:assert/strict';
import { tabTo } from './keyboard.mjs';
import { open } from './page.mjs';

/** Vaccinated of 10,000 in each fifth, the most deprived first. */
const VACCINATED = [3000, 3900, 4100, 4200, 4300];
const RANKS = [0.1, 0.3, 0.5, 0.7, 0.9];
const FIFTHS = `IMD quintile,Vaccinated,Population\n${
  VACCINATED.map((events, place) => `${place + 1},${events},10000`).join('\n')}\n`;

const sum = (list) => list.reduce((total, each) => total + each, 0);
const shares = VACCINATED.map((events) => events / 10_000);
const mean = sum(shares) / 5;

/** The value at both ends of the straight line through five groups of one size. */
function ends(values) {
  const spread = sum(RANKS.map((rank) => (rank - 0.5) ** 2));
  const slope = sum(values.map((value, place) => (RANKS[place] - 0.5) * value)) / spread;
  return [sum(values) / 5 - slope / 2, sum(values) / 5 + slope / 2];
}

const [start, end] = ends(shares);
const [startOfLogs, endOfLogs] = ends(shares.map(Math.log)).map(Math.exp);
const apart = shares.flatMap((one) => shares.map((other) => Math.abs(one - other)));
const gini = sum(apart) / 50 / mean;

/** The name of a measure on the page and the first number under it. */
async function measure(page, name) {
  const found = await page.frame.waitForFunction((wanted) =>
    [...document.querySelectorAll('.em-measure')].find((each) => each.innerText.trim().startsWith(wanted)), {}, name);
  return found.asElement().evaluate((each) => ({
    name: each.querySelector('h3, h4, h5, h6').innerText.trim(),
    number: each.querySelector('.em-value').innerText.match(/^−?[\d.,]+/)[0].replace('−', '-'),
  }));
}

/** Compares a printed number to as many decimals as it is printed with. */
function same(printed, wanted) {
  const decimals = printed.split('.')[1]?.length ?? 0;
  assert.equal(printed, wanted.toFixed(decimals));
}

/** Opens every kind of measure. */
async function unfold(page) {
  await page.frame.waitForSelector('.em-shelf');
  await page.frame.evaluate(() => document.querySelectorAll('.em-shelf').forEach((each) => { each.open = true; }));
}

async function results(started) {
  const opened = await open(started);
  await opened.ready();
  await opened.drop({ name: 'fifths.csv', text: FIFTHS });
  await opened.done();
  return opened;
}

export const journeys = [
  {
    name: 'measures and the form of the slope are chosen by keyboard',
    async run(started) {
      const page = await results(started);
      const linear = await measure(page, 'Slope index of inequality (linear)');
      same(linear.number, 100 * (end - start));
      await page.frame.evaluate(() => document.querySelector('h1').focus());
      await page.frame.focus('section[aria-labelledby="look-heading"] summary');
      await page.tab.keyboard.press('Enter');

      await page.frame.waitForSelector('#slope-linear');
      await tabTo(page, 'Linear');
      await page.tab.keyboard.press('ArrowDown');
      const logarithmic = await measure(page, 'Slope index of inequality (logarithmic)');
      same(logarithmic.number, 100 * (endOfLogs - startOfLogs));
      assert.notEqual(logarithmic.number, linear.number);

      await tabTo(page, 'The ones we recommend');
      await page.tab.keyboard.press('ArrowDown');
      await page.frame.waitForSelector('.em-shelf');
      await tabTo(page, 'All groups (complex measures)');
      await page.tab.keyboard.press('Enter');
      await tabTo(page, 'Gini index');
      await page.tab.keyboard.press(' ');
      same((await measure(page, 'Gini index')).number, gini);
      // What was recommended is still there: choosing starts from it.
      await measure(page, 'Slope index of inequality (logarithmic)');

      const refused = await page.text('.em-refused');
      assert.match(refused, /Chance of a longer wait: .*would need the wait/);
      assert.doesNotMatch(refused, /Gini/);

      await tabTo(page, 'How to read this: Gini index', 200);
      await page.tab.keyboard.press('Enter');
      const card = await page.frame.waitForSelector('[data-measure="gini-index"] table');
      const rows = await card.evaluate((table) => [...table.tBodies[0].rows].map((row) =>
        [...row.cells].slice(1, 4).map((cell) => cell.innerText.trim())));
      assert.deepEqual(rows, VACCINATED.map((events) =>
        ['10,000', events.toLocaleString('en-GB'), `${(events / 100).toFixed(1)}%`]));
      await page.close();
    },
  },
  {
    name: 'an opened card shows where each group stands on the line',
    async run(started) {
      const page = await results(started);
      await page.click('[data-measure="slope-index"] summary');
      const table = await page.frame.waitForSelector('[data-measure="slope-index"] table');
      const rows = await table.evaluate((each) => [...each.tBodies[0].rows].map((row) =>
        [...row.cells].slice(-3).map((cell) => cell.innerText.trim())));
      assert.equal(rows.length, 5);
      rows.forEach(([share, rank, fitted], place) => {
        assert.equal(share, '20.0%');
        assert.equal(Number(rank), RANKS[place]);
        same(fitted.replace('%', ''), 100 * (start + (end - start) * RANKS[place]));
      });
      await page.close();
    },
  },
  {
    name: 'choosing a measure does not read the file again, and simulating ends',
    async run(started) {
      const page = await results(started);
      await page.frame.evaluate(() => {
        // Reading takes the results off the page, if only for a moment.
        globalThis.left = 0;
        new MutationObserver(() => { globalThis.left += document.querySelector('.em-results') ? 0 : 1; })
          .observe(document.body, { childList: true, subtree: true });
      });
      await page.click('section[aria-labelledby="look-heading"] summary');
      await page.click('#slope-simulated');
      const simulated = await measure(page, 'Slope index of inequality (linear, simulated interval)');
      same(simulated.number, 100 * (end - start));
      await page.click('#measures-by-hand');
      await unfold(page);
      await page.click('#measure-theil-index');
      await measure(page, 'Theil index');
      await page.click('#measures-recommended');
      await page.frame.waitForFunction(() => !document.querySelector('[data-measure="theil-index"]'));
      assert.equal(await page.frame.evaluate(() => globalThis.left), 0, 'the file was read again');
      await page.close();
    },
  },
];
