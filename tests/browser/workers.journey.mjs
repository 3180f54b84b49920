// A worker that fails, whatever the reason, leaves the page alive with a message and a way on.
import assert from 'node:assert/strict';
import { file, patients } from './files.mjs';
import { open } from './page.mjs';

/** Run in every document first: a worker that is handed `first.csv` does this as well. */
const sabotage = (deed) => `(() => {
  const inside = \`;{
    const first = (value) => value instanceof File ? value.name === 'first.csv'
      : Boolean(value) && typeof value === 'object' && Object.values(value).some(first);
    addEventListener('message', ({ data }) => { if (first(data)) { ${deed} } });
  }\`;
  const Honest = globalThis.Blob;
  globalThis.Blob = class extends Honest {
    constructor(parts, options) {
      super(/javascript/.test(options?.type ?? '') ? [...parts, inside] : parts, options);
    }
  };
})()`;

const deeds = [
  ['panics', 'setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); });'],
  ['runs out of memory', 'setTimeout(() => { throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded"); });'],
];

const goesOn = async (page) => {
  await page.upload(file('again.csv', patients(300).text));
  await page.done();
};

export const journeys = [
  ...deeds.map(([what, deed]) => ({
    name: `a worker that ${what} leaves a message and a way on`,
    async run(started) {
      const page = await open(started, { before: sabotage(deed) });
      await page.ready();
      await page.upload(file('first.csv', patients(300).text));
      assert.match(await page.error(), /stopped working/);
      await goesOn(page);
      await page.tab.close();
    },
  })),
  {
    name: 'a worker that loops is stopped within half a second',
    async run(started) {
      const page = await open(started, { before: sabotage('for (;;) {}') });
      await page.ready();
      await page.upload(file('first.csv', patients(300).text));
      await page.frame.waitForSelector('[data-action="stop"]');
      const took = await page.frame.evaluate(async () => {
        const start = performance.now();
        document.querySelector('[data-action="stop"]').click();
        while (document.querySelector('[data-action="stop"]')) {
          await new Promise((done) => requestAnimationFrame(done));
        }
        return performance.now() - start;
      });
      assert.ok(took <= 500, `stopping took ${took} ms`);
      await goesOn(page);
      await page.tab.close();
    },
  },
];
