// Times an answer of many organisations on the page under the default rule: how long from a changed choice until
// the page stands again, the longest that the page could not answer meanwhile, and the most memory it took.
//
//   node large.mjs --page dist/index.html --data published.csv --node NODE_MODULES [--reps 5]
import { chromium, median, options, ready } from './browser.mjs';

const { page, memory, close } = await chromium();
const blank = memory();
await page.goto(`file://${options.page}`);
const frame = await ready(page);
const begun = performance.now();
await (await frame.waitForSelector('input[type=file]')).uploadFile(options.data);
await frame.waitForSelector('html[data-done]', { timeout: 120000 });
const first = performance.now() - begun;

// A clock in the page: what keeps it from ticking keeps the page from answering.
await frame.evaluate(() => {
  globalThis.tick = () => {
    const now = performance.now();
    globalThis.gap = Math.max(globalThis.gap ?? 0, now - (globalThis.before ?? now));
    globalThis.before = now;
    setTimeout(globalThis.tick, 0);
  };
  globalThis.drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  globalThis.answered = async () => {
    do await globalThis.drawn(); while (!document.documentElement.hasAttribute('data-done'));
  };
  globalThis.tick();
  document.querySelector('#look-heading').closest('section').querySelector('summary').click();
});

/** Clicks what is found by a selector, and waits for the answer. */
const click = (selector) => frame.evaluate(async (wanted) => {
  globalThis.gap = 0;
  const from = performance.now();
  document.querySelector(wanted).click();
  await globalThis.answered();
  return { time: performance.now() - from, gap: globalThis.gap };
}, selector);

const boxes = await frame.$$eval('input[id^="further-"]', (all) => all.map((box) => [box.id, box.checked]));
const divided = [];
for (const [id, checked] of boxes) if (!checked) divided.push((await click(`[id="${id}"]`)).time);

const runs = [];
for (let rep = 0; rep < Number(options.reps ?? 5); rep += 1) {
  runs.push(await click('input[name="measures"]:not(:checked)'));
}
const used = (memory() - blank) / 1e6;
await close();
const whole = (list) => list.map((number) => number.toFixed(0)).join(', ');
console.log(`${options.name}: first answer ${whole([first])} ms; divided further ${whole(divided)} ms; `
  + `answered anew in ${whole([median(runs.map((run) => run.time))])} ms (${whole(runs.map((run) => run.time))}); `
  + `longest gap ${whole([Math.max(...runs.map((run) => run.gap))])} ms; ${whole([used])} MB above a blank page`);
