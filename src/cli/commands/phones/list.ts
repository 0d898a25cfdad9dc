/** `dialtone phones list`. */
import { defineCommand } from '../../command';
import { openProject } from '../../project';
import { type MaybeEnvironment, withPhones } from './options';
import { listPhones } from './phones';
import { listText } from './text';

export const command = defineCommand({
  environment: 'all',
  configure: withPhones,
  examples: ['phones list', 'phones list -e prod --json'],
  jsonHelp: 'them',
  run: (context, { directory, environment }: MaybeEnvironment) =>
    listPhones(openProject(context, directory), environment),
  print: (phones, { terminal }) => terminal.print(listText(phones)),
});
