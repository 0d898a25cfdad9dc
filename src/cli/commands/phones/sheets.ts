/** `dialtone phones sheets`: the sheets of every phone, to print at once. */
import { UserError } from '../../../diagnostics/errors';
import type { SheetLanguage } from '../../../phones/sheet/language';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  EXIT_FAILED,
} from '../../command';
import { openProject } from '../../project';
import { languageOption } from './language';
import { listPhones, type PhoneQuestion, requiredKey } from './phones';
import { provisionServer } from './server';
import { sheetOf, sheetsOf } from './sheetOf';
import { writePrivately } from './writeFiles';

interface SheetsFlags extends EnvironmentOptions {
  readonly out: string;
  readonly language?: SheetLanguage;
  readonly server?: string;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .addOption(environmentOption())
      .requiredOption('-o, --out <file>', 'write them there, for you alone to read')
      .addOption(languageOption())
      .option(
        '--server <host:port>',
        'where phones reach `dialtone provision`: for their addresses, or QR codes',
        provisionServer,
      ),
  examples: ['phones sheets -e prod --out phone-files/sheets.html'],
  jsonHelp: '{out, phones, missing}',
  run(context, { directory, environment, out, ...wish }: SheetsFlags) {
    const project = openProject(context, directory);
    const key = requiredKey(environment, project, context.env);
    const whole = { ...wish, now: context.now() };
    const printable: PhoneQuestion[] = [];
    const missing: { extension: string; message: string; fix: string }[] = [];
    for (const { extension: username, model } of listPhones(project, environment)) {
      if (model === undefined) continue;
      const question = { username, environment, project, key };
      try {
        sheetOf(question, whole);
        printable.push(question);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const { message, fix = '' } = error;
        missing.push({ extension: username, message, fix });
      }
    }
    writePrivately(out, sheetsOf(printable, whole));
    return { out, phones: printable.map(({ username }) => username), missing };
  },
  print({ out, phones, missing }, { terminal }) {
    for (const { message, fix } of missing) {
      terminal.say(`${terminal.err.red(message)}\n    ${fix}`);
    }
    const sheets =
      phones.length === 1 ? 'the sheet of 1 phone' : `the sheets of ${phones.length} phones`;
    terminal.print(`${out} contains ${sheets}, with their passwords. Print it from a browser.`);
  },
  exitCode: ({ missing }) => (missing.length > 0 ? EXIT_FAILED : 0),
});
