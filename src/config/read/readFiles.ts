/** The files of an operator's folder, as YAML trees. */
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import { FILES, type FileName, isMenuFile } from './files';
import { OwnFolder } from './ownFolder';
import { Refused } from './ownFile';
import { SourceFile } from './sourceFile';
import { parseYaml } from './yaml';

/** A file, and what is wrong with its form. */
export interface Read {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Those that are there, in the order in which errors are reported. */
export function directoryFiles(folder: string): readonly FileName[] {
  const own = new OwnFolder(folder);
  const menus = own
    .names('menus')
    .map((name) => `menus/${name}`)
    .filter(isMenuFile);
  const there = own.names();
  return [...FILES.filter((name) => there.includes(name)), ...menus];
}

export function readFile(folder: string, name: FileName): Read {
  try {
    return readText(name, new OwnFolder(folder).text(name));
  } catch (error) {
    if (error instanceof Refused) return unread(name, error.why, error.fix ?? '');
    throw error;
  }
}

export function readText(name: FileName, text: string): Read {
  const { tree, diagnostics } = parseYaml(name, text);
  return { file: new SourceFile(name, tree, tree !== undefined), diagnostics };
}

export function absent(name: FileName): Read {
  return name === 'site.yaml'
    ? unread(name, 'is missing', 'Start with a copy of examples/payphones/site.yaml.')
    : { file: new SourceFile(name, undefined, true), diagnostics: [] };
}

function unread(name: FileName, message: string, fix: string): Read {
  return {
    file: new SourceFile(name, undefined, false),
    diagnostics: [errorAt(name, message, fix)],
  };
}
