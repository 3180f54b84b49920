// The pages that are timed against each other. Each has a file input, says when it is ready, and says
// when the result stands in the page.

const page = (script) => `<!doctype html><meta charset="utf-8"><title>bench</title>
<input type="file" id="file"><pre id="out"></pre><script type="module">${script}</script>`;

const readOnly = `
const worker = new Worker(URL.createObjectURL(new Blob([\`
onmessage = async ({ data: file }) => {
  const reader = file.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(1 << 20), bytes = 0;
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    bytes += value.length;
    buffer = value.buffer;
  }
  postMessage(bytes);
};\`])));
worker.onmessage = ({ data }) => {
  document.getElementById('out').textContent = data;
  document.documentElement.dataset.done = '1';
};
document.getElementById('file').onchange = (event) => worker.postMessage(event.target.files[0]);
document.documentElement.dataset.ready = '1';`;

const duckdb = `
import * as duckdb from '/duckdb.js';
const worker = new Worker('/node/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js');
const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
await db.instantiate('/node/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
await db.open({});
const connection = await db.connect();
document.getElementById('file').onchange = async (event) => {
  try {
    await db.registerFileHandle('f.csv', event.target.files[0], duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    await connection.query(\`CREATE TEMP TABLE t AS SELECT imd_decile AS imd,
      CASE WHEN ethnic_category IN ('A','B','C') THEN 'White' WHEN ethnic_category IN ('D','E','F','G') THEN 'Mixed'
           WHEN ethnic_category IN ('H','J','K','L') THEN 'Asian' WHEN ethnic_category IN ('M','N','P') THEN 'Black'
           WHEN ethnic_category IN ('R','S') THEN 'Other' ELSE 'Unknown' END AS ethnic,
      provider, weeks_waiting AS weeks FROM read_csv('f.csv', header=true) WHERE weeks_waiting IS NOT NULL\`);
    const rows = await connection.query(\`SELECT CASE WHEN grouping(imd)=0 THEN 'imd' WHEN grouping(ethnic)=0 THEN 'ethnic' ELSE 'provider' END AS dimension,
      coalesce(CAST(imd AS VARCHAR), ethnic, provider) AS label, CAST(count(*) AS DOUBLE) AS n,
      CAST(count(*) FILTER (WHERE weeks > 18) AS DOUBLE) AS over, CAST(median(weeks) AS DOUBLE) AS median
      FROM t GROUP BY GROUPING SETS ((imd),(ethnic),(provider))\`);
    const list = rows.toArray().map((row) => [row.dimension, row.label, row.n, row.over, row.median]);
    globalThis.result = list;
    document.getElementById('out').textContent = JSON.stringify(list);
    document.documentElement.dataset.done = '1';
  } catch (error) { document.documentElement.dataset.error = String(error); }
};
document.documentElement.dataset.ready = '1';`;

// What each contender found for the deciles, as [label, n, over 18 weeks], to be compared.
export const contenders = [
  { name: 'read only', path: '/read', html: page(readOnly), deciles: async () => null },
  {
    name: 'DuckDB-WASM',
    path: '/duckdb',
    html: page(duckdb),
    deciles: (frame) => frame.evaluate(() => globalThis.result
      .filter(([dimension, label]) => dimension === 'imd' && label)
      .map(([, label, n, over]) => [String(label), n, over])),
  },
  {
    name: 'Equal Measure',
    path: '/page',
    html: null,
    deciles: (frame) => frame.evaluate(() => {
      const number = (text) => Number(text.replaceAll(',', ''));
      const table = [...document.querySelectorAll('.em-results table')].find((each) => each.querySelectorAll('tbody tr').length >= 10);
      const names = [...table.querySelectorAll('thead th')].map((cell) => cell.textContent.trim().toLowerCase());
      const people = names.findIndex((name) => name.startsWith('people'));
      const events = names.findIndex((name) => /with the outcome|^events/.test(name));
      return [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()))
        .filter(([label]) => /^\d+/.test(label))
        .map((cells) => [cells[0].match(/^\d+/)[0], number(cells[people]), number(cells[events])]);
    }),
  },
];
