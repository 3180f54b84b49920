// What the journeys need from outside: the packed page, the npm packages, the browsers. `cargo xtask test`
// names them all in the environment.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A setting that `cargo xtask test` makes; without it there is nothing to test. */
export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys by \`cargo xtask test\``);
  return value;
}

const require = createRequire(join(setting('EQUAL_MEASURE_NODE'), 'package.json'));

/** Drives the browsers. */
export const puppeteer = require('puppeteer-core');

/** Where axe-core's script is, to be run in a page by its text. */
export const axeScript = () => require.resolve('axe-core/axe.min.js');

/** The packed page on disk. */
export const packedPage = () => setting('EQUAL_MEASURE_PAGE');

/** A path as an address. */
export const fileAddress = (path) => pathToFileURL(path).href;
