/** Asks the page itself what it looks like. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(path.join(__dirname, 'inBrowser.js'), 'utf8');

export interface Layout {
  /** Text that begins or ends beside the paper. */
  readonly outside: readonly string[];
  /** Two pieces of text in one place. */
  readonly overlaps: readonly (readonly [string, string])[];
  /** Text that a box with a fixed size cuts off. */
  readonly clipped: readonly string[];
  /** Values that fit on one line and stand on two, where a break would be typed as a space. */
  readonly broken: readonly string[];
  readonly smallestFont: number;
}

/** @param longestLine characters of a value that must not be broken. */
export function measure(page: Page, longestLine: number): Promise<Layout> {
  return page.evaluate(`${SOURCE}; looks.measure(${longestLine})`);
}

/** Which of size × size squares are dark. The page must let pictures in. */
export function darkSquares(page: Page, png: Buffer, size: number): Promise<boolean[][]> {
  return page.evaluate(`${SOURCE}; looks.darkAt('${png.toString('base64')}', ${size})`);
}
