/** `dialtone phones sheet`: a page to print. */
import type { SheetLanguage } from '../../../phones/sheet/language';
import { defineCommand } from '../../command';
import { languageOption } from './language';
import { type OutFlags, PIPE, questionOf, requireTerminal, warnAll, withPhone } from './options';
import { phoneWarnings } from './phones';
import { provisionServer } from './server';
import { sheetOf } from './sheetOf';
import { writePrivately } from './writeFiles';

interface SheetFlags extends OutFlags {
  readonly language?: SheetLanguage;
  readonly server?: string;
}

export const command = defineCommand({
  configure: (command) =>
    withPhone(command)
      .option('-o, --out <file>', 'write it to this file, which only you can read')
      .addOption(languageOption())
      .option(
        '--server <host:port>',
        'where phones reach `dialtone provision`: for its address, or QR code',
        provisionServer,
      )
      .option('--pipe', PIPE),
  examples: [
    'phones sheet clinton -e prod --out clinton.html',
    'phones sheet 101 -e prod --language es --out clinton.html',
  ],
  json: false,
  run(context, options: SheetFlags, name) {
    if (options.out === undefined) requireTerminal(context, options);
    const asked = questionOf(context, options, name);
    const sheet = sheetOf(asked, { ...options, now: context.now() });
    if (options.out !== undefined) writePrivately(options.out, sheet);
    return { sheet, username: asked.username, warnings: phoneWarnings(asked) };
  },
  print({ sheet, username, warnings }, context, { out }) {
    warnAll(context, warnings);
    if (out === undefined) context.terminal.printFile(sheet);
    else
      context.terminal.print(
        `${out} contains the passwords of ${username}. Print it from a browser.`,
      );
  },
});
