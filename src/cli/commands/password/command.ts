/** `dialtone password`: for the volunteer who sets a phone up. */
import { UserError } from '../../../diagnostics/errors';
import { usernameOf } from '../../../simulate/extensionNamed';
import { olderPassword } from '../../../twilio/secrets/olderPassword';
import { passwordOf } from '../../../twilio/secrets/passwordOf';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  EXTENSION,
} from '../../command';
import { openProject } from '../../project';

export const command = defineCommand({
  configure: (command) =>
    command
      .argument('<extension>', EXTENSION)
      .addOption(directoryOption('none'))
      .addOption(environmentOption())
      .option('--pipe', 'print it even if not on a terminal'),
  examples: ['password clinton -e prod', 'password 101 -e prod --pipe'],
  jsonHelp: '{extension, environment, password}',
  run(context, options: EnvironmentOptions & { pipe?: boolean }, name) {
    if (!context.stdout.isTTY && !options.pipe) {
      throw new UserError(
        'A password is printed only on a terminal: here it would end up in a file or a log.',
        'If that is what you want, add --pipe.',
      );
    }
    const { environment } = options;
    const project = openProject(context, options.directory);
    const extension = usernameOf(name, project);
    const password = passwordOf(extension, environment, project, context.env);
    const older = olderPassword(extension, environment, project);
    if (older !== undefined) context.terminal.warn(older);
    return { extension, environment, password };
  },
  print: ({ password }, { terminal }) => terminal.print(password),
});
