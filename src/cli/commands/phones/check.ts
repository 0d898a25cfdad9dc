/** `dialtone phones check`. */
import { isError } from '../../../diagnostics/diagnostic';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { defineCommand, EXIT_FAILED } from '../../command';
import { openProject } from '../../project';
import { checkPhones, withLines } from './checkPhones';
import { type MaybeEnvironment, withPhones } from './options';
import { findingsText } from './text';

export const command = defineCommand({
  environment: 'all',
  configure: withPhones,
  examples: ['phones check', 'phones check -e prod'],
  jsonHelp: 'the findings',
  run(context, { directory, environment }: MaybeEnvironment) {
    const project = openProject(context, directory);
    const known = Object.keys(project.directory.site.environments) as EnvironmentName[];
    const asked = environment === undefined ? known : [environment];
    return withLines(project.folder, checkPhones(project, asked));
  },
  print: (findings, { terminal }) => terminal.print(findingsText(findings, terminal.out)),
  exitCode: (findings) => (findings.some(isError) ? EXIT_FAILED : 0),
});
