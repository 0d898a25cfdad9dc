/** The maker's own files, which the operator puts into one folder: `sip.ld`, `phone1.cfg`. */
import { createReadStream, lstatSync, readdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import path from 'node:path';
import { isFallback } from './names';

const NAME = /^[A-Za-z0-9][\w.+-]{0,99}$/;
/** Ours are named by MAC address, and hold passwords: a folder with both gives out none of them. */
const OURS = /[0-9a-f]{12}|^linphone-/i;

export interface StockFile {
  readonly size: number;
  read(): Readable;
}

/** By name in lower case. Read once: what lies there later is not handed out. */
export type Stock = ReadonlyMap<string, string>;

export function stockIn(folder: string): Stock {
  const names = readdirSync(folder)
    .filter((name) => NAME.test(name) && !OURS.test(name) && !isFallback(name))
    .filter((name) => lstatSync(path.join(folder, name)).isFile());
  return new Map(names.map((name) => [name.toLowerCase(), path.join(folder, name)]));
}

/** Undefined where it has been taken away since. */
export function openStock(stock: Stock, name: string): StockFile | undefined {
  const file = stock.get(name);
  const found = file === undefined ? undefined : lstatSync(file, { throwIfNoEntry: false });
  if (file === undefined || !found?.isFile()) return undefined;
  const { size } = found;
  return {
    size,
    // No more than was promised, should it grow meanwhile.
    read: () => createReadStream(file, { end: Math.max(0, size - 1) }),
  };
}
