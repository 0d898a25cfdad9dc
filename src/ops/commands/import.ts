/** Commands that bring a directory along from elsewhere. */
import { importFutel, type ImportOptions } from '../importFutel';
import { importText } from '../importText';
import { program } from './command';

const importCommand = program
  .command('import')
  .description('make a directory out of what another system has')
  .exitOverride();

importCommand
  .command('futel')
  .description("make a directory out of Futel's extensions.json")
  .argument('<folder>', 'where extensions.json is, or the file itself')
  .option('--out <folder>', 'where the four files go; it must be empty', 'directory')
  .option('--name <name>', 'what the set-up is called')
  .option('--time-zone <zone>', 'IANA time zone of its opening hours')
  .option('--sip-domain-prefix <name>', '`direct-example` for direct-example-prod and its like')
  .option('--hand-off-host <host>', 'the host whose menus # goes on to')
  .option('--house-number <number>', 'in E.164 (default: the number that most extensions show)')
  .option('--json', 'print the report as JSON')
  .exitOverride()
  .action((folder: string, { json, ...options }: ImportOptions & { json?: boolean }) => {
    const imported = importFutel(folder, options);
    console.log(json ? JSON.stringify(imported, null, 2) : importText(imported));
  });
