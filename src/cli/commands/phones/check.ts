/** `dialtone phones check`. */
import { isError } from '../../../diagnostics/diagnostic';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { defineCommand, EXIT_FAILED } from '../../command';
import { openProject } from '../../project';
import { checkPhones, withLines } from './checkPhones';
import { type MaybeEnvironment, withPhones } from './options';
import { diagnosticsText } from './text';

export const command = defineCommand({
  environment: 'all',
  configure: withPhones,
  examples: ['phones check', 'phones check -e prod'],
  jsonHelp: 'the diagnostics',
  run(context, { directory, environment }: MaybeEnvironment) {
    const project = openProject(context, directory);
    const known = Object.keys(project.directory.site.environments) as EnvironmentName[];
    const asked = environment === undefined ? known : [environment];
    return withLines(project.folder, checkPhones(project, asked));
  },
  print: (diagnostics, { terminal }) => terminal.print(diagnosticsText(diagnostics, terminal.out)),
  exitCode: (diagnostics) => (diagnostics.some(isError) ? EXIT_FAILED : 0),
});
