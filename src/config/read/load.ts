/** Reads an operator's folder. Bad input is an error, never an exception. */
import { reportComments } from './comments';
import { Diagnostics } from './diagnostics';
import { FILES, type FileName, isMenuFile, MENUS, type MenuFile, type Texts } from './files';
import { reportIrregularFiles } from './irregularFiles';
import { absent, directoryFiles, type Read, readFile, readText } from './readFiles';
import {
  type CallingSource,
  type ExtensionSource,
  type MenuSource,
  type NumberSource,
  type OperatorsSource,
  SCHEMAS,
} from '../schema';
import type { SiteSource } from '../schema';
import type { SourceFile } from './sourceFile';
import { reportUnexpectedFiles } from './unexpectedFiles';
import { validate } from './validate';

/** The files, read and typed. What was faulty is left out; `files` still knows its keys. */
export interface Source {
  readonly site: SiteSource;
  readonly extensions: Readonly<Record<string, ExtensionSource>>;
  readonly numbers: Readonly<Record<string, NumberSource>>;
  readonly calling: CallingSource;
  /** Absent without `operators.yaml`. */
  readonly operators?: OperatorsSource;
  /** By name; of two with one name the first. */
  readonly menus: ReadonlyMap<string, MenuEntry>;
  readonly files: Readonly<Record<FileName, SourceFile>>;
}

export interface MenuEntry {
  readonly file: MenuFile;
  readonly menu: MenuSource;
}

/** Stands in for what `site.yaml` must say, so that the other files can still be checked. */
const FALLBACK_SITE = {
  name: '?',
  timeZone: 'UTC',
  locations: {},
  languages: ['en'],
  environments: { prod: { sipDomain: 'unknown' } },
};

interface Loaded {
  readonly source: Source;
  readonly report: Diagnostics;
}

/** Reads `folder`, telling every error of form to the diagnostics it returns. */
export function loadDirectory(folder: string): Loaded {
  const there = directoryFiles(folder);
  const missing = FILES.filter((name) => !there.includes(name)).map(absent);
  const loaded = load([...missing, ...there.map((name) => readFile(folder, name))]);
  reportUnexpectedFiles(folder, loaded.report);
  reportIrregularFiles(folder, loaded.report);
  return loaded;
}

/** The same of files that are not written yet. */
export function loadTexts(texts: Texts): Loaded {
  const names = [...new Set<FileName>([...FILES, ...Object.keys(texts).filter(isMenuFile)])];
  return load(
    names.map((name) => {
      const text: string | undefined = texts[name];
      return text === undefined ? absent(name) : readText(name, text);
    }),
  );
}

function load(read: readonly Read[]): Loaded {
  const files = Object.fromEntries(read.map(({ file }) => [file.name, file])) as Source['files'];
  const report = new Diagnostics((name, path) => {
    const file = files[name];
    const written = file?.written(path) ?? path;
    return { path: written, line: file?.line(written) ?? 0 };
  });
  for (const { diagnostics } of read) {
    for (const diagnostic of diagnostics) report.add(diagnostic);
  }
  for (const { file } of read) reportComments(file, report);
  const operators = files['operators.yaml'];
  const source: Source = {
    site: validate(files['site.yaml'], SCHEMAS['site.yaml'], FALLBACK_SITE, report),
    extensions: validate(files['extensions.yaml'], SCHEMAS['extensions.yaml'], {}, report),
    numbers: validate(files['numbers.yaml'], SCHEMAS['numbers.yaml'], {}, report),
    calling: validate(files['calling.yaml'], SCHEMAS['calling.yaml'], {}, report),
    ...(operators.has([]) && {
      operators: validate(operators, SCHEMAS['operators.yaml'], { volunteers: {} }, report),
    }),
    menus: menusOf(files, report),
    files,
  };
  return { source, report };
}

function menusOf(files: Source['files'], report: Diagnostics): Source['menus'] {
  const menus = new Map<string, MenuEntry>();
  for (const file of Object.values(files)) {
    const { name } = file;
    if (!isMenuFile(name)) continue;
    const understood = validate(file, SCHEMAS[MENUS], {}, report);
    for (const [each, menu] of Object.entries(understood)) {
      if (!menus.has(each)) menus.set(each, { file: name, menu });
    }
  }
  return menus;
}
