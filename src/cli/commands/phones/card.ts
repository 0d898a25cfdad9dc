/** `dialtone phones card`: what hangs beside a phone. */
import { writeFileSync } from 'node:fs';
import type { SheetLanguage } from '../../../phones/sheet/language';
import { usernameOf } from '../../../simulate/extensionNamed';
import { defineCommand, type EnvironmentOptions } from '../../command';
import { openProject } from '../../project';
import { languageOption } from './language';
import { withPhone } from './options';
import { cardOf } from './sheetOf';

interface CardFlags extends EnvironmentOptions {
  readonly out?: string;
  readonly language?: SheetLanguage;
}

export const command = defineCommand({
  configure: (command) =>
    withPhone(command).option('-o, --out <file>', 'write it there').addOption(languageOption()),
  examples: ['phones card clinton -e prod --out clinton-card.html'],
  json: false,
  run(context, { directory, environment, out, language }: CardFlags, name) {
    const project = openProject(context, directory);
    const username = usernameOf(name, project);
    const card = cardOf({ username, environment, project }, { language, now: context.now() });
    if (out !== undefined) writeFileSync(out, card);
    return { card };
  },
  print({ card }, { terminal }, { out }) {
    if (out === undefined) terminal.printFile(card);
    else terminal.print(`${out} is what can be dialled there. It contains no password.`);
  },
});
