/** `dialtone menus draw`. */
import { Option } from 'commander';
import { type CallLanguage, CALL_LANGUAGES } from '../../../runtime/model/directory';
import { drawMenus } from '../../../simulate/menus/draw';
import { type CommonOptions, defineCommand, directoryOption, UsageError } from '../../command';
import { openProject } from '../../project';
import { writeText } from '../../terminal/writeText';

interface DrawFlags extends CommonOptions {
  readonly out?: string;
  readonly language?: CallLanguage;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .option('-o, --out <file.svg>', 'where it goes (default: printed)')
      .addOption(
        new Option('-l, --language <language>', 'in which the prompts are shown').choices(
          CALL_LANGUAGES,
        ),
      ),
  examples: ['menus draw --out menus.svg', 'menus draw --language es --out menus.svg'],
  json: false,
  run(context, { directory, out, language }: DrawFlags) {
    const { directory: opened } = openProject(context, directory);
    const { languages } = opened.site;
    if (language !== undefined && !languages.includes(language)) {
      throw new UsageError(`the site speaks ${languages.join(', ')}, not ${language}`);
    }
    const drawing = drawMenus(opened, language ?? languages[0] ?? 'en');
    if (out !== undefined) writeText(out, drawing);
    return { drawing, menus: opened.menus.size };
  },
  print({ drawing, menus }, { terminal }, { out }) {
    if (out === undefined) terminal.printFile(drawing);
    else terminal.print(`Drew ${menus} menus in ${out}; any browser shows it.`);
  },
});
