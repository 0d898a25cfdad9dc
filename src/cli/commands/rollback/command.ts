/** `dialtone rollback`: an earlier build again. */
import { ownFolder } from '../../../build/deployableProject';
import { auditIn } from '../../../twilio/records/audit';
import { serviceName } from '../../../twilio/deploy/deployment';
import { rollback } from '../../../twilio/deploy/rollback';
import { directoryIn } from '../../../twilio/emergency/buildSwitch';
import { connectAccount } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { rolledBackText } from '../deploy/text';

interface RollbackFlags extends EnvironmentOptions {
  readonly to?: string;
  readonly yes?: boolean;
}

export const command = defineCommand({
  positional: ['environment'],
  configure: (command) =>
    command
      .addOption(directoryOption('none'))
      .addOption(environmentOption())
      .option('--to <build>', 'SID of the build (default: the one served before)')
      .option('-y, --yes', 'do not ask before prod changes'),
  examples: ['rollback -e prod', `rollback -e prod --to ZB${'0'.repeat(30)}17`],
  jsonHelp: '{environment, domainName, buildSid, deployedAt, …}',
  async run(context, { environment, to, yes, directory }: RollbackFlags) {
    const { terminal } = context;
    if (environment === 'prod' && !yes) await terminal.confirm('Let prod serve an earlier build?');
    const folder = ownFolder(directory, context.env);
    return rollback({
      rest: await connectAccount(context, environment, folder),
      directory: directoryIn(folder),
      say: (text) => terminal.say(text),
      service: serviceName(),
      environment,
      to,
      record: auditIn(folder, context.env),
    });
  },
  print: (rolledBack, { terminal }) => terminal.print(rolledBackText(rolledBack, terminal.out)),
});
