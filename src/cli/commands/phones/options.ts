/** What the commands on phones have in common. */
import type { Command } from 'commander';
import { UserError } from '../../../diagnostics/errors';
import { usernameOf } from '../../../simulate/extensionNamed';
import type { EnvironmentName } from '../../../runtime/model/directory';
import {
  type CommonOptions,
  type Context,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  EXTENSION,
} from '../../command';
import { openProject } from '../../project';
import { type PhoneQuestion, requiredKey } from './phones';

export const PIPE = 'print passwords even if not on a terminal';
export const OUT_FOLDER = 'write them to this folder, which only you can read';

export type MaybeEnvironment = CommonOptions & { readonly environment?: EnvironmentName };

export interface OutFlags extends EnvironmentOptions {
  readonly out?: string;
  readonly pipe?: boolean;
}

/** For a command about all of them, in one environment or in each. */
export function withPhones(command: Command): Command {
  return command.addOption(directoryOption()).addOption(environmentOption('all'));
}

/** For a command about one of them. */
export function withPhone(command: Command): Command {
  return command
    .argument('<extension>', EXTENSION)
    .addOption(directoryOption())
    .addOption(environmentOption());
}

/** @throws UserError where there is no such phone, or no key. */
export function questionOf(
  context: Context,
  { directory, environment }: EnvironmentOptions,
  name: string,
): PhoneQuestion {
  const project = openProject(context, directory);
  const key = requiredKey(environment, project, context.env);
  return { username: usernameOf(name, project), environment, project, key };
}

export function requireTerminal({ stdout }: Context, { pipe }: OutFlags): void {
  if (stdout.isTTY || pipe) return;
  throw new UserError(
    'Passwords are printed only on a terminal: here they would end up in a file or a log.',
    'Write them with --out; or if that is what you want, add --pipe.',
  );
}

export function warnAll({ terminal }: Context, warnings: readonly string[]): void {
  for (const warning of warnings) terminal.warn(warning);
}
