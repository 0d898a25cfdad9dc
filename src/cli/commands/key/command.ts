/** `dialtone key new`: the master key of an environment. */
import { ownFolder } from '../../../build/deployableProject';
import { UserError } from '../../../diagnostics/errors';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { Applied } from '../../../twilio/records/applied';
import { createKey, keyFile, keyVariable } from '../../../twilio/secrets/key';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';

export const command = defineCommand({
  configure: (command) =>
    command.addOption(directoryOption('the current folder')).addOption(environmentOption()),
  examples: ['key new -e stage'],
  jsonHelp: '{environment, file}',
  run({ env }, { environment, directory }: EnvironmentOptions) {
    const folder = ownFolder(directory, env);
    refuseSecondKey(environment, folder);
    return { environment, file: createKey(environment, folder, env) };
  },
  print: ({ environment, file }, { terminal }) =>
    terminal.print(
      `${file} contains the key from which all SIP passwords of ${environment} are derived. ` +
        'Keep a copy where only people who may know the passwords can read it: without it, every phone needs a new password.',
    ),
});

/** Passwords that were applied with a key that is elsewhere would all be lost. */
function refuseSecondKey(environment: EnvironmentName, folder: string | undefined): void {
  if (folder === undefined || Applied.read(folder, environment).size === 0) return;
  const { file } = Applied.read(folder, environment);
  throw new UserError(
    `The passwords of ${environment} were derived from a key that is not here`,
    `Put it into ${keyFile(environment, folder)} or ${keyVariable(environment)}. If it is lost, delete ${file} first: every phone gets a new password.`,
  );
}
