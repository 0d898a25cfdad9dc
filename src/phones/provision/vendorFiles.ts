/** The maker's own files, which the operator puts into one folder: `sip.ld`, `phone1.cfg`. */
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import type { Readable } from 'node:stream';
import path from 'node:path';
import { openVerified, Refused } from '../../config/read/ownFile';
import { isFallback } from './names';

const NAME = /^[A-Za-z0-9][\w.+-]{0,99}$/;
/** Ours are named by MAC address, and hold passwords: a folder with both gives out none of them. */
const OURS = /[0-9a-f]{12}|^linphone-/i;

export interface VendorFile {
  readonly size: number;
  /** One of the two, for it is open. */
  read(): Readable;
  close(): void;
}

/** By name in lower case. Read once: what lies there later is not handed out. */
export type VendorFiles = ReadonlyMap<string, string>;

export function vendorFilesIn(named: string): VendorFiles {
  const folder = realpathSync(named);
  const names = readdirSync(folder)
    .filter((name) => NAME.test(name) && !OURS.test(name) && !isFallback(name))
    .filter((name) => lstatSync(path.join(folder, name)).isFile());
  return new Map(names.map((name) => [name.toLowerCase(), path.join(folder, name)]));
}

/** Undefined where it has been taken away since, or is a link now. */
export function openVendorFile(files: VendorFiles, name: string): VendorFile | undefined {
  const file = files.get(name);
  const descriptor = file === undefined ? undefined : opened(file);
  if (descriptor === undefined) return undefined;
  const { size } = fstatSync(descriptor);
  return {
    size,
    // No more than was promised, should it grow meanwhile.
    read: () => createReadStream('', { fd: descriptor, end: Math.max(0, size - 1) }),
    close: () => closeSync(descriptor),
  };
}

function opened(file: string): number | undefined {
  try {
    const own = { path: file, folder: path.dirname(file), shown: file };
    return openVerified(own, constants.O_RDONLY);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
