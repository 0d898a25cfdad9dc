/** `dialtone import futel`: a directory out of Futel's files. */
import { importFutel, type ImportOptions } from '../../../import/futel/importFutel';
import { defineCommand } from '../../command';
import { importText } from './text';

export const command = defineCommand({
  configure: (command) =>
    command
      .argument('<folder>', 'where extensions.json is, or the file itself')
      .option('--out <folder>', 'where the files go; it must be empty', 'directory')
      .option('--name <name>', 'name of the site')
      .option('--time-zone <zone>', 'IANA time zone of its opening hours')
      .option('--sip-domain-prefix <name>', '`direct-example` for direct-example-prod and so on')
      .option(
        '--hand-off-host <host>',
        'the host that answers what is not in the files, as Asterisk did, such as `pbx-{environment}.example.org;region=us2`',
      )
      .option('--edge <edge>', 'Twilio edge to which the phones register, such as umatilla')
      .option('--house-number <number>', 'in E.164 (default: the number that most extensions show)')
      .option('--incoming-menu <context>', 'the context that answers the house number')
      .option('--recordings <url>', 'where the recordings are, such as en/outgoing/press-one.ulaw')
      .option(
        '--translations <file>',
        'JSON: what each recording says, `{ "en": …, "es": … }` by name',
      )
      .option('--destinations <file>', 'JSON: destinations that only the code knew, by name')
      .option('--operator-numbers <file>', 'JSON list (default: operator_numbers.json beside it)'),
  examples: ['import futel ../futel --time-zone America/Los_Angeles --out directory'],
  jsonHelp: 'the report',
  run: (_, options: ImportOptions, folder) => importFutel(folder, options),
  print: (imported, { terminal }) => terminal.print(importText(imported, terminal.out)),
});
