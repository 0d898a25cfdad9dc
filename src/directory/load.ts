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

/** What the files hold; one that is left out is absent. */
export type Texts = Readonly<Partial<Record<FileName, string>>>;

interface Read {
  readonly file: SourceFile;
  readonly faults: readonly YamlFault[];
}

interface Loaded {
  readonly source: Source;
  readonly report: Diagnostics;
}

/** Reads `folder`, telling every fault of form to the diagnostics it returns. */
export function loadDirectory(folder: string): Loaded {
  const loaded = load(FILES.map((name) => readFile(folder, name)));
  tellStrangers(folder, loaded.report);
  return loaded;
}

/** The same of files that are not written yet. */
export function loadTexts(texts: Texts): Loaded {
  return load(
    FILES.map((name) => {
      const text = texts[name];
      return text === undefined ? absent(name) : readText(name, text);
    }),
  );
}

function load(read: readonly Read[]): Loaded {
  const files = Object.fromEntries(read.map(({ file }) => [file.name, file])) as Source['files'];
  const report = new Diagnostics((file, path) => {
    const written = files[file].written(path);
    return { path: written, line: files[file].line(written) };
  });
  for (const { file, faults } of read) {
    for (const fault of faults) report.add({ ...fault, file: file.name });
  }
  const source: Source = {
    site: understand(files['site.yaml'], SCHEMAS['site.yaml'], FALLBACK_SITE, report),
    extensions: understand(files['extensions.yaml'], SCHEMAS['extensions.yaml'], {}, report),
    numbers: understand(files['numbers.yaml'], SCHEMAS['numbers.yaml'], {}, report),
    calling: understand(files['calling.yaml'], SCHEMAS['calling.yaml'], {}, report),
    files,
  };
  return { source, report };
}

function readFile(folder: string, name: FileName): Read {
  const path = join(folder, name);
  try {
    if (!existsSync(path)) return absent(name);
    if (statSync(path).size > MAX_BYTES) {
      return unread(name, 'is larger than 5 MB', 'Keep only what the directory needs in it.');
    }
    return readText(name, readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return unread(name, `cannot be read: ${why}`, 'It must be a readable file.');
  }
}

function readText(name: FileName, text: string): Read {
  const { tree, faults } = parseYaml(text);
  return { file: new SourceFile(name, tree, tree !== undefined), faults };
}

function absent(name: FileName): Read {
  return name === 'site.yaml'
    ? unread(name, 'is missing', 'Begin with a copy of examples/payphones/site.yaml.')
    : { file: new SourceFile(name, undefined, true), faults: [] };
}

function unread(name: FileName, message: string, mend: string): Read {
  return {
    file: new SourceFile(name, undefined, false),
    faults: [{ line: 0, path: [], message, mend }],
  };
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
