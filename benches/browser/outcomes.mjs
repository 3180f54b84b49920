// Times a file with twelve columns of yes and no against the same with one: each is read once for all of them.
//
//   node outcomes.mjs --page dist/index.html --data one.csv --against twelve.csv --node NODE_MODULES [--reps 5]
import { chromium, median, options, ready } from './browser.mjs';

/** Milliseconds from the file's coming until the page stands with its answer. */
async function time(data) {
  const { page, close } = await chromium();
  await page.goto(`file://${options.page}`);
  const frame = await ready(page);
  // The worker rehearses first, as it does while somebody looks for a file.
  await new Promise((done) => setTimeout(done, 1500));
  const input = await frame.waitForSelector('input[type=file]');
  const begun = performance.now();
  await input.uploadFile(data);
  await frame.waitForSelector('html[data-done]', { timeout: 120000 });
  const taken = performance.now() - begun;
  await close();
  return taken;
}

const times = { one: [], twelve: [] };
for (let rep = 0; rep < Number(options.reps ?? 5); rep += 1) {
  times.one.push(await time(options.data));
  times.twelve.push(await time(options.against));
}
const [one, twelve] = [median(times.one), median(times.twelve)];
console.log(`${options.name}: one outcome ${one.toFixed(0)} ms, twelve ${twelve.toFixed(0)} ms, ${(twelve / one).toFixed(2)} times`);
