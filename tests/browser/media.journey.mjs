// The page as the system and the printer want it: dark, in forced colours, without motion, on paper.
import assert from 'node:assert/strict';
import { constants, inflateSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { faults } from './faults.mjs';
import { deaths } from './files.mjs';
import { open } from './page.mjs';
import { pictures, unfold } from './studies.mjs';

/** A system's wish: its media query, and the settings that make Firefox heed it. */
const DARK = { name: 'prefers-color-scheme', value: 'dark', settings: { 'layout.css.prefers-color-scheme.content-override': 0 } };
const FORCED = { name: 'forced-colors', value: 'active', settings: { 'browser.display.document_color_use': 2 } };
const STILL = { name: 'prefers-reduced-motion', value: 'reduce', settings: { 'ui.prefersReducedMotion': 1 } };

/** Runs `act` on a page with unfolded results, on a system with this wish. */
async function wishing(started, wish, act) {
  const { name, value, settings } = wish;
  // Chromium may be told at any time, and so draws anew; Firefox hears its settings when it starts.
  const own = started.name === 'firefox' ? await launch('firefox', settings) : started;
  try {
    const page = await open(own);
    await page.ready();
    await page.drop({ name: 'deaths.csv', text: deaths().text });
    await page.done();
    await unfold(page);
    const before = await pictures(page.frame);
    if (own === started) {
      const session = await page.tab.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    }
    await page.frame.waitForFunction((query) => matchMedia(query).matches, {}, `(${name}: ${value})`);
    await page.frame.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    await act(page, own === started ? before : null);
    await page.close();
  } finally {
    if (own !== started) await own.close();
  }
}

/** The ground that the page gives its charts. */
const ground = (page) => page.frame.$eval('canvas', (canvas) => getComputedStyle(canvas).backgroundColor);

/** Fails unless every canvas shows something on the page's ground, in other colours than before. */
async function redrawn(page, before) {
  const [after, colour] = [await pictures(page.frame), await ground(page)];
  assert.ok(after.length > 3, 'no charts');
  after.forEach((canvas, at) => {
    assert.ok(canvas.many > 2, 'a chart shows nothing');
    if (canvas.isFilled) assert.equal(canvas.corner, colour, 'a chart stands on another ground than its page');
    if (before) assert.notEqual(canvas.all, before[at].all, 'a chart was not drawn anew');
  });
}

/** The colour of a chart's dots on a light ground, which nothing else has. */
const DOTS = [0x12, 0x43, 0x6d];

/** The colours that a PDF fills anything with. */
function fills(pdf) {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch {
      return '';
    }
  });
  const colours = [...streams.join('\n').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)];
  return new Set(colours.map(([, ...parts]) => parts.map((part) => Math.round(255 * part)).join()));
}

export const journeys = [
  {
    name: 'in the dark everything keeps its contrast, and charts are drawn anew',
    run: (started) => wishing(started, DARK, async (page, before) => {
      assert.deepEqual(await faults(page, 'color-contrast'), []);
      await redrawn(page, before);
      assert.equal(await ground(page), 'rgb(18, 18, 18)');
    }),
  },
  {
    name: 'in forced colours everything is seen, charts in the system’s own colours',
    run: (started) => wishing(started, FORCED, async (page, before) => {
      // The file's name stands in the system's own colours for what is selected, which are not ours to choose.
      const theirs = 'color-contrast: .nhsuk-file-upload__status';
      assert.deepEqual((await faults(page, 'color-contrast')).filter((each) => each !== theirs), []);
      await redrawn(page, before);
      const same = await page.frame.evaluate(() => {
        const probe = document.createElement('p');
        document.body.append(probe);
        probe.style.cssText = 'color: CanvasText; background: Canvas';
        const { color, backgroundColor } = getComputedStyle(probe);
        const shown = getComputedStyle(document.querySelector('canvas'));
        return [shown.color === color, shown.backgroundColor === backgroundColor];
      });
      assert.deepEqual(same, [true, true]);
    }),
  },
  {
    name: 'nothing moves where motion is not wanted',
    run: (started) => wishing(started, STILL, async (page) => {
      const moving = await page.frame.evaluate(() => [...document.querySelectorAll('*')].filter((each) => {
        const style = getComputedStyle(each);
        return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
      }).map((each) => each.outerHTML.slice(0, 80)));
      assert.deepEqual(moving, []);
    }),
  },
  {
    name: 'on paper stand the results, their charts and the opened methods, and nothing to press',
    browsers: ['chromium'],
    async run(started) {
      const page = await open(started);
      await page.ready();
      await page.drop({ name: 'deaths.csv', text: deaths().text });
      await page.done();
      await page.frame.evaluate(() => document.querySelector('[data-measure="slope-index"] > summary').click());
      await page.frame.waitForSelector('[data-measure="slope-index"] math');
      await page.tab.emulateMediaType('print');
      const seen = await page.frame.evaluate(() => {
        const isSeen = (each) => each.checkVisibility() && each.getBoundingClientRect().width > 1;
        const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
        return {
          forms: all('input, select, button, progress').map((each) => each.outerHTML.slice(0, 80)),
          charts: all('.em-results canvas').length,
          formulae: all('[data-measure="slope-index"] math').length,
          wider: all('.em-results table').filter((table) =>
            table.getBoundingClientRect().right > document.documentElement.clientWidth).length,
          text: document.body.innerText,
        };
      });
      assert.deepEqual(seen.forms, []);
      assert.ok(seen.charts && seen.formulae, `${seen.charts} charts, ${seen.formulae} formulae`);
      assert.equal(seen.wider, 0, 'a table is wider than the paper');
      assert.match(seen.text, /Slope index of inequality/);
      assert.match(seen.text, /How these figures were made/);
      assert.doesNotMatch(seen.text, /What to measure|Choose file|Look further/);

      const printed = Buffer.from(await page.tab.pdf());
      const pages = printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 3, `only ${pages} page(s)`);
      assert.ok(fills(printed).has(DOTS.join()), 'no chart is printed');
      await page.close();
    },
  },
];
