/**
 * A real browser, where the machine has one: `.ci/system-packages` installs it. With DIALTONE_BROWSER=required
 * a machine without one fails, so that CI skips nothing.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const executablePath = BROWSERS.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));
const NONE = 'No browser here: what pages look like is not tested. Run .ci/system-packages.';

if (executablePath === undefined) {
  if (process.env['DIALTONE_BROWSER'] === 'required') throw new Error(NONE);
  console.warn(NONE);
}

export const describeInBrowser = executablePath === undefined ? describe.skip : describe;

export function startBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(NONE);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
