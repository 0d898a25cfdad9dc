/** What plan and apply take alike. */
import type { Command } from 'commander';
import { requiredFolder } from '../../../build/deployableProject';
import {
  optionOf,
  type Release,
  RELEASE_NAMES,
  RELEASES,
} from '../../../twilio/emergency/releases';
import { REPLACE_NEWER } from '../../../twilio/deploy/newer';
import type { PlanOptions } from '../../../twilio/planAndApply';
import { adviseMove } from '../../account';
import {
  type Context,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { warnOf } from '../../project';

export interface PlanFlags extends EnvironmentOptions {
  readonly prune?: boolean;
  readonly account?: boolean;
  readonly setAgain?: boolean;
  readonly newKey?: boolean;
  readonly replaceNewer?: boolean;
}

export function withPlanOptions(command: Command): Command {
  command
    .addOption(directoryOption('none'))
    .addOption(environmentOption())
    .option('--prune', 'remove credentials, lists and addresses that the directory does not have')
    .option('--account', 'also change what applies to the whole account: dialing permissions')
    .option(
      '--set-again',
      'set passwords that were changed outside back to what the directory says',
    )
    .option('--new-key', 'derive every password again from the master key that is here now')
    .option(REPLACE_NEWER, 'continue even if what is live, or was applied last, may be newer');
  // What may be taken from emergency calls.
  for (const name of RELEASE_NAMES) command.option(optionOf(name), RELEASES[name]);
  return command;
}

export function planOptionsOf(context: Context, { directory, ...flags }: PlanFlags): PlanOptions {
  const given = flags as Readonly<Record<string, unknown>>;
  const releases: ReadonlySet<Release> = new Set(
    RELEASE_NAMES.filter((name) => given[inCamelCase(name)] === true),
  );
  const folder = requiredFolder(directory, context.env);
  adviseMove(context, flags.environment, folder);
  return { folder, env: context.env, ...flags, releases, warn: warnOf(context) };
}

/** As commander names an option. */
function inCamelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
