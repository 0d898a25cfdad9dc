/** `dialtone deploy`. */
import { ownFolder } from '../../../build/deployableProject';
import { REPLACE_NEWER } from '../../../twilio/deploy/newer';
import {
  END_EMERGENCY_PHONES,
  END_EMERGENCY_PHONES_TEXT,
} from '../../../twilio/emergency/buildSwitch';
import { adviseMove } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { warnOf } from '../../project';
import { deploy } from './deploy';
import { deployedText } from './text';

interface DeployFlags extends EnvironmentOptions {
  readonly endEmergencyPhones?: boolean;
  readonly replaceNewer?: boolean;
  readonly prune?: boolean;
  readonly verbose?: boolean;
}

export const command = defineCommand({
  positional: ['environment'],
  configure: (command) =>
    command
      .addOption(directoryOption('no phones'))
      .addOption(environmentOption())
      .option('--prune', 'remove the variables that the env file no longer has')
      .option(REPLACE_NEWER, 'continue even if what is live may be newer')
      .option(END_EMERGENCY_PHONES, END_EMERGENCY_PHONES_TEXT)
      .option('-v, --verbose', 'show what the Twilio CLI prints'),
  examples: ['deploy -e stage', 'deploy -e prod --prune'],
  jsonHelp: '{environment, domainName, buildSid, stamp, urls, …}',
  run(context, options: DeployFlags) {
    adviseMove(context, options.environment, ownFolder(options.directory, context.env));
    const { env, terminal } = context;
    return deploy({ ...options, env, say: (text) => terminal.say(text), warn: warnOf(context) });
  },
  print: (deployed, { terminal }) => terminal.print(deployedText(deployed, terminal.out)),
});
