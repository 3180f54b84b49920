// Nothing leaves the frame: each way out is tried from inside it, on a canary that listens beside it.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { arrive, launch } from './browser.mjs';
import { foreignHosts } from './network_log.mjs';
import { canary } from './server.mjs';
import { fileAddress, setting } from './tools.mjs';

/** How long a way out is given, in milliseconds. The unguarded page shows that it is enough. */
const GIVEN = 800;
const AT_ONCE = 4;

/**
 * What an attacker's own markup or script can still do in the frame, and no more: Chromium opens a bare
 * connection (and looks the name up) before the policy refuses the request. Told in SECURITY.md.
 */
const CONNECTS = {
  chromium: ['dns_prefetch', 'iframe', 'location', 'preconnect', 'refresh'],
  firefox: [],
};

/** How many ways at least must reach the canary from a page without any guard: the test can fail. */
const OPEN_UNGUARDED = { chromium: 38, firefox: 34 };

export const journeys = [
  {
    name: 'forty-eight ways out of the frame are closed',
    async run({ name }) {
      const tried = await tryAll(name, fileAddress(setting('EQUAL_MEASURE_PROBE_PAGE')), true);
      assert.equal(tried.ways, 48);
      assert.deepEqual(tried.sent, [], 'a request left the frame');
      const more = tried.connected.filter((way) => !CONNECTS[name].includes(way));
      assert.deepEqual(more, [], 'one more way opens a connection');
      console.log(`    nothing sent; only connections in ${name}: ${tried.connected.join(', ') || 'none'}`);
    },
  },
  {
    name: 'the same ways are open in a page without a guard',
    async run({ name }) {
      const folder = await mkdtemp(join(tmpdir(), 'equal-measure-unguarded-'));
      const path = join(folder, 'unguarded.html');
      const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');
      await writeFile(path, `<!doctype html><meta charset="utf-8"><body><script>${probe}</script>`);
      const tried = await tryAll(name, fileAddress(path), false);
      const open = [...tried.sent, ...tried.connected];
      console.log(`    ${open.length} of ${tried.ways} open in ${name}`);
      assert.ok(open.length >= OPEN_UNGUARDED[name], `only these are: ${open.join(', ')}`);
      await rm(folder, { recursive: true });
    },
  },
];

/** Tries every way in a browser of its own, whose log of name look-ups is then its alone. */
async function tryAll(name, address, framed) {
  const started = await launch(name);
  const tabs = [];
  for (let i = 0; i < AT_ONCE; i += 1) tabs.push(await started.browser.newPage());
  const ways = await (await probed(tabs[0], address, framed)).evaluate(() => globalThis.ways);

  const sent = [];
  const connected = [];
  const waiting = [...ways];
  await Promise.all(tabs.map(async (tab) => {
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const heard = await attempt(tab, address, framed, way);
      if (heard.some((kind) => kind !== 'connection')) sent.push(way);
      else if (heard.length) connected.push(way);
    }
  }));

  const asked = foreignHosts(await started.close());
  if (asked.some((host) => host.startsWith('dns-prefetch.'))) connected.push('dns_prefetch');
  const others = asked.filter((host) => !host.endsWith('.canary.test'));
  if (framed) assert.deepEqual(others, [], 'Chromium asked for a host that no way out names');
  return { ways: ways.length, sent: sent.sort(), connected: connected.sort() };
}

async function attempt(tab, address, framed, way) {
  const listener = await canary();
  const frame = await probed(tab, address, framed);
  await frame.evaluate((...words) => globalThis.leak(...words), way, listener.port);
  await pause(GIVEN);
  listener.close();
  return listener.heard;
}

async function probed(tab, address, framed) {
  await arrive(tab, address);
  const frame = framed ? await (await tab.$('iframe')).contentFrame() : tab.mainFrame();
  await frame.waitForFunction(() => 'leak' in globalThis);
  return frame;
}
