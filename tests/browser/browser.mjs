// Starts a browser that speaks to nobody of its own accord.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { puppeteer, setting } from './tools.mjs';

const QUIET_CHROMIUM = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps',
  // A name that is not this machine, for pages that are not in a secure context.
  '--host-resolver-rules=MAP intranet.test 127.0.0.1',
];

const QUIET_FIREFOX = {
  // Puppeteer's own profile loosens this, and then pages work on file:// that would not for a user.
  'security.fileuri.strict_origin_policy': true,
  'network.dns.localDomains': 'intranet.test',
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  // Its own panel of downloads would take the next Enter.
  'browser.download.alwaysOpenPanel': false,
};

/**
 * Starts Chromium or Firefox.
 *
 * @param {'chromium' | 'firefox'} name
 * @param {object} [settings] further ones of Firefox's own
 * @returns {Promise<{name: string, browser: object, downloads: string, close: () => Promise<string>}>}
 *   `downloads` is the folder that saved files arrive in. `close` ends the browser and gives Chromium's
 *   log of everything it asked the network for (empty in Firefox, which has none).
 */
export async function launch(name, settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'equal-measure-'));
  const log = join(folder, 'network.json');
  const browser = name === 'chromium' ? await chromium(folder, log) : await firefox(folder, settings);
  const close = async () => {
    await browser.close();
    const asked = name === 'chromium' ? await readFile(log, 'utf8') : '';
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    return asked;
  };
  return { name, browser, downloads: folder, close };
}

async function chromium(folder, log) {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: setting('EQUAL_MEASURE_CHROMIUM'),
    headless: true,
    args: [...QUIET_CHROMIUM, `--log-net-log=${log}`],
  });
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return browser;
}

async function firefox(folder, settings) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: setting('EQUAL_MEASURE_FIREFOX'),
    headless: true,
    extraPrefsFirefox: { ...QUIET_FIREFOX, ...settings, 'browser.download.dir': folder },
  });
}

/** How often a tab sets out anew before it is said not to arrive. */
const TRIES = 5;

/**
 * Goes to an address in a tab where an earlier way out may still be under way: a navigation that it began aborts
 * this one, and cannot abort the next.
 */
export async function arrive(tab, address) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tab.goto(address);
    } catch (error) {
      if (tries === TRIES || !/abort/i.test(String(error))) throw error;
    }
  }
}
