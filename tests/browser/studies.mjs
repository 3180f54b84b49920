// Studies as they stand on the page: found by name, unfolded, their tables read.
import assert from 'node:assert/strict';

/** Lifts the protection, and says that this is known, as somebody with published figures does. */
export async function withoutRule(page) {
  await openChoices(page);
  await page.click('input[name="rule"][value="none"]');
  await page.click('input#acknowledge, input[name="acknowledge"]');
  await page.frame.waitForFunction(() => document.querySelector('.em-results').innerText.includes('Nothing is hidden or rounded'));
}

/** Unfolds step 3. */
export const openChoices = (page) => page.frame.evaluate(() => {
  document.querySelectorAll('section[aria-labelledby="look-heading"] details').forEach((each) => { each.open = true; });
});

/** Unfolds everything in the results, and what stands folded in it. */
export async function unfold(page) {
  for (let folded = 1; folded; ) {
    folded = await page.frame.evaluate(async () => {
      const shut = [...document.querySelectorAll('.em-results details:not([open])')];
      for (const each of shut) each.open = true;
      // What is unfolded for the first time is made then.
      for (let pictures = 0; pictures < 3; pictures += 1) await new Promise(requestAnimationFrame);
      return shut.length;
    });
  }
}

/** A study's box, by its heading, with everything in it unfolded. */
export async function study(page, name) {
  const found = await page.frame.waitForFunction((wanted) =>
    [...document.querySelectorAll('.em-results .em-measure')].find((each) =>
      each.querySelector('h3, h4, h5, h6')?.innerText.trim() === wanted), {}, name);
  await unfold(page);
  return found.asElement();
}

/** A table within an element, by how its caption begins: the names of its columns, and its rows by name. */
export const table = (within, caption) => within.evaluate((holder, wanted) => {
  const title = [...holder.querySelectorAll('.em-caption')].find((each) => each.innerText.startsWith(wanted));
  if (!title) throw new Error(`no table says ${wanted}`);
  const found = document.querySelector(`table[aria-labelledby="${title.id}"]`);
  const texts = (row) => [...row.cells].map((cell) => cell.innerText.trim());
  return {
    columns: texts(found.tHead.rows[0]),
    rows: Object.fromEntries([...found.tBodies[0].rows].map((row) => [row.cells[0].innerText.trim(), texts(row).slice(1)])),
  };
}, caption);

/** The figure under a heading within an element. */
export const figure = (within, name) => within.evaluate((holder, wanted) => {
  const box = [...holder.querySelectorAll('.em-measure')].find((each) => each.querySelector('h4, h5, h6').innerText.trim() === wanted);
  return box.querySelector('.em-value').innerText;
}, name);

/** Of each canvas within an element: the colour at its corner, as CSS says it, and all its colours as one text. */
export const pictures = (within) => within.$$eval('canvas', (list) => list.map((canvas) => {
  // A copy, since the page's own canvas is not made for reading.
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const all = [...new Set(new Uint32Array(data.buffer))].sort();
  return { corner: `rgb(${[...data.slice(0, 3)].join(', ')})`, isFilled: data[3] === 255, many: all.length, all: all.join() };
}));

/** The numbers of a text, in order. */
export const numbersOf = (text) => [...text.matchAll(/[−-]?\d[\d,]*(\.\d+)?/g)].map(([each]) => each);

/**
 * Compares printed numbers with what they should be, to the digits that are printed.
 *
 * @param {string} printed such as “2,330 (2,280 to 2,390)”
 * @param {number[]} wanted in that order
 * @param {number} [step] what whole numbers are rounded to
 */
export function same(printed, wanted, step = 1) {
  const found = numbersOf(printed).slice(0, wanted.length);
  assert.equal(found.length, wanted.length, `“${printed}” has not ${wanted.length} numbers`);
  found.forEach((each, place) => {
    const plain = each.replace('−', '-').replaceAll(',', '');
    const decimals = plain.split('.')[1]?.length ?? 0;
    const half = (decimals ? 10 ** -decimals : step) / 2;
    const apart = Math.abs(Number(plain) - wanted[place]);
    assert.ok(apart <= half * 1.0001, `“${printed}” where ${wanted[place]} was due`);
  });
}
