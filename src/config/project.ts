/** An operator's directory as the commands use it: compiled, with its TwiML templates. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type CompiledDirectory,
  compileDirectory,
  EMPTY,
  emptyDirectory,
  openDirectory,
  OwnFolder,
  Refused,
} from '.';
import { NO_PROVISIONING, type Provisioning } from './compile/provisioning';
import type { Directory } from '../runtime/model/directory';
import { type Diagnostic, errorAt, isError } from '../diagnostics/diagnostic';
import { UserError } from '../diagnostics/errors';
import { inCheckout } from './checkout';
import { type Env, FOLDER_VARIABLE } from './folderVariable';
import { checkTemplates } from './templates/templateErrors';
import { soundDiagnostics } from './recordings/recording';

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
interface Template {
  readonly name: string;
  /** As errors name it: an operator's own within the directory. */
  readonly file: string;
  readonly text: string;
  readonly shipped: boolean;
}

/** The folder that was named: by the option, else by `DIALTONE_DIRECTORY`. */
export function namedFolder(asked: string | undefined, env: Env): string | undefined {
  return asked ?? (env[FOLDER_VARIABLE] || undefined);
}

/** The folder that was named, else the operator's own, here or in the checkout, else the example. */
export function directoryFolder(asked: string | undefined, env: Env): string {
  const named = namedFolder(asked, env);
  const own = [OWN_DIRECTORY, inCheckout(OWN_DIRECTORY)].find((one) => existsSync(one));
  const folder = named ?? own ?? inCheckout(EXAMPLE_DIRECTORY);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UserError(
    `There is no folder ${folder}`,
    named === undefined
      ? "Run this in the project's own folder."
      : `Name an existing folder with --directory or ${FOLDER_VARIABLE}.`,
  );
}

/** Where there are no operator's files: Twilio's credential lists alone say who may call. */
export function emptyProject(): Project {
  const { templates } = readTemplates(OWN_DIRECTORY);
  return {
    folder: OWN_DIRECTORY,
    compiled: EMPTY,
    directory: emptyDirectory(),
    provisioning: NO_PROVISIONING,
    templates,
  };
}

/** Reads a directory and everything it names. All errors, in files, templates and recordings, at once. */
export function readProject(folder: string): {
  readonly project?: Project;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { templates, diagnostics: unread } = readTemplates(folder);
  const {
    directory: compiled,
    provisioning,
    diagnostics,
  } = compileDirectory(folder, {
    twimlAssets: [...templates.keys()],
  });
  const checked = checkTemplates(templates.values(), compiled);
  const all = [...diagnostics, ...unread, ...checked.diagnostics, ...soundDiagnostics(folder)];
  if (!compiled || !provisioning || all.some(isError)) return { diagnostics: all };
  const directory = openDirectory(compiled);
  const dialled = [...provisioning.dialled, ...checked.dialled];
  return {
    project: { folder, compiled, directory, provisioning: { ...provisioning, dialled }, templates },
    diagnostics: all,
  };
}

interface Templates {
  readonly templates: ReadonlyMap<string, Template>;
  /** Of files that are not read; links are reported with the rest of the directory. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An operator's template of the same name takes the place of a shipped one. */
function readTemplates(folder: string): Templates {
  const own = new OwnFolder(folder);
  const diagnostics: Diagnostic[] = [];
  const read = (file: string): string => {
    try {
      return own.text(file);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { why: message, fix = '' } = error;
      if (!own.refusal(file)) diagnostics.push(errorAt(file, message, fix));
      return EMPTY_RESPONSE;
    }
  };
  const all = [
    ...named(readdirSync(inCheckout(SHIPPED_TEMPLATES)).sort(), '.private.xml').map(
      ({ name, entry }) => {
        const file = path.join(SHIPPED_TEMPLATES, entry);
        return { name, file, text: readFileSync(inCheckout(file), 'utf8'), shipped: true };
      },
    ),
    ...named(own.names('twiml'), '.xml').map(({ name, entry }) => {
      const file = path.join('twiml', entry);
      return { name, file, text: read(file), shipped: false };
    }),
  ];
  return { templates: new Map(all.map((template) => [template.name, template])), diagnostics };
}

/** Stands in for one that is not read, so that the rest is checked. */
const EMPTY_RESPONSE = '<Response/>';

function named(entries: readonly string[], suffix: string) {
  return entries
    .filter((entry) => entry.endsWith(suffix))
    .map((entry) => ({ entry, name: entry.slice(0, -suffix.length) }));
}
