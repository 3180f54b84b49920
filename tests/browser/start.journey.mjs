// The page starts wherever it is put, and says so where it cannot.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { open } from './page.mjs';
import { serve } from './server.mjs';
import { fileAddress, packedPage } from './tools.mjs';

export const journeys = [
  {
    name: 'starts from disk',
    async run(started) {
      const page = await open(started);
      await page.ready();
      assert.equal(await page.tab.$eval('#save', (line) => line.hidden), true, 'there is nothing to save');
      await page.close();
    },
  },
  {
    name: 'starts from a server, and asks it for nothing more',
    run: (started) => fromServer(started, '127.0.0.1'),
  },
  {
    name: 'starts where the browser offers no cryptography (plain http, another machine)',
    run: (started) => fromServer(started, 'intranet.test', false),
  },
  {
    name: 'saves itself whole',
    async run(started) {
      const server = await serve(packedPage());
      const page = await open(started, { address: `http://127.0.0.1:${server.port}/` });
      await page.ready();
      const { bytes } = await page.saved(() => page.tab.click('#save a'));
      assert.ok(bytes.equals(await readFile(packedPage())), 'the saved file differs from the page');
      page.requests = page.requests.filter((address) => !address.endsWith(`:${server.port}/`));
      await page.close();
      server.close();
    },
  },
  {
    name: 'a copy saved by the browser works when opened from disk',
    async run(started) {
      const page = await open(started);
      await page.ready();
      const copy = await page.tab.evaluate(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`);
      await page.close();
      assert.match(copy, /<iframe/, 'the copy holds the frame as it was');
      await withFile(copy, async (path) => {
        const again = await open(started, { address: fileAddress(path) });
        await again.ready();
        assert.equal((await again.tab.$$('iframe')).length, 1);
        await again.close();
      });
    },
  },
  {
    name: 'the browser’s own print command prints all of it',
    // Firefox prints all of it too, but packs its pages so that they cannot be counted here.
    browsers: ['chromium'],
    async run(started) {
      const page = await open(started);
      await page.ready();
      await page.frame.evaluate(() => new Promise((resolve) => {
        const tall = document.createElement('div');
        tall.style.height = '9000px';
        document.body.append(tall);
        // The frame tells the shell its height before the second picture from now.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }));
      const printed = Buffer.from(await page.tab.pdf()).toString('latin1');
      const pages = printed.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 8, `9,000 pixels came out on ${pages} page(s)`);
      await page.close();
    },
  },
  {
    name: 'works under another name with spaces and accents',
    async run(started) {
      const folder = await mkdtemp(join(tmpdir(), 'equal measure é '));
      const path = join(folder, 'copy of page (1).html');
      await copyFile(packedPage(), path);
      const page = await open(started, { address: fileAddress(path) });
      await page.ready();
      await page.close();
      await rm(folder, { recursive: true });
    },
  },
  {
    name: 'says which browsers serve, where this one is too old to unpack',
    run: (started) => tooOld(started, () => { delete globalThis.DecompressionStream; }),
  },
  {
    name: 'says which browsers serve, where this one lacks vectors in wasm',
    run: (started) => tooOld(started, () => { WebAssembly.validate = () => false; }),
  },
  {
    name: 'refuses a program that was changed, and says so',
    async run(started) {
      const text = await readFile(packedPage(), 'utf8');
      // The digest the frame expects is in a hashed script; the packed program is not.
      const changed = text.replace(/(id="wasm">)([^<]+)/, (_, tag, packed) => tag + repack(packed));
      await withFile(changed, async (path) => {
        const page = await open(started, { address: fileAddress(path) });
        assert.match(await page.error(), /damaged or was changed/);
        assert.match(await page.text('[role=alert]'), /fresh copy/);
      });
    },
  },
];

async function fromServer(started, host, isSecure = true) {
  const server = await serve(packedPage());
  const page = await open(started, { address: `http://${host}:${server.port}/` });
  await page.ready();
  assert.equal(await page.frame.evaluate(() => 'subtle' in crypto), isSecure);
  assert.equal(await page.tab.$eval('#save', (line) => line.hidden), false, 'the page can be saved');
  await page.close();
  assert.deepEqual(server.requests, ['/']);
  server.close();
}

async function tooOld(started, before) {
  const page = await open(started, { before });
  assert.equal(page.frame, null, 'nothing is started');
  const notice = await page.tab.$eval('#notice', (line) => line.innerText);
  assert.match(notice, /Chrome or Edge \d+, Firefox \d+, Safari [\d.]+/);
  await page.close();
}

function repack(packed) {
  const wasm = inflateRawSync(Buffer.from(packed, 'base64'));
  wasm[wasm.length - 1] ^= 1;
  return deflateRawSync(wasm).toString('base64');
}

async function withFile(text, act) {
  const folder = await mkdtemp(join(tmpdir(), 'equal-measure-copy-'));
  const path = join(folder, 'copy.html');
  await writeFile(path, text);
  await act(path);
  await rm(folder, { recursive: true });
}
