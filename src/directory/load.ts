/** Reads an operator's folder. Bad input is a fault, never an exception. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostics } from './diagnostics';
import { FILES, type FileName } from './files';
import { type CallingSource, type ExtensionSource, type NumberSource, SCHEMAS } from './schema';
import type { SiteSource } from './schema';
import { SourceFile } from './sourceFile';
import { nearest } from './suggest';
import { understand } from './understand';
import { parseYaml, type YamlFault } from './yaml';

/** The four files, read and typed. What was faulty is left out; `files` still knows its keys. */
export interface Source {
  readonly site: SiteSource;
  readonly extensions: Readonly<Record<string, ExtensionSource>>;
  readonly numbers: Readonly<Record<string, NumberSource>>;
  readonly calling: CallingSource;
  readonly files: Readonly<Record<FileName, SourceFile>>;
}

/** About 40,000 phones; more is no directory. */
const MAX_BYTES = 5_000_000;

/** Stands in for what `site.yaml` must say, so that the other files can still be checked. */
const FALLBACK_SITE = {
  name: '?',
  timeZone: 'UTC',
  languages: ['en'],
  environments: { prod: { sipDomain: 'unknown' } },
};

/** Reads `folder`, telling every fault of form to the diagnostics it returns. */
export function loadDirectory(folder: string): { source: Source; report: Diagnostics } {
  const read = FILES.map((name) => readFile(folder, name));
  const files = Object.fromEntries(read.map(({ file }) => [file.name, file])) as Source['files'];
  const report = new Diagnostics((file, path) => {
    const written = files[file].written(path);
    return { path: written, line: files[file].line(written) };
  });
  for (const { file, faults } of read) {
    for (const fault of faults) report.add({ ...fault, file: file.name });
  }
  tellStrangers(folder, report);
  const source: Source = {
    site: understand(files['site.yaml'], SCHEMAS['site.yaml'], FALLBACK_SITE, report),
    extensions: understand(files['extensions.yaml'], SCHEMAS['extensions.yaml'], {}, report),
    numbers: understand(files['numbers.yaml'], SCHEMAS['numbers.yaml'], {}, report),
    calling: understand(files['calling.yaml'], SCHEMAS['calling.yaml'], {}, report),
    files,
  };
  return { source, report };
}

function readFile(
  folder: string,
  name: FileName,
): { file: SourceFile; faults: readonly YamlFault[] } {
  const unread = (message: string, mend: string) => ({
    file: new SourceFile(name, undefined, false),
    faults: [{ line: 0, path: [], message, mend }],
  });
  const path = join(folder, name);
  try {
    if (!existsSync(path)) {
      return name === 'site.yaml'
        ? unread('is missing', 'Begin with a copy of examples/payphones/site.yaml.')
        : { file: new SourceFile(name, undefined, true), faults: [] };
    }
    if (statSync(path).size > MAX_BYTES) {
      return unread('is larger than 5 MB', 'Keep only what the directory needs in it.');
    }
    const { tree, faults } = parseYaml(readFileSync(path, 'utf8'));
    return { file: new SourceFile(name, tree, tree !== undefined), faults };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return unread(`cannot be read: ${why}`, 'It must be a readable file.');
  }
}

/** `extension.yaml` would be silently unread, and every phone in it unknown. */
function tellStrangers(folder: string, report: Diagnostics): void {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
  for (const name of names.filter((each) => /^[^.].*\.ya?ml$/.test(each))) {
    const meant = nearest(name, FILES);
    if (meant === undefined || meant === name) continue;
    const message = 'is not read: no file of a directory has this name';
    const mend = `Did you mean \`${meant}\`?`;
    report.add({ file: name, line: 0, path: [], message, mend });
  }
}
