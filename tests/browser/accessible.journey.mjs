// The page for people who see it large, hear it or use the keyboard alone: axe finds nothing, in any
// state and at two widths, and the whole way can be walked without a mouse.
import assert from 'node:assert/strict';
import { faults } from './faults.mjs';
import { deaths, file, monthly, trusts } from './files.mjs';
import { tabTo } from './keyboard.mjs';
import { open } from './page.mjs';
import { openChoices, unfold } from './studies.mjs';

const example = async (page) => {
  await page.click('::-p-text(Try it with an example)');
  await page.done();
};

const states = [
  ['at the start', async () => {}],
  ['with results, everything unfolded', async (page) => {
    await example(page);
    await page.frame.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.querySelector('summary').click();
    });
  }],
  ['with the choices open and cards unfolded', async (page) => {
    await example(page);
    await page.click('section[aria-labelledby="look-heading"] summary');
    await page.click('#measures-by-hand');
    await page.frame.waitForSelector('.em-shelf');
    await page.frame.evaluate(() => document.querySelectorAll('.em-shelf').forEach((each) => { each.open = true; }));
    await page.click('#measure-gini-index');
    await page.frame.waitForSelector('[data-measure="gini-index"]');
    await page.frame.evaluate(() => {
      for (const each of document.querySelectorAll('[data-measure]')) each.querySelector('summary').click();
    });
    await page.frame.waitForSelector('[data-measure="gini-index"] table');
  }],
  ...[['deaths by age', deaths], ['deaths by month', monthly]].map(([what, make]) =>
    [`with studies of ${what} unfolded`, async (page) => {
      await page.drop({ name: 'counts.csv', text: make().text });
      await page.done();
      await unfold(page);
    }]),
  ['with studies of organisations unfolded', async (page) => {
    await page.drop({ name: 'counts.csv', text: trusts().text });
    await page.done();
    await openChoices(page);
    await page.click('input[id^="further-"]');
    await page.frame.waitForFunction(() => document.querySelector('.em-results').innerText.includes('Organisations against the average'));
    await unfold(page);
  }],
  ['when it asks about a column', async (page) => {
    const rows = Array.from({ length: 40 }, (_, row) => `${1 + (row % 4)},${(row * 7) % 50}`);
    await page.upload(file('vague.csv', `x,y\n${rows.join('\n')}\n`));
    await page.frame.waitForSelector('select');
  }],
  ['when a file is refused', async (page) => {
    await page.upload(file('none.csv', ''));
    await page.error();
  }],
];

export const journeys = [
  ...[320, 1280].flatMap((width) => states.map(([what, reach]) => ({
    name: `axe finds nothing ${what}, ${width} px wide`,
    async run(started) {
      const page = await open(started, { width });
      await page.ready();
      await reach(page);
      assert.deepEqual(await faults(page), []);
      const wider = await page.frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `the page is ${wider} px wider than the window`);
      await page.tab.close();
    },
  }))),
  {
    name: 'an opened method shows its formula set, as part of the page',
    async run(started) {
      const page = await open(started, { width: 375 });
      await page.ready();
      await example(page);
      assert.equal(await page.frame.evaluate(() => document.querySelectorAll('math').length), 0);
      await page.frame.evaluate(() => document.querySelector('[data-measure="slope-index"] > summary').click());
      await page.frame.waitForSelector('[data-measure="slope-index"] math');
      const fraction = await page.frame.evaluate(() => {
        const shown = document.querySelector('[data-measure="slope-index"] mfrac');
        const [top, bottom] = [...shown.children].map((part) => part.getBoundingClientRect());
        return { place: shown.namespaceURI, isOver: top.bottom <= bottom.top + 1 };
      });
      assert.deepEqual(fraction, { place: 'http://www.w3.org/1998/Math/MathML', isOver: true });
      await page.close();
    },
  },
  {
    name: 'every chart has a name, a summary and a table',
    async run(started) {
      const page = await open(started);
      await page.ready();
      await example(page);
      const charts = await page.frame.evaluate(() => [...document.querySelectorAll('canvas')].map((canvas) => ({
        role: canvas.getAttribute('role'),
        name: document.getElementById(canvas.getAttribute('aria-labelledby'))?.innerText,
        summary: document.getElementById(canvas.getAttribute('aria-describedby'))?.innerText,
        table: Boolean(canvas.closest('figure, section')?.querySelector('table')),
      })));
      assert.ok(charts.length);
      for (const chart of charts) {
        assert.equal(chart.role, 'img');
        assert.ok(chart.name, 'a chart has no name');
        assert.ok(chart.summary && chart.summary.length <= 125, `summary: ${chart.summary}`);
        assert.ok(chart.table, 'a chart has no table beside it');
      }
      await page.close();
    },
  },
  {
    name: 'the keyboard alone leads from the start to the results and on',
    async run(started) {
      const page = await open(started);
      await page.ready();
      await tabTo(page, 'Try it with an example');
      await page.tab.keyboard.press('Enter');
      await page.done();
      await page.frame.waitForFunction(() => document.activeElement?.closest('.em-results'));
      await tabTo(page, 'CSV');
      const { bytes } = await page.saved(() => page.tab.keyboard.press('Enter'));
      assert.ok(bytes.length > 1000);
      await tabTo(page, 'How to read this', 80);
      await page.tab.keyboard.press('Enter');
      await page.frame.waitForFunction(() => /formula/i.test(document.querySelector('.em-results').innerText));
      await page.close();
    },
  },
];
