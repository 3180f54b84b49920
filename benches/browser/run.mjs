// Times one job cold: a waiting-list extract of a million rows is handed to the page, the result stands
// in it. Every contender in turn, a new browser and profile each time; medians and ratios printed.
//
//   node run.mjs --page dist/index.html --data extract.csv --node NODE_MODULES [--reps 5]
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium, load, median, options, ready } from './browser.mjs';
import { contenders } from './contenders.mjs';

const esbuild = await load('esbuild');
const reps = Number(options.reps ?? 5);

const duckdb = (await esbuild.build({
  stdin: { contents: "export * from '@duckdb/duckdb-wasm';", resolveDir: options.node },
  bundle: true, format: 'esm', minify: true, write: false,
})).outputFiles[0].contents;

const types = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
const server = http.createServer((request, response) => {
  const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
  if (request.url === '/page') return send('text/html', fs.readFileSync(options.page));
  if (request.url === '/duckdb.js') return send('text/javascript', duckdb);
  const contender = contenders.find((each) => each.path === request.url);
  if (contender) return send('text/html', contender.html);
  const file = path.join(options.node, request.url.replace(/^\/node\//, ''));
  if (request.url.startsWith('/node/@duckdb/') && fs.existsSync(file)) {
    return send(types[file.split('.').pop()] ?? 'text/plain', fs.readFileSync(file));
  }
  return response.writeHead(404).end();
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

async function once(contender) {
  const { page, close } = await chromium();
  try {
    await page.evaluateOnNewDocument(() => {
      const clock = (globalThis.clock = {});
      addEventListener('change', (event) => { if (event.target?.type === 'file') clock.start ??= performance.now(); }, true);
      new MutationObserver(() => {
        const state = document.documentElement?.dataset;
        if (state?.ready !== undefined) clock.ready ??= performance.timeOrigin + performance.now();
        if (clock.start && state?.done !== undefined) clock.end ??= performance.now();
        if (clock.start && state?.error !== undefined) clock.error ??= state.error;
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const opened = Date.now();
    await page.goto(`http://127.0.0.1:${server.address().port}${contender.path}`);
    const frame = await ready(page);
    const input = await frame.waitForSelector('input[type=file]');
    // Nobody drops a file in the instant that the page is ready.
    await new Promise((done) => setTimeout(done, 500));
    await input.uploadFile(options.data);
    await frame.waitForFunction(() => globalThis.clock.end || globalThis.clock.error, { timeout: 120000, polling: 50 });
    const clock = await frame.evaluate(() => globalThis.clock);
    if (clock.error) throw new Error(`${contender.name}: ${clock.error}`);
    return { job: clock.end - clock.start, ready: clock.ready - opened, deciles: await contender.deciles(frame) };
  } finally {
    await close();
  }
}

const times = new Map(contenders.map(({ name }) => [name, []]));
const found = new Map();
for (let rep = 0; rep < reps; rep += 1) {
  for (const contender of contenders) {
    const run = await once(contender);
    times.get(contender.name).push(run);
    if (run.deciles) found.set(contender.name, run.deciles);
  }
}
server.close();

// The page shows counts rounded to five under its default rule; the peer's exact counts must round to them.
const rounded = (list) => JSON.stringify(list.map(([label, ...counts]) => [label, ...counts.map((count) => 5 * Math.round(count / 5))])
  .sort((a, b) => Number(a[0]) - Number(b[0])));
const same = rounded(found.get('DuckDB-WASM')) === rounded(found.get('Equal Measure'));
const job = (name) => median(times.get(name).map((run) => run.job));
for (const { name } of contenders) {
  const list = times.get(name);
  console.log(`${name.padEnd(14)} job ${job(name).toFixed(0).padStart(6)} ms (${list.map((run) => run.job.toFixed(0)).join(', ')})  ready ${median(list.map((run) => run.ready)).toFixed(0)} ms`);
}
console.log(`Equal Measure takes ${(job('Equal Measure') / job('read only')).toFixed(2)} times as long as reading alone`);
console.log(`Equal Measure is ${(job('DuckDB-WASM') / job('Equal Measure')).toFixed(2)} times as fast as DuckDB-WASM`);
console.log(same ? 'The deciles agree.' : `The deciles differ:\n${rounded(found.get('DuckDB-WASM'))}\n${rounded(found.get('Equal Measure'))}`);
process.exit(same ? 0 : 1);
