/**
 * Opening a file so that no moment lies between looking and reading: what is open is looked at, not what a path led to.
 * Node has no `openat`, so a folder that is swapped for a link is noticed after: its path must lead to what is open.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../../diagnostics/errors';

/** What is refused, and why: `why` stands after the file's name. */
export class Refused extends UserError {
  constructor(
    file: string,
    readonly why: string,
    fix: string,
  ) {
    super(`${file} ${why}`, fix);
  }
}

export interface OwnPath {
  readonly path: string;
  /** The real path of the folder in which it must lie. */
  readonly folder: string;
  /** As the operator knows it. */
  readonly shown: string;
}

type Reason = readonly [why: string, fix: string];

export const LINK: Reason = ['is a link', 'Put the file itself there.'];
export const NO_FILE: Reason = ['is not a file', 'Remove it.'];
const FOLDER: Reason = ['is a folder', 'It must be a file.'];
const REPLACED: Reason = ['changed while it was read', 'Run it again.'];
const REASONS: Readonly<Record<string, Reason>> = {
  ELOOP: LINK,
  ENXIO: NO_FILE,
  EISDIR: FOLDER,
  EACCES: ['cannot be read', 'Check that you may read it.'],
  ENOENT: ['is missing', 'Put it there.'],
};

/** Neither follows a link nor waits for a pipe; Windows knows neither, and needs neither. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>;
const MODE = 0o666;

/** @throws Refused where it is no regular file of its folder. */
export function openVerified(own: OwnPath, flags: number): number {
  const { path, shown } = own;
  let descriptor: number;
  try {
    descriptor = openSync(path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, MODE);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const unknown: Reason = [`cannot be opened: ${code}`, 'It must be a readable file.'];
    throw new Refused(shown, ...(REASONS[code] ?? unknown));
  }
  const opened = fstatSync(descriptor);
  if (opened.isFile() && isFileOf(own, descriptor)) return descriptor;
  closeSync(descriptor);
  throw new Refused(
    shown,
    ...(opened.isDirectory() ? FOLDER : opened.isFile() ? REPLACED : NO_FILE),
  );
}

/** Beside it first, then in its place, with its mode. */
export function writeBeside(own: OwnPath, text: string): void {
  const { path, folder } = own;
  const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
  const temporary = join(folder, `.${basename(path)}.${process.pid}.new`);
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const descriptor = openVerified({ ...own, path: temporary }, O_WRONLY | O_CREAT | O_EXCL);
  try {
    if (mode !== undefined) fchmodSync(descriptor, mode & 0o7777);
    writeEnd(descriptor, text);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** All of the text to what is open, and closes it. */
export function writeEnd(descriptor: number, text: string): void {
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

function isFileOf({ path, folder }: OwnPath, descriptor: number): boolean {
  try {
    const opened = fstatSync(descriptor, { bigint: true });
    const there = lstatSync(path, { bigint: true });
    return realpathSync(folder) === folder && opened.ino === there.ino && opened.dev === there.dev;
  } catch {
    return false;
  }
}
