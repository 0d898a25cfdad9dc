/** `dialtone promote`: the build of one environment, in another one too. */
import { Option } from 'commander';
import { ownFolder } from '../../../build/deployableProject';
import { ENVIRONMENTS, type EnvironmentName } from '../../../runtime/model/directory';
import { auditIn } from '../../../twilio/records/audit';
import { serviceName } from '../../../twilio/deploy/deployment';
import { promote } from '../../../twilio/deploy/promote';
import {
  directoryIn,
  END_EMERGENCY_PHONES,
  END_EMERGENCY_PHONES_TEXT,
} from '../../../twilio/emergency/buildSwitch';
import { connectAccount } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  UsageError,
} from '../../command';
import { promotedText } from '../deploy/text';

interface PromoteFlags extends EnvironmentOptions {
  readonly from?: EnvironmentName;
  readonly yes?: boolean;
  readonly endEmergencyPhones?: boolean;
}

export const command = defineCommand({
  positional: ['from', 'environment'],
  configure: (command) =>
    command
      .addOption(directoryOption('none'))
      .addOption(
        new Option('--from <environment>', 'environment that serves the build').choices(
          ENVIRONMENTS,
        ),
      )
      .addOption(environmentOption())
      .option('-y, --yes', 'do not ask before prod changes')
      .option(END_EMERGENCY_PHONES, END_EMERGENCY_PHONES_TEXT),
  examples: ['promote --from stage -e prod'],
  jsonHelp: '{environment, domainName, buildSid, stamp, …}',
  async run(context, options: PromoteFlags) {
    const { terminal } = context;
    const { from, environment: to, yes, directory, endEmergencyPhones } = options;
    if (from === undefined) throw new UsageError('whose build? Add --from stage, or dev');
    const folder = ownFolder(directory, context.env);
    return promote({
      rest: await connectAccount(context, to, folder),
      directory: directoryIn(folder),
      endEmergencyPhones,
      say: (text) => terminal.say(text),
      service: serviceName(),
      from,
      to,
      confirm: to === 'prod' && !yes ? terminal.confirm : () => Promise.resolve(),
      record: auditIn(folder, context.env),
    });
  },
  print: (promoted, { terminal }) => terminal.print(promotedText(promoted, terminal.out)),
});
