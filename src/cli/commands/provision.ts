/** The command provision: gives phones their files. */
import { InvalidArgumentError, Option } from 'commander';
import { directoryFolder } from '../../config/project';
import { provision, type ProvisionOptions } from './provision/provision';
import { command, type CommonOptions, environmentOption } from './command';

type ProvisionFlags = CommonOptions & Omit<ProvisionOptions, 'folder'>;

command('provision', 'give phones their files, on your desk or in a site’s own network')
  .addOption(environmentOption())
  .option('--bind <address>', 'address of this machine to listen on', '127.0.0.1')
  .addOption(new Option('-p, --port <port>', 'port').default(8069).argParser(whole(1, 65_535)))
  .option('--host <address>', 'how phones reach this machine (default: what it is bound to)')
  .addOption(
    new Option(
      '--open, --arm <extensions...>',
      'phones that may have their files at once, with commas or spaces between',
    ).argParser(names),
  )
  .addOption(
    new Option('--minutes <minutes>', 'for how long').default(15).argParser(whole(1, 1_440)),
  )
  .option('--files <folder>', 'the maker’s own files, such as sip.cfg and phone1.cfg of a Polycom')
  .action(async ({ directory, ...options }: ProvisionFlags) => {
    await provision({ ...options, folder: directoryFolder(directory) });
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

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  };
}
