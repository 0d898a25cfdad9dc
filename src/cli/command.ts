/** What a command is: data for the command line's table, a function that does it, and one that prints. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { FOLDER_VARIABLE } from '../config/folderVariable';
import { ENVIRONMENTS, type EnvironmentName } from '../runtime/model/directory';
import type { Io } from './io';
import type { Terminal } from './terminal/terminal';

/** What a command is given of the world. */
export interface Context extends Io {
  readonly terminal: Terminal;
}

export interface CommandModule<Options, Result> {
  /** Arguments and options; `--json` is added to every command with a result. */
  configure(command: Command): unknown;
  /** Shown by `--help`, without `dialtone` before it. */
  readonly examples: readonly string[];
  /** Does it; whoever calls prints what it returns. */
  run(context: Context, options: Options, ...args: string[]): Promise<Result> | Result;
  /** For people. */
  print?(result: Result, context: Context, options: Options): void;
  /** What `--json` prints where it is not the result itself; false for a command without `--json`. */
  readonly json?: false | ((result: Result, options: Options) => unknown);
  /** What the JSON holds, for `--help`. */
  readonly jsonHelp?: string;
  /** Zero unless given. */
  exitCode?(result: Result, options: Options): number;
  /** Options that may be given without their names: as it was before every command took `-e`. */
  readonly positional?: readonly ('environment' | 'from')[];
  /** Which environment is meant where none is named: the site's only one unless said otherwise. */
  readonly environment?: 'all' | 'prod';
}

// A table holds commands of any options.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyCommand = CommandModule<any, any>;

export interface CommonOptions {
  readonly directory?: string;
  readonly json?: boolean;
}

export interface EnvironmentOptions extends CommonOptions {
  readonly environment: EnvironmentName;
}

/** Something is wrong with the input or the world. */
export const EXIT_FAILED = 1;
/** `plan --detailed-exitcode`: there are changes. */
export const EXIT_CHANGES = 2;

export function defineCommand<Options extends object, Result>(
  module: CommandModule<Options, Result>,
): CommandModule<Options, Result> {
  return module;
}

/** The command was used in a way that it cannot be: printed with where to find its help. */
export class UsageError extends Error {}

/** @param otherwise what the command takes where there is no `directory/`. */
export function directoryOption(otherwise = 'the example'): Option {
  return new Option(
    '-d, --directory <folder>',
    `the operator's files (default: ${FOLDER_VARIABLE}, else directory/, else ${otherwise})`,
  );
}

/** The only way to name an environment. */
export function environmentOption(unlessGiven = "the site's only one"): Option {
  return new Option('-e, --environment <name>', `environment (default: ${unlessGiven})`).choices(
    ENVIRONMENTS,
  );
}

/** How a phone is named. */
export const EXTENSION = 'its extension, number or name';

/** A parser of whole numbers, for an option. */
export function whole(least: number, most: number, what: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) {
      return number;
    }
    throw new InvalidArgumentError(`It must be ${what}.`);
  };
}
