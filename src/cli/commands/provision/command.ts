/** `dialtone provision`: hands phones their files. */
import { InvalidArgumentError, Option } from 'commander';
import { directoryFolder } from '../../../config/project';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  whole,
} from '../../command';
import { provision, type ProvisionOptions } from './provision';

type ProvisionFlags = EnvironmentOptions & Omit<ProvisionOptions, 'folder'>;

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .addOption(environmentOption())
      .option('--bind <address>', 'address of this machine to listen on', '127.0.0.1')
      .addOption(
        new Option('-p, --port <port>', 'port')
          .default(8069)
          .argParser(whole(1, 65_535, 'a number from 1 to 65535')),
      )
      .option('--host <address>', 'how phones reach this machine (default: what it is bound to)')
      .addOption(
        new Option(
          '--arm, --open <extensions...>',
          'phones that may fetch their files at once, separated by commas or spaces; or all',
        ).argParser(names),
      )
      .addOption(
        new Option('--minutes <minutes>', 'for how long')
          .default(15)
          .argParser(whole(1, 1_440, 'a number from 1 to 1440')),
      )
      .option(
        '--files <folder>',
        'the maker’s own files, such as sip.cfg and phone1.cfg of a Polycom',
      ),
  examples: [
    'provision -e prod --bind 192.168.7.2',
    'provision -e prod --bind 192.168.7.2 --open clinton,belmont',
    'provision -e prod --bind 192.168.7.2 --open all',
  ],
  json: false,
  run: (context, { directory, ...options }: ProvisionFlags) =>
    provision({ ...options, folder: directoryFolder(directory, context.env) }, context),
});

/** Called for each word after the option. No username holds a comma. */
function names(text: string, before: readonly string[] = []): readonly string[] {
  const named = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (named.length > 0) return [...new Set([...before, ...named])];
  throw new InvalidArgumentError('It must be the names of extensions, such as clinton,belmont.');
}
