/** The files of an operator's folder, as YAML trees. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, type FileName, isMenuFile } from './files';
import { SourceFile } from './sourceFile';
import { parseYaml, type YamlFault } from './yaml';

/** About 40,000 phones; more is no directory. */
const MAX_BYTES = 5_000_000;

/** A file, and what is wrong with its form. */
export interface Read {
  readonly file: SourceFile;
  readonly faults: readonly YamlFault[];
}

/** Those that are there, in the order in which faults are told. */
export function directoryFiles(folder: string): readonly FileName[] {
  const menus = namesIn(join(folder, 'menus'))
    .map((name) => `menus/${name}`)
    .filter(isMenuFile);
  return [...FILES.filter((name) => existsSync(join(folder, name))), ...menus];
}

/** The names in a folder, in order; none where there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  return isFolder(folder) ? readdirSync(folder).sort() : [];
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function readFile(folder: string, name: FileName): Read {
  const path = join(folder, name);
  try {
    if (statSync(path).size > MAX_BYTES) {
      return unread(name, 'is larger than 5 MB', 'Keep only what the directory needs in it.');
    }
    return readText(name, readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return unread(name, `cannot be read: ${why}`, 'It must be a readable file.');
  }
}

export function readText(name: FileName, text: string): Read {
  const { tree, faults } = parseYaml(text);
  return { file: new SourceFile(name, tree, tree !== undefined), faults };
}

export function absent(name: FileName): Read {
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
