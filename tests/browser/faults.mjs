// What axe finds wrong.
import { readFile } from 'node:fs/promises';
import { axeScript } from './tools.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong in the frame, one line each; of one rule alone where it is named. */
export async function faults(page, rule) {
  await page.frame.evaluate(await readFile(axeScript(), 'utf8'));
  return page.frame.evaluate(async (only) => {
    const { violations } = await globalThis.axe.run(document, { iframes: false, runOnly: only });
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`);
  }, rule ? [rule] : TAGS);
}
