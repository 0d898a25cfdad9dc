/** `dialtone init`: a directory of the operator's own. */
import { Option } from 'commander';
import {
  makeDirectory,
  type NewSchema,
  type TemplateName,
  TEMPLATES,
  updateSchema,
} from '../../../config/newDirectory';
import { namedFolder } from '../../../config/project';
import { FOLDER_VARIABLE } from '../../../config/folderVariable';
import { defineCommand } from '../../command';
import { initText, nextSteps, schemaText, type Step } from './text';

interface Options {
  readonly from: TemplateName;
  readonly schema?: true;
}

interface Result extends NewSchema {
  readonly from?: TemplateName;
  readonly next: readonly Step[];
}

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
      )
      .option(
        '--schema',
        'after an update: write only the schemas for editors, into an existing folder',
      ),
  examples: ['init ../phones', 'init ../phones --from payphones', 'init --schema'],
  jsonHelp: '{folder, from, files, next}',
  run({ env }, { from, schema }: Options, named?: string): Result {
    const folder = namedFolder(named, env) ?? '.';
    if (schema) return { ...updateSchema(folder), next: [] };
    const made = makeDirectory(folder, from);
    return { ...made, next: nextSteps(made) };
  },
  print: ({ from, next, ...made }, { terminal }) =>
    terminal.print(from ? initText({ ...made, from }, next) : schemaText(made)),
});
