/** What every command has in common. */
import { Command, Option } from 'commander';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';

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

export const program = new Command('dialtone')
  .description('Real phones on Twilio with no server of your own.')
  .showHelpAfterError('(--help says what there is)')
  .exitOverride()
  .addHelpText('after', '\nExit codes: 0 done, 1 something is wrong, 64 wrong usage.');

/**
 * A command on a directory.
 *
 * @param otherwise what it takes where there is no `directory/`.
 * @param parent the command that it is part of, such as `numbers`.
 */
export function command(
  name: string,
  description: string,
  otherwise = 'the example',
  parent = program,
): Command {
  return parent
    .command(name)
    .description(description)
    .option(
      '-d, --directory <folder>',
      `the operator's files (default: directory/, else ${otherwise})`,
    )
    .exitOverride();
}

/** `--environment`, which the user must name. */
export function environmentOption(): Option {
  return new Option('-e, --environment <name>', 'environment')
    .choices(ENVIRONMENTS)
    .makeOptionMandatory();
}

/** What a command is told of whom. */
export const EXTENSION = 'its SIP username or short name';
