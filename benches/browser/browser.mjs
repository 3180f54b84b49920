// What both timings share: their options, a browser that nobody used before, and the app's frame.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** `--name value` pairs. */
export const options = Object.fromEntries(process.argv.slice(2).join(' ').split('--').filter(Boolean)
  .map((pair) => pair.trim().split(/ (.*)/s)));

const need = createRequire(pathToFileURL(path.join(options.node, 'any.js')));
/** A package of the benchmark's own. */
export const load = async (name) => (await import(pathToFileURL(need.resolve(name)))).default;
const puppeteer = await load('puppeteer-core');

/** A new browser with a new profile; `close` removes both. */
export async function chromium() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const browser = await puppeteer.launch({
    executablePath: options.chromium ?? '/usr/bin/chromium',
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const close = async () => {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page: (await browser.pages())[0], memory: () => most(browser.process().pid), close };
}

/** The most memory that the browser's processes for pages have held so far, in bytes (Linux only). */
function most(parent) {
  let sum = 0;
  for (const id of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let line;
    let status;
    try {
      line = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
      status = fs.readFileSync(`/proc/${id}/status`, 'utf8');
    } catch { continue; }
    if (!line.includes('--type=renderer') || !under(Number(id), parent)) continue;
    sum += Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  }
  return sum;
}

/** Whether a process comes of another. */
function under(id, parent) {
  for (let at = id; at > 1;) {
    if (at === parent) return true;
    try {
      at = Number(/PPid:\s+(\d+)/.exec(fs.readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0);
    } catch { return false; }
  }
  return false;
}

/** The app stands in a frame inside the page; other contenders are the page. */
export async function ready(page) {
  for (let tries = 0; tries < 1200; tries += 1) {
    for (const frame of page.frames()) {
      const here = await frame.evaluate(() => document.documentElement?.dataset.ready !== undefined).catch(() => false);
      if (here) return frame;
    }
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('never ready');
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
