/** `dialtone phones show`. */
import { usernameOf } from '../../../simulate/extensionNamed';
import { defineCommand, type EnvironmentOptions } from '../../command';
import { openProject } from '../../project';
import { hasModel, showLogin } from './login';
import { withPhone } from './options';
import { showPhone } from './phones';
import { loginText, showText } from './text';

export const command = defineCommand({
  configure: withPhone,
  examples: ['phones show clinton -e prod', 'phones show 101 -e prod'],
  run(context, { directory, environment }: EnvironmentOptions, name) {
    const project = openProject(context, directory);
    const asked = { username: usernameOf(name, project), environment, project };
    return hasModel(asked)
      ? { kind: 'phone' as const, shown: showPhone(asked) }
      : { kind: 'login' as const, shown: showLogin(asked) };
  },
  json: ({ shown }) => shown,
  print: (phone, { terminal }, { environment }) =>
    terminal.print(
      phone.kind === 'phone'
        ? showText(phone.shown, terminal.out)
        : loginText(phone.shown, environment, terminal.out),
    ),
});
