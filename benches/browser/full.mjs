// Times a full answer on the page: counts of 200 organisations over 24 months by deprivation, every measure
// and study ticked. The time runs from ticking the last of them until the page stands with all results.
//
//   node full.mjs --page dist/index.html --data published.csv --node NODE_MODULES [--reps 5]
import { chromium, median, options, ready } from './browser.mjs';

const { page, close } = await chromium();
await page.goto(`file://${options.page}`);
const frame = await ready(page);
await (await frame.waitForSelector('input[type=file]')).uploadFile(options.data);
await frame.waitForSelector('html[data-done]', { timeout: 120000 });

const ticked = await frame.evaluate(async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (found) => { while (!found()) await drawn(); };
  const answered = () => until(() => document.documentElement.hasAttribute('data-done'));
  document.querySelector('#look-heading').closest('section').querySelector('summary').click();
  await until(() => document.querySelector('input[id^="further-"]'));
  const dividedBy = () => [...document.querySelectorAll('dt')]
    .find((term) => term.innerText.startsWith('Divided a second time'))?.nextElementSibling.innerText ?? '';
  for (const id of [...document.querySelectorAll('input[id^="further-"]')].map((box) => box.id)) {
    const box = document.getElementById(id);
    if (box.checked) continue;
    const before = dividedBy();
    box.click();
    await until(() => dividedBy() && dividedBy() !== before);
  }
  [...document.querySelectorAll('input[name="measures"]')].at(-1).click();
  await until(() => document.querySelector('input[id^="measure-"]'));
  const boxes = [...document.querySelectorAll('input[id^="measure-"]')].filter((box) => !/simulated/.test(box.id));
  for (const { id } of boxes) {
    const box = document.getElementById(id);
    if (box && !box.checked) { box.click(); await drawn(); await answered(); }
  }
  globalThis.last = boxes.at(-1).id;
  return boxes.length;
});

const times = [];
for (let rep = 0; rep < Number(options.reps ?? 5); rep += 1) {
  times.push(await frame.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const answered = async () => { do await drawn(); while (!document.documentElement.hasAttribute('data-done')); };
    document.getElementById(globalThis.last).click();
    await answered();
    const begun = performance.now();
    document.getElementById(globalThis.last).click();
    await answered();
    return performance.now() - begun;
  }));
}
await close();
console.log(`full answer in the browser: ${ticked} measures and studies, ${median(times).toFixed(0)} ms until drawn (${times.map((time) => time.toFixed(0)).join(', ')})`);
