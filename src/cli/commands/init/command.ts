/** `dialtone init`: a directory of the operator's own. */
import { Option } from 'commander';
import { makeDirectory, type TemplateName, TEMPLATES } from '../../../config/newDirectory';
import { namedFolder } from '../../../config/project';
import { FOLDER_VARIABLE } from '../../../config/folderVariable';
import { defineCommand } from '../../command';
import { initText, nextSteps } from './text';

export const command = defineCommand({
  configure: (command) =>
    command
      .argument(
        '[folder]',
        `a new or empty one (default: ${FOLDER_VARIABLE}, else the current folder)`,
      )
      .addOption(
        new Option(
          '--from <template>',
          'payphones: a complete example; empty: the smallest that builds',
        )
          .choices(TEMPLATES)
          .default('empty'),
      ),
  examples: ['init ../phones', 'init ../phones --from payphones'],
  jsonHelp: '{folder, from, files, next}',
  run(_, { from }: { from: TemplateName }, folder?: string) {
    const made = makeDirectory(namedFolder(folder) ?? '.', from);
    return { ...made, next: nextSteps(made) };
  },
  print: ({ next, ...made }, { terminal }) => terminal.print(initText(made, next)),
});
