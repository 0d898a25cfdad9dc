/** A real browser, where the machine has one: `.ci/system-packages` installs it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const executablePath = BROWSERS.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));
if (executablePath === undefined)
  console.warn('No browser: what a sheet looks like is not tested.');

export const describeInBrowser = executablePath === undefined ? describe.skip : describe;

export function startBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no browser');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
