// The page by keyboard alone.
import assert from 'node:assert/strict';

/** Where the keyboard is: the words of the element in focus, or of its label. */
export const focus = (page) => page.frame.evaluate(() => {
  const here = document.activeElement;
  // What stands in a summary for the ear alone is no part of its innerText's first line.
  const said = here?.localName === 'summary' ? here.textContent : here?.innerText;
  const name = here?.getAttribute('aria-label') ?? here?.labels?.[0]?.innerText ?? said ?? '';
  return here && here !== document.body ? `${here.localName} ${name.trim().split('\n')[0]}`.trim() : '';
});

/** Presses Tab until the keyboard is on something that says `words`. */
export async function tabTo(page, words, most = 40) {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await focus(page)).includes(words)) return;
    await page.tab.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not reach “${words}”`);
}
