/** `dialtone phones extensions`: the list of all phones, to print. */
import { writeFileSync } from 'node:fs';
import { extensionList } from '../../../phones/sheet/card';
import { type SheetLanguage, sheetLanguages } from '../../../phones/sheet/language';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { openProject } from '../../project';
import { languageOption } from './language';
import { listedPhones } from './sheetOf';

interface ListFlags extends EnvironmentOptions {
  readonly out?: string;
  readonly language?: SheetLanguage;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .addOption(environmentOption())
      .option('-o, --out <file>', 'write it there')
      .addOption(languageOption()),
  examples: ['phones extensions -e prod --out extensions.html'],
  json: false,
  run(context, { directory, environment, out, language }: ListFlags) {
    const project = openProject(context, directory);
    const { site } = project.directory;
    const about = { site: site.name, language: language ?? sheetLanguages(site.languages)[0] };
    const list = extensionList(about, listedPhones(project, environment));
    if (out !== undefined) writeFileSync(out, list);
    return { list };
  },
  print({ list }, { terminal }, { out }) {
    if (out === undefined) terminal.printFile(list);
    else terminal.print(`${out} is the list. It contains no password.`);
  },
});
