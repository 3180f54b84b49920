// A person's own click, with any key held, opens nothing outside: links that an attacker might bring are
// put into the frame of a test build and really clicked.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { arrive } from './browser.mjs';
import { canary } from './server.mjs';
import { fileAddress, setting } from './tools.mjs';

/** How long a click is given, in milliseconds. */
const GIVEN = 500;

/** How a link is clicked: with a key held, another button, or by the keyboard alone. */
const HANDS = {
  plain: {},
  control: { key: 'Control' },
  shift: { key: 'Shift' },
  middle: { button: 'middle' },
  enter: { press: 'Enter' },
  control_enter: { key: 'Control', press: 'Enter' },
};

export const journeys = [{
  name: 'clicks with any key held open nothing outside',
  async run({ name, browser }) {
    const tab = await browser.newPage();
    const links = await (await probed(tab)).evaluate(() => globalThis.links);
    // Buttons need only be pressed: what they do does not ask how.
    const hands = (link) => (link.endsWith('_button') ? ['plain', 'control'] : Object.keys(HANDS));
    const cases = links.flatMap((link) => hands(link).map((hand) => ({ link, hand })));

    const opened = [];
    for (const { link, hand } of cases) {
      const heard = await click(tab, link, HANDS[hand]);
      if (heard.some((kind) => kind !== 'connection')) opened.push(`${link} by ${hand}: ${heard}`);
      for (const other of await browser.pages()) if (other !== tab) await other.close().catch(() => {});
    }
    assert.deepEqual(opened, [], `${name} opened an address from inside the frame`);
    console.log(`    ${cases.length} clicks in ${name}`);
  },
}];

async function click(tab, link, { key, button = 'left', press }) {
  const listener = await canary();
  const frame = await probed(tab);
  await frame.evaluate((...words) => globalThis.offer(...words), link, listener.port);
  const place = await frame.$('#offer');
  if (key) await tab.keyboard.down(key);
  if (press) await tab.keyboard.press(press);
  else await place.click({ button });
  if (key) await tab.keyboard.up(key);
  await pause(GIVEN);
  listener.close();
  return listener.heard;
}

async function probed(tab) {
  await arrive(tab, fileAddress(setting('EQUAL_MEASURE_PROBE_PAGE')));
  const frame = await (await tab.$('iframe')).contentFrame();
  await frame.waitForFunction(() => 'offer' in globalThis);
  return frame;
}
