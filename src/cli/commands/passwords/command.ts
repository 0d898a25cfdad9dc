/** `dialtone passwords rebuild`: the record at Twilio of password generations. */
import { requiredFolder } from '../../../build/deployableProject';
import { printable } from '../../../diagnostics/printable';
import { connectAccount } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { warnOf } from '../../project';
import { rebuild } from './rebuild';

export const command = defineCommand({
  configure: (command) => command.addOption(directoryOption('none')).addOption(environmentOption()),
  examples: ['passwords rebuild -e prod'],
  jsonHelp: 'the record',
  async run(context, { directory, environment }: EnvironmentOptions) {
    const folder = requiredFolder(directory, context.env);
    const rest = await connectAccount(context, environment, folder);
    return rebuild({ environment, folder, env: context.env, rest, warn: warnOf(context) });
  },
  print(rebuilt, { terminal }, { environment }) {
    for (const { username, generation, pruned } of rebuilt) {
      terminal.print(`${printable(username)}: ${generation}${pruned ? ', pruned' : ''}`);
    }
    terminal.print(
      `Recorded for ${environment}: ${rebuilt.length}. It does not know passwords that were rotated in a newer checkout.`,
    );
  },
});
