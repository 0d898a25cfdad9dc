/** `dialtone numbers search`. */
import { InvalidArgumentError, Option } from 'commander';
import { ownFolder } from '../../../build/deployableProject';
import { connect } from '../../../twilio/client/login';
import { searchNumbers } from '../../../twilio/numbers';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  whole,
} from '../../command';

interface SearchFlags extends EnvironmentOptions {
  readonly country: string;
  readonly areaCode?: string;
  readonly contains?: string;
  readonly tollFree?: boolean;
  readonly limit: number;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption('none'))
      .addOption(environmentOption())
      .option('--country <code>', 'ISO 3166 region', 'US')
      .option('--area-code <digits>', 'North American area code', areaCode)
      .option('--contains <digits>', 'digits that it should contain')
      .option('--toll-free', 'toll-free numbers')
      .addOption(
        new Option('--limit <number>', 'how many at most')
          .default(20)
          .argParser(whole(1, 1_000, 'a number from 1 to 1000')),
      ),
  examples: ['numbers search -e prod --area-code 503', 'numbers search -e prod --toll-free'],
  jsonHelp: 'them',
  run: ({ env }, { environment, directory, ...search }: SearchFlags) =>
    searchNumbers(connect(environment, ownFolder(directory, env), env), search),
  print(found, { terminal }) {
    if (found.length === 0) terminal.print('None found. Ask for something less specific.');
    for (const { phoneNumber, locality, region, addressRequirements } of found) {
      const city = [locality, region].filter(Boolean).join(', ');
      const needs =
        addressRequirements === 'none' ? '' : `  needs an address (${addressRequirements})`;
      terminal.print(`${phoneNumber}  ${city}${needs}`);
    }
  },
});

function areaCode(text: string): string {
  if (/^[2-9]\d\d$/.test(text)) return text;
  throw new InvalidArgumentError('It must be three digits, such as 503.');
}
