// Runs every journey in every browser. One line each; the last line counts them.
//
//   node tests/browser/run.mjs [--browser chromium|firefox] [part of a journey's name]
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from './browser.mjs';
import { foreignHosts } from './network_log.mjs';

const PATIENCE = 300_000;

const words = process.argv.slice(2);
const only = words[0] === '--browser' ? words.splice(0, 2)[1] : null;
const part = words[0] ?? '';

// A journey file's name ends so; it exports `journeys`, a list of {name, run, browsers?}.
const files = (await readdir(import.meta.dirname ?? new URL('.', import.meta.url)))
  .filter((name) => name.endsWith('.journey.mjs'))
  .sort();
const modules = await Promise.all(files.map((name) => import(`./${name}`)));
const journeys = modules.flatMap((module) => module.journeys).filter(({ name }) => name.includes(part));

// Browsers wait far more than they work, so both are driven at once.
const counts = await Promise.all((only ? [only] : ['chromium', 'firefox']).map(drive));
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

/** Runs every journey in one browser, one after another. */
async function drive(name) {
  let passed = 0;
  let failed = 0;
  const started = await launch(name);
  for (const journey of journeys) {
    if (journey.browsers && !journey.browsers.includes(name)) continue;
    const start = Date.now();
    const problem = await attempt(journey, started);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${problem ? 'FAILED' : 'ok'}  ${name}  ${journey.name}  (${seconds} s)`);
    if (problem) console.log(problem.stack ?? problem);
    if (problem) failed += 1;
    else passed += 1;
  }
  const hosts = foreignHosts(await started.close());
  if (name !== 'chromium') return { passed, failed };
  console.log(`${hosts.length ? 'FAILED' : 'ok'}  ${name}  its own log names no other host  ${hosts}`);
  if (hosts.length) failed += 1;
  else passed += 1;
  return { passed, failed };
}

async function attempt(journey, started) {
  const stop = new AbortController();
  const late = pause(PATIENCE, null, { signal: stop.signal })
    .then(() => { throw new Error(`not finished after ${PATIENCE} ms`); });
  try {
    await Promise.race([journey.run(started), late]);
    return null;
  } catch (error) {
    return error;
  } finally {
    stop.abort();
    late.catch(() => {});
    await closeTabs(started.browser);
  }
}

async function closeTabs(browser) {
  const [first, ...rest] = await browser.pages();
  for (const tab of rest) await tab.close().catch(() => {});
  await first?.goto('about:blank').catch(() => {});
}
