/**
 * An operator's folder, and the only way in which anything reads or writes what lies in it. One rule: regular files
 * inside the folder's own real path. A link could lead to a key, and git keeps links; a pipe or a device never ends.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CONTROL_CHARACTER } from '../../diagnostics/printable';
import {
  LINK,
  NO_FILE,
  openVerified,
  type OwnPath,
  Refused,
  writeBeside,
  writeEnd,
} from './ownFile';

type Kind = 'file' | 'folder' | 'link' | 'other';

/** How large a file may be, and what is said of a larger one. */
export interface Most {
  readonly bytes: number;
  readonly why: string;
  readonly fix: string;
}

/** About 40,000 phones; more is no directory. */
const MOST_TEXT: Most = {
  bytes: 5_000_000,
  why: 'is larger than 5 MB',
  fix: 'Keep only what the directory needs in it.',
};

export class OwnFolder {
  /** @param folder as the operator names it: it may itself be a link, or not be there. */
  constructor(readonly folder: string) {}

  /** The names in a folder of it, in order; none where there is none, or something else. */
  names(name = ''): readonly string[] {
    if (name !== '' && !this.isFolder(name)) return [];
    const folder = this.path(name);
    try {
      return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()
        ? readdirSync(folder).sort()
        : [];
    } catch {
      throw this.refused(name, 'cannot be read', 'Check that you may read this folder.');
    }
  }

  /** Everything below a folder of it but the folders: paths from there, in order. */
  below(name: string, path = ''): readonly string[] {
    return this.names(path === '' ? name : `${name}/${path}`).flatMap((each) => {
      const further = path === '' ? each : `${path}/${each}`;
      return this.isFolder(`${name}/${further}`) ? this.below(name, further) : [further];
    });
  }

  /** Whether anything is there, or in its way. */
  has(name: string): boolean {
    return this.refusal(name) !== undefined || this.kind(name) !== undefined;
  }

  isFolder(name: string): boolean {
    return this.refusal(name) === undefined && this.kind(name) === 'folder';
  }

  /** Why nothing is read at this name; undefined for files and folders, and where nothing is. */
  refusal(name: string): Refused | undefined {
    const parts = name.split('/');
    for (let i = 1; i <= parts.length; i++) {
      const part = parts.slice(0, i).join('/');
      const kind = this.kind(part);
      if (kind === undefined) return undefined;
      if (kind === 'link') return this.refused(part, ...LINK);
      if (kind === 'other') return this.refused(part, ...NO_FILE);
      if (kind === 'file' && i < parts.length) {
        return this.refused(part, 'is not a folder', 'Remove it.');
      }
    }
    return undefined;
  }

  /**
   * A file's bytes: all of one moment, of a regular file of this folder, whatever happens to it meanwhile.
   *
   * @throws Refused in every other case, at once.
   */
  read(name: string, most: Most): Buffer {
    const descriptor = openVerified(this.own(name), constants.O_RDONLY);
    try {
      const { size, mtimeNs } = fstatSync(descriptor, { bigint: true });
      if (size > BigInt(most.bytes)) throw this.refused(name, most.why, most.fix);
      const bytes = readAll(descriptor, Number(size));
      const after = fstatSync(descriptor, { bigint: true });
      if (bytes.length === Number(size) && after.mtimeNs === mtimeNs) return bytes;
      throw this.refused(name, 'changed while it was read', 'Run it again.');
    } finally {
      closeSync(descriptor);
    }
  }

  /** A file's text: valid UTF-8 without control characters. @throws Refused as `read` does. */
  text(name: string, most = MOST_TEXT): string {
    const bytes = this.read(name, most);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw this.refused(name, 'is not UTF-8', 'Save it as UTF-8.');
    }
    const at = text.search(CONTROL_CHARACTER);
    if (at < 0) return text;
    const line = text.slice(0, at).split('\n').length;
    throw this.refused(name, `contains a control character on line ${line}`, 'Remove it.');
  }

  /** Writes a file anew, at once: nobody ever reads half of it, and no link leads the writing elsewhere. */
  replace(name: string, text: string): void {
    writeBeside(this.prepared(name), text);
  }

  append(name: string, text: string): void {
    const { O_WRONLY, O_APPEND, O_CREAT } = constants;
    writeEnd(openVerified(this.prepared(name), O_WRONLY | O_APPEND | O_CREAT), text);
  }

  /** @throws Refused where a link or anything else is in the way. */
  private own(name: string): OwnPath {
    const refusal = this.refusal(name);
    if (refusal) throw refusal;
    const shown = join(this.folder, name);
    return { path: this.path(name), folder: this.path(dirname(name)), shown };
  }

  private prepared(name: string): OwnPath {
    mkdirSync(this.folder, { recursive: true });
    const own = this.own(name);
    mkdirSync(own.folder, { recursive: true });
    return own;
  }

  private kind(name: string): Kind | undefined {
    const found = lstatSync(this.path(name), { throwIfNoEntry: false });
    if (!found) return undefined;
    if (found.isSymbolicLink()) return 'link';
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  }

  private path(name: string): string {
    return join(realFolder(this.folder), name);
  }

  private refused(name: string, why: string, fix: string): Refused {
    return new Refused(join(this.folder, name), why, fix);
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** One byte more than is expected, so that a file that grows is noticed. */
function readAll(descriptor: number, expected: number): Buffer {
  const bytes = Buffer.alloc(expected + 1);
  let size = 0;
  while (size < bytes.length) {
    const more = readSync(descriptor, bytes, size, bytes.length - size, null);
    if (more === 0) break;
    size += more;
  }
  return bytes.subarray(0, size);
}
