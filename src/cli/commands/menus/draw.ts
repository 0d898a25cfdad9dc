/** `dialtone menus draw`. */
import { Option } from 'commander';
import { type CallLanguage, CALL_LANGUAGES } from '../../../runtime/model/directory';
import { drawCalls } from '../../../simulate/drawing/draw';
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
  examples: ['menus draw --out calls.svg', 'menus draw --language es --out calls.svg'],
  json: false,
  async run(context, { directory, out, language }: DrawFlags) {
    const project = openProject(context, directory);
    const { extensions, menus, numbers, site } = project.directory;
    const { languages } = site;
    if (language !== undefined && !languages.includes(language)) {
      throw new UsageError(`the site speaks ${languages.join(', ')}, not ${language}`);
    }
    const drawing = await drawCalls(project, language ?? languages[0] ?? 'en');
    if (out !== undefined) writeText(out, drawing);
    return { drawing, counts: [extensions.size, numbers.size, menus.size] };
  },
  print({ drawing, counts: [phones, numbers, menus] }, { terminal }, { out }) {
    if (out === undefined) terminal.printFile(drawing);
    else {
      const drawn = `${phones} phones, ${numbers} numbers and ${menus} menus`;
      terminal.print(`Drew ${drawn} in ${out}; any browser shows it.`);
    }
  },
});
