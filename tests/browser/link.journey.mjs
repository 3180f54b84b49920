// A link may carry choices of grouping after `#`, and nothing else.
import assert from 'node:assert/strict';
import { file, patients } from './files.mjs';
import { open } from './page.mjs';
import { fileAddress, packedPage } from './tools.mjs';

export const journeys = [
  {
    name: 'a link asks for fifths, and says so; it cannot weaken protection',
    async run(started) {
      const address = `${fileAddress(packedPage())}#fifths&rule=none&<img src=x>`;
      const page = await open(started, { address });
      await page.ready();
      assert.match(await page.text('main'), /asks for deprivation in fifths\./);
      await page.upload(file('list.csv', patients().text));
      await page.done();
      const shown = await page.text('.em-results');
      assert.match(shown, /IMD fifth/);
      assert.match(shown, /NHS England/);
      assert.ok(!/Nothing is hidden or rounded/.test(shown));
      await page.close();
    },
  },
];
