// The page in WebKitGTK, driven by plain WebDriver under a virtual display. Run by hand, by
// `cargo xtask test --webkit`: it is not Safari, but the nearest thing to it on Linux.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { canary, serve } from './server.mjs';
import { fileAddress, packedPage } from './tools.mjs';

const PATIENCE = 30_000;

const journeys = {
  'starts from disk': async (page) => page.open(fileAddress(packedPage())),
  'starts from a server, and asks it for nothing more': async (page) => {
    const server = await serve(packedPage());
    await page.open(`http://127.0.0.1:${server.port}/`);
    server.close();
    assert.deepEqual(server.requests, ['/']);
  },
  'a copy saved by the browser works when opened from disk': async (page) => {
    await page.open(fileAddress(packedPage()));
    await page.leaveFrame();
    const copy = await page.run('return `<!DOCTYPE html>${document.documentElement.outerHTML}`');
    const folder = await mkdtemp(join(tmpdir(), 'equal-measure-'));
    await writeFile(join(folder, 'copy.html'), copy);
    await page.open(fileAddress(join(folder, 'copy.html')));
    await rm(folder, { recursive: true });
  },
  'the example leads to results': async (page) => {
    await page.open(fileAddress(packedPage()));
    await page.run('document.querySelector("[data-action=example]").click()');
    const start = Date.now();
    while (!(await page.run('return "done" in document.documentElement.dataset'))) {
      assert.ok(Date.now() - start < PATIENCE, await page.run('return document.body.innerText'));
      await pause(100);
    }
    assert.match(await page.run('return document.querySelector(".em-results").innerText'), /\d+%/);
  },
  'refuses a request from inside the frame': async (page) => {
    const listener = await canary();
    await page.open(fileAddress(packedPage()));
    const refused = await page.run(
      'return fetch(arguments[0]).then(() => "sent", (error) => error.name)',
      `http://127.0.0.1:${listener.port}/`,
    );
    listener.close();
    assert.equal(refused, 'TypeError');
    assert.deepEqual(listener.heard, []);
  },
};

const display = await virtualDisplay();
const driver = await webDriver(display.number);
let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(journeys)) {
  const page = await session(driver.address);
  const problem = await run(page).then(() => null, (error) => error);
  await page.close();
  console.log(`${problem ? 'FAILED' : 'ok'}  webkit  ${name}`);
  if (problem) console.log(problem.stack);
  if (problem) failed += 1;
  else passed += 1;
}
driver.stop();
display.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/** A browser window: `open` waits until the frame is ready and stays in it, `run` runs a script there. */
async function session(address) {
  const binary = await miniBrowser();
  const { sessionId } = await call(address, 'POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const own = (method, path, body) => call(address, method, `/session/${sessionId}${path}`, body);
  const run = (script, ...args) => own('POST', '/execute/sync', { script, args });
  const open = async (url) => {
    await own('POST', '/url', { url });
    await own('POST', '/frame', { id: 0 });
    const state = 'const { ready, error } = document.documentElement.dataset; return [ready ?? null, error ?? null]';
    for (const start = Date.now(); Date.now() - start < PATIENCE; await pause(50)) {
      const [ready, error] = await run(state);
      assert.equal(error, null);
      if (ready !== null) return;
    }
    throw new Error(`not ready within ${PATIENCE} ms`);
  };
  const leaveFrame = () => own('POST', '/frame', { id: null });
  return { open, run, leaveFrame, close: () => own('DELETE', '') };
}

async function call(address, method, path, body) {
  const answer = await fetch(address + path, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function miniBrowser() {
  for (const folder of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib']) {
    const names = await readdir(folder).catch(() => []);
    const version = names.filter((name) => name.startsWith('webkit2gtk-4')).sort().pop();
    if (version) return join(folder, version, 'MiniBrowser');
  }
  throw new Error('WebKitGTK’s MiniBrowser is missing: apt-get install webkit2gtk-driver');
}

async function virtualDisplay() {
  const process = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    process.stdio[3].once('data', (text) => resolve(String(text).trim()));
    process.once('error', reject);
  });
  return { number, stop: () => process.kill() };
}

async function webDriver(number) {
  const free = await canary();
  const { port } = free;
  free.close();
  const child = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // A container has no user namespaces for WebKit's own sandbox.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); Date.now() - start < PATIENCE; await pause(50)) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer) return { address, stop: () => child.kill() };
  }
  throw new Error('WebKitWebDriver does not answer');
}
