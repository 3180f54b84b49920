// What was saved is remembered while the page is open: the next answer tells nothing beside it.
import assert from 'node:assert/strict';
import { open } from './page.mjs';

/** Two providers; few people in each tenth went to the second. */
const ROWS = Array.from({ length: 620 }, (_, row) => [
  1 + (row % 10), row % 31 === 0 ? 'South Clinic' : 'North Clinic', row % 3 ? 'N' : 'Y',
].join());
const LIST = `IMD decile,Provider,Seen\n${ROWS.join('\n')}\n`;
const COARSER = 'More groups are shown together than this question alone would need';

const said = (page) => page.frame.evaluate(() => document.body.innerText);

async function narrow(page) {
  await page.frame.evaluate(() => document.querySelector('#look-heading').closest('section').querySelector('summary').click());
  const choice = await page.frame.waitForSelector('select[id^="only-"]');
  await choice.select('North Clinic');
  const narrowed = () => document.querySelector('.em-results')?.textContent.includes('North Clinic');
  await page.frame.waitForFunction(narrowed);
  await page.done();
}

async function list(started) {
  const page = await open(started);
  await page.ready();
  await page.drop({ name: 'list.csv', text: LIST });
  await page.done();
  return page;
}

export const journeys = [
  {
    name: 'an answer beside a saved one is made coarser, and says so',
    async run(started) {
      const page = await list(started);
      const { bytes } = await page.saved(() => page.click('[data-save="csv"]'));
      assert.ok(bytes.length > 0);
      await narrow(page);
      assert.ok((await said(page)).includes(COARSER));
      assert.ok((await said(page)).includes('remembered while this page is open'));
      await page.close();
    },
  },
  {
    name: 'an answer beside one that the browser printed is made coarser too',
    async run(started) {
      const page = await list(started);
      await page.frame.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await narrow(page);
      assert.ok((await said(page)).includes(COARSER));
      await page.close();
    },
  },
  {
    name: 'an answer beside one that was only looked at is not',
    async run(started) {
      const page = await list(started);
      await narrow(page);
      assert.ok(!(await said(page)).includes(COARSER));
      await page.close();
    },
  },
];
