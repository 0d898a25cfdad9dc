/** `dialtone import futel`: a directory of one's own from Futel's extensions.json, menus and operators. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OwnFolder, Refused } from '../../config';
import { SCHEMA_FOLDER } from '../../config/read/files';
import { futelDirectory, type FutelOptions, type Imported } from './futel';
import type { ReportLine } from './report';
import { jsonSchemaFiles } from '../../config/schema/jsonSchema';
import { UserError } from '../../diagnostics/errors';
import { printable } from '../../diagnostics/printable';
import { findExtensions } from './findExtensions';
import { type MoreOptions, type ReadMore, readMore, repeated } from './futelMore';
import { OWN_DIRECTORY, readProject } from '../../config/project';
import { formatDiagnostics } from '../../diagnostics/text';

export interface ImportOptions extends FutelOptions, MoreOptions {
  /** Where the files go; `directory/` unless given. */
  readonly out?: string | undefined;
}

export interface ImportedFolder {
  /** The file that was read. */
  readonly source: string;
  /** The folder that was written. */
  readonly folder: string;
  /** How many phones are in it. */
  readonly extensions: number;
  readonly report: readonly ReportLine[];
}

/**
 * Writes the directory that the extensions.json in `from`, or `from` itself, means.
 *
 * @throws UserError when there is no such file, when it cannot be read, when an option cannot be, or
 *   when the folder to write holds anything else; then nothing is written.
 */
export function importFutel(
  from: string,
  { out = OWN_DIRECTORY, ...options }: ImportOptions = {},
): ImportedFolder {
  const source = findExtensions(from);
  // What is found in somebody else's checkout may be a link; what is named is meant.
  const text =
    source === from
      ? readFileSync(source, 'utf8')
      : new OwnFolder(path.dirname(source)).text(path.basename(source));
  const beside = readMore(source, options);
  const { files, extensions, report, diagnostics } = parse(source, text, options, beside.more);
  if (diagnostics.length > 0) {
    throw new UserError(formatDiagnostics(diagnostics), 'Fix the options; nothing was written.');
  }
  if (!isSame(out, files)) {
    refuseFull(out);
    writeFolder(out, files);
  }
  return {
    source,
    folder: out,
    extensions,
    report: [...repeated(text), ...beside.repeated, ...report],
  };
}

function parse(
  source: string,
  text: string,
  options: FutelOptions,
  more: ReadMore['more'],
): Imported {
  try {
    return futelDirectory(JSON.parse(text.replace(/^\uFEFF/, '')), options, more);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UserError(
      `${source}: ${printable(cause.message)}`,
      'It must be JSON: extensions by name.',
      {
        cause,
      },
    );
  }
}

/** Imported before, and left as it was. */
function isSame(folder: string, files: Imported['files']): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  const there = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => path.dirname(name) !== SCHEMA_FOLDER);
  if (there.length !== Object.keys(files).length) return false;
  const own = new OwnFolder(folder);
  try {
    return Object.entries(files).every(
      ([name, text]) => there.includes(name) && own.text(name) === text,
    );
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function refuseFull(folder: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new UserError(
    `${folder} is not empty, and an import overwrites nothing.`,
    'Name another folder with --out.',
  );
}

/** All of it or nothing: written beside, seen to be right, then put in its place. */
function writeFolder(out: string, files: Imported['files']): void {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out);
  mkdirSync(path.dirname(target), { recursive: true });
  const temporary = mkdtempSync(`${target}.new-`);
  try {
    const schemas = [...jsonSchemaFiles(SCHEMA_FOLDER)].map(
      ([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`] as const,
    );
    for (const [name, text] of [...Object.entries(files), ...schemas]) {
      mkdirSync(path.dirname(path.join(temporary, name)), { recursive: true });
      writeFileSync(path.join(temporary, name), text);
    }
    const { project, diagnostics } = readProject(temporary);
    // What it makes has been compiled before; the operator's own TwiML assets are not there yet.
    if (!project)
      throw new Error(`The import does not compile:\n${formatDiagnostics(diagnostics)}`);
    if (existsSync(target)) rmdirSync(target);
    chmodSync(temporary, 0o777 & ~process.umask());
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
