/** Commands on what is deployed: deploy, promote, rollback. */
import { Argument, Option } from 'commander';
import { serviceName } from '../../twilio/deploy/deployment';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';
import { confirm } from '../terminal/confirm';
import { auditOf, deploy } from './deploy/deploy';
import { deployedText, promotedText, rolledBackText } from './deploy/text';
import { directoryIn, END_EMERGENCY_PHONES, END_EMERGENCY_PHONES_TEXT } from '../../twilio/emergency/buildSwitch';
import { promote } from '../../twilio/deploy/promote';
import { REPLACE_NEWER } from '../../twilio/deploy/newer';
import { connectToWrite } from '../../twilio/records/pinned';
import { rollback } from '../../twilio/deploy/rollback';
import { ownFolder } from '../../build/deployableProject';
import { command, type CommonOptions } from './command';

interface DeployFlags extends CommonOptions {
  readonly endEmergencyPhones?: boolean;
  readonly replaceNewer?: boolean;
  readonly prune?: boolean;
  readonly verbose?: boolean;
}

command('deploy', 'build, deploy with the Twilio CLI, and see that it is served', 'no phones')
  .addArgument(environmentArgument('environment'))
  .option('--prune', 'remove the variables that the env file no longer has')
  .option(REPLACE_NEWER, 'also where what is live may be newer than what is here')
  .option(END_EMERGENCY_PHONES, END_EMERGENCY_PHONES_TEXT)
  .option('-v, --verbose', 'show what the Twilio CLI prints')
  .option('--json', 'print {environment, domainName, buildSid, stamp, urls, …} as JSON')
  .action(async (environment: EnvironmentName, { json, ...options }: DeployFlags) => {
    const deployed = await deploy({ ...options, environment, say });
    console.log(json ? JSON.stringify(deployed, null, 2) : deployedText(deployed));
  });

command('promote', 'let one environment serve the build of another', 'none')
  .addArgument(environmentArgument('from'))
  .addArgument(environmentArgument('to'))
  .option('-y, --yes', 'do not ask before prod changes')
  .option(END_EMERGENCY_PHONES, END_EMERGENCY_PHONES_TEXT)
  .option('--json', 'print {environment, domainName, buildSid, stamp, …} as JSON')
  .action(
    async (
      from: EnvironmentName,
      to: EnvironmentName,
      {
        json,
        yes,
        directory,
        endEmergencyPhones,
      }: CommonOptions & { yes?: boolean; endEmergencyPhones?: boolean },
    ) => {
      const folder = ownFolder(directory);
      const promoted = await promote({
        rest: await connectToWrite(to, folder),
        directory: directoryIn(folder),
        endEmergencyPhones,
        say,
        service: serviceName(),
        from,
        to,
        confirm: to === 'prod' && !yes ? confirm : () => Promise.resolve(),
        record: auditOf({ directory }),
      });
      console.log(json ? JSON.stringify(promoted, null, 2) : promotedText(promoted));
    },
  );

command('rollback', 'let an environment serve an earlier build again', 'none')
  .addArgument(environmentArgument('environment'))
  .addOption(new Option('--to <build>', 'SID of the build (default: the one served before)'))
  .option('-y, --yes', 'do not ask before prod changes')
  .option('--json', 'print {environment, domainName, buildSid, deployedAt, …} as JSON')
  .action(
    async (
      environment: EnvironmentName,
      { json, to, yes, directory }: CommonOptions & { to?: string; yes?: boolean },
    ) => {
      if (environment === 'prod' && !yes) await confirm('Let prod serve an earlier build?');
      const folder = ownFolder(directory);
      const rolledBack = await rollback({
        rest: await connectToWrite(environment, folder),
        directory: directoryIn(folder),
        say,
        service: serviceName(),
        environment,
        to,
        record: auditOf({ directory }),
      });
      console.log(json ? JSON.stringify(rolledBack, null, 2) : rolledBackText(rolledBack));
    },
  );

function say(text: string): void {
  console.error(text);
}

function environmentArgument(name: string): Argument {
  return new Argument(`<${name}>`).choices(ENVIRONMENTS);
}
