/** `init`: a directory of the operator's own. */
import { Option } from 'commander';
import { makeDirectory, type TemplateName, TEMPLATES } from '../../config/newDirectory';
import { FOLDER_VARIABLE, namedFolder } from '../../config/project';
import { initText, nextSteps } from './init/text';
import { program } from './command';

program
  .command('init')
  .description('make a directory of your own, with its own git repository, outside this checkout')
  .argument('[folder]', `a new or empty one (default: ${FOLDER_VARIABLE}, else the current folder)`)
  .addOption(
    new Option(
      '--from <template>',
      'payphones: a complete example; empty: the smallest that builds',
    )
      .choices(TEMPLATES)
      .default('empty'),
  )
  .option('--json', 'print {folder, from, files, next} as JSON')
  .exitOverride()
  .action((folder: string | undefined, { from, json }: { from: TemplateName; json?: boolean }) => {
    const made = makeDirectory(namedFolder(folder) ?? '.', from);
    const next = nextSteps(made);
    console.log(json ? JSON.stringify({ ...made, next }, null, 2) : initText(made, next));
  });
