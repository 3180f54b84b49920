// The packed page as a person meets it: opened, given a file, read.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileAddress, packedPage } from './tools.mjs';

const PATIENCE = 30_000;
const OUTSIDE = /^(https?|wss?):/;

/**
 * Opens the packed page in a fresh tab and finds its frame. The network is watched from the start.
 *
 * @param started what `launch` in browser.mjs gave
 * @param {object} [options]
 * @param {string} [options.address] where the page is; by default the packed file on disk
 * @param {number} [options.width] of the window, in CSS pixels
 * @param {number} [options.height] of the window, in CSS pixels
 * @param {() => void} [options.before] run in every document before its own scripts
 * @returns {Promise<Page>}
 */
export async function open(started, options = {}) {
  const { address = fileAddress(packedPage()), width = 1280, height = 900, before } = options;
  const tab = await started.browser.newPage();
  const page = new Page(tab, started.downloads, address);
  await tab.setViewport({ width, height });
  if (before) await tab.evaluateOnNewDocument(before);
  await tab.goto(address);
  const holder = await tab.$('iframe');
  page.frame = holder && (await holder.contentFrame());
  return page;
}

/** An open page. `frame` is the sandboxed frame (null if there is none), `tab` puppeteer's page. */
export class Page {
  constructor(tab, downloads, address) {
    this.tab = tab;
    this.frame = null;
    this.downloads = downloads;
    /** Addresses outside this file that were asked for, the page's own opening excepted. */
    this.requests = [];
    /** What the browser complained of: refused by the policy, or thrown. */
    this.complaints = [];
    let opening = OUTSIDE.test(address);
    tab.on('request', (request) => {
      if (!OUTSIDE.test(request.url())) return;
      if (opening && request.url() === address) opening = false;
      else this.requests.push(request.url());
    });
    tab.on('console', (line) => {
      if (['error', 'warn'].includes(line.type())) this.complaints.push(line.text());
    });
    tab.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** Waits until a file may be dropped. */
  ready = () => this.#state('ready');

  /** Waits until a result is shown; fails at once, with its message, if the file is refused. */
  async done() {
    const reached = await this.#state('done', 'error');
    assert.equal(reached.state, 'done', `the page refused: ${reached.text}`);
  }

  /** Waits until the file is refused, and gives the message. Fails at once if a result is shown. */
  async error() {
    const reached = await this.#state('error', 'done');
    assert.equal(reached.state, 'error', 'the page showed a result where a refusal was due');
    return reached.text;
  }

  async #state(...states) {
    assert.ok(this.frame, 'the page has no frame');
    const selector = states.map((state) => `html[data-${state}]`).join();
    await this.frame.waitForSelector(selector, { timeout: PATIENCE }).catch(() => {
      throw new Error(`no ${states.join(' or ')} within ${PATIENCE} ms: ${this.complaints.join('; ')}`);
    });
    return this.frame.evaluate((wanted) => {
      const { dataset } = document.documentElement;
      const state = wanted.find((name) => name in dataset);
      return { state, text: dataset[state] };
    }, states);
  }

  /** Chooses a file on disk through the page's file input. */
  async upload(path, input = 'input[type=file]') {
    const field = await this.frame.waitForSelector(input);
    await field.uploadFile(path);
  }

  /** Drops a file on an element, or a list of files together: each a path on disk, or `{name, text}`. */
  async drop(files, onto = 'input[type=file]') {
    const made = await Promise.all([files].flat().map(async (file) => (typeof file === 'string'
      ? { name: basename(file), base64: await readFile(file, 'base64') }
      : { name: file.name, base64: Buffer.from(file.text).toString('base64') })));
    await this.frame.evaluate((selector, list) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of list) {
        const letters = atob(base64);
        const bytes = new Uint8Array(letters.length);
        for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
        dataTransfer.items.add(new File([bytes], name));
      }
      const target = document.querySelector(selector);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, onto, made);
  }

  /** Clicks an element of the frame, once it is there. */
  async click(selector) {
    const element = await this.frame.waitForSelector(selector);
    await element.click();
  }

  /** What an element of the frame says, once it is there. */
  async text(selector) {
    const element = await this.frame.waitForSelector(selector);
    return element.evaluate((node) => node.innerText);
  }

  /** Does something that saves a file, and gives the file's name and bytes. */
  async saved(act) {
    const before = new Set(await readdir(this.downloads));
    await act();
    const finished = (name) => !before.has(name) && !/\.(crdownload|part|tmp)$/.test(name);
    for (const start = Date.now(); Date.now() - start < PATIENCE; await pause(50)) {
      const names = await readdir(this.downloads);
      const name = names.find(finished);
      const growing = names.some((other) => !before.has(other) && /\.(crdownload|part)$/.test(other));
      if (!name || growing || name.startsWith('.')) continue;
      const bytes = await readFile(join(this.downloads, name));
      if (bytes.length) return { name, bytes };
    }
    throw new Error('no file was saved');
  }

  /** Fails if anything was asked of the network, refused by the policy, or thrown. */
  quiet() {
    assert.deepEqual(this.requests, [], 'the page asked the network for something');
    assert.deepEqual(this.complaints, [], 'the browser complained');
  }

  /** Closes the tab, after `quiet`. */
  async close() {
    this.quiet();
    await this.tab.close();
  }
}
