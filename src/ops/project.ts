/** An operator's directory as the commands use it: compiled, with its TwiML templates. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type CompiledDirectory,
  compileDirectory,
  EMPTY,
  emptyDirectory,
  type Fault,
  openDirectory,
} from '../directory';
import { NO_PROVISIONING, type Provisioning } from '../directory/provisioning';
import type { Directory } from '../directory/types';
import { checkTemplate } from '../twiml/check';
import { UserError } from './errors';
import { sizeFaults } from './sounds/playable';

export const EXAMPLE_DIRECTORY = 'examples/payphones';
export const OWN_DIRECTORY = 'directory';
const SHIPPED_TEMPLATES = 'src/assets/twiml';

export interface Project {
  readonly folder: string;
  readonly compiled: CompiledDirectory;
  readonly directory: Directory;
  readonly provisioning: Provisioning;
  readonly templates: ReadonlyMap<string, Template>;
}

/** A TwiML asset: shipped with the project, or the operator's own. */
export interface Template {
  readonly name: string;
  /** As faults name it: an operator's own within the directory. */
  readonly file: string;
  readonly text: string;
  readonly shipped: boolean;
}

/** The folder asked for, else the operator's own, else the example. */
export function directoryFolder(asked?: string): string {
  const folder = asked ?? (existsSync(OWN_DIRECTORY) ? OWN_DIRECTORY : EXAMPLE_DIRECTORY);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UserError(
    `There is no folder ${folder}`,
    asked === undefined
      ? "Run this in the project's own folder."
      : 'Name an existing folder with --directory.',
  );
}

/** Where there are no operator's files: Twilio's credential lists alone say who may call. */
export function emptyProject(): Project {
  const templates = readTemplates(OWN_DIRECTORY);
  return {
    folder: OWN_DIRECTORY,
    compiled: EMPTY,
    directory: emptyDirectory(),
    provisioning: NO_PROVISIONING,
    templates,
  };
}

/** Reads a directory and everything it names. All faults, in files, templates and recordings, at once. */
export function readProject(folder: string): {
  readonly project?: Project;
  readonly faults: readonly Fault[];
} {
  const templates = readTemplates(folder);
  const {
    directory: compiled,
    provisioning,
    faults,
  } = compileDirectory(folder, {
    twimlAssets: [...templates.keys()],
  });
  const all = [...faults, ...templateFaults(templates), ...sizeFaults(folder)];
  if (!compiled || !provisioning || all.some(({ severity }) => severity === 'fault'))
    return { faults: all };
  const directory = openDirectory(compiled);
  return { project: { folder, compiled, directory, provisioning, templates }, faults: all };
}

/** An operator's template of the same name takes the place of a shipped one. */
function readTemplates(folder: string): ReadonlyMap<string, Template> {
  const shipped = templatesIn(SHIPPED_TEMPLATES, '.private.xml', true);
  const own = templatesIn(path.join(folder, 'twiml'), '.xml', false);
  return new Map([...shipped, ...own].map((template) => [template.name, template]));
}

function templatesIn(folder: string, suffix: string, shipped: boolean): Template[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .sort()
    .map((entry) => {
      const name = entry.slice(0, -suffix.length);
      const file = shipped ? path.join(folder, entry) : path.join('twiml', entry);
      return { name, file, text: readFileSync(path.join(folder, entry), 'utf8'), shipped };
    });
}

function templateFaults(templates: ReadonlyMap<string, Template>): Fault[] {
  return [...templates.values()].flatMap(({ file, text }) =>
    checkTemplate(file, text).map((fault) => ({ path: '', ...fault })),
  );
}
