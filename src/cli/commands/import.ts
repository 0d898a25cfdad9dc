/** Commands that bring a directory along from elsewhere. */
import { importFutel, type ImportOptions } from '../../import/futel/importFutel';
import { importText } from './import/text';
import { program } from './command';

const importCommand = program
  .command('import')
  .description('make a directory out of what another system has')
  .exitOverride();

importCommand
  .command('futel')
  .description("make a directory out of Futel's extensions.json, and the ivrs_*.json beside it")
  .argument('<folder>', 'where extensions.json is, or the file itself')
  .option('--out <folder>', 'where the files go; it must be empty', 'directory')
  .option('--name <name>', 'what the set-up is called')
  .option('--time-zone <zone>', 'IANA time zone of its opening hours')
  .option('--sip-domain-prefix <name>', '`direct-example` for direct-example-prod and its like')
  .option(
    '--hand-off-host <host>',
    'the host that answers what is not in the files, as Asterisk did',
  )
  .option('--house-number <number>', 'in E.164 (default: the number that most extensions show)')
  .option('--incoming-menu <context>', 'the context that answers the house number')
  .option('--recordings <url>', 'where the recordings lie, such as en/outgoing/press-one.ulaw')
  .option('--translations <file>', 'JSON: what each recording says, `{ "en": …, "es": … }` by name')
  .option('--destinations <file>', 'JSON: what names lead to that only the code knew')
  .option('--operator-numbers <file>', 'JSON list (default: operator_numbers.json beside it)')
  .option('--json', 'print the report as JSON')
  .exitOverride()
  .action((folder: string, { json, ...options }: ImportOptions & { json?: boolean }) => {
    const imported = importFutel(folder, options);
    console.log(json ? JSON.stringify(imported, null, 2) : importText(imported));
  });
