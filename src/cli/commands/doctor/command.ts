/** `dialtone doctor`: what is wrong at Twilio. */
import { Option } from 'commander';
import { requiredFolder } from '../../../build/deployableProject';
import { adviseMove } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  EXIT_FAILED,
  whole,
} from '../../command';
import { warnOf } from '../../project';
import { diagnose } from './diagnose';
import { whileWaiting } from '../../terminal/whileWaiting';
import { doctorText } from './text';

interface DoctorFlags extends EnvironmentOptions {
  readonly since: number;
  readonly all?: boolean;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption('none'))
      .addOption(environmentOption())
      .option('--all', 'show what is fine too')
      .addOption(
        new Option('--since <hours>', 'how far back Twilio’s alerts are read')
          .default(24)
          // Twilio keeps alerts for thirty days.
          .argParser(whole(1, 720, 'a number of hours, up to 720')),
      ),
  examples: ['doctor -e prod', 'doctor -e stage --since 72'],
  jsonHelp: '{environment, checks, wrong, warnings}',
  run(context, { environment, directory, since, json }: DoctorFlags) {
    const folder = requiredFolder(directory, context.env);
    adviseMove(context, environment, folder);
    const work = () =>
      diagnose({
        ...{ environment, folder, directory, sinceHours: since },
        env: context.env,
        now: context.now(),
        warn: warnOf(context),
      });
    return whileWaiting(context, 'Reading the account', work, { json });
  },
  print: (diagnosis, { terminal }, { all }) =>
    terminal.print(doctorText(diagnosis, terminal.out, { all })),
  exitCode: ({ wrong }) => (wrong > 0 ? EXIT_FAILED : 0),
});
