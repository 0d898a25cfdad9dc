/** The command doctor. */
import { InvalidArgumentError, Option } from 'commander';
import { UserError } from '../../diagnostics/errors';
import { doctor } from './doctor/diagnose';
import { doctorText } from './doctor/text';
import { NO_DIRECTORY, ownFolder } from '../../build/deployableProject';
import { command, type EnvironmentOptions, environmentOption, EXIT_FAILED } from './command';

interface DoctorFlags extends EnvironmentOptions {
  readonly since: number;
}

command('doctor', 'say what is wrong at Twilio, and what to run; writes nothing', 'none')
  .addOption(environmentOption())
  .addOption(
    new Option('--since <hours>', 'how far back Twilio’s alerts are read')
      .default(24)
      .argParser(hours),
  )
  .option('--json', 'print {environment, checks, wrong, warnings} as JSON')
  .action(async ({ environment, directory, since, json }: DoctorFlags) => {
    const folder = ownFolder(directory);
    if (folder === undefined) {
      throw new UserError('There is nothing to compare Twilio with.', `Here are ${NO_DIRECTORY}.`);
    }
    const diagnosis = await doctor({ environment, folder, directory, sinceHours: since });
    console.log(json ? JSON.stringify(diagnosis, null, 2) : doctorText(diagnosis));
    if (diagnosis.wrong > 0) process.exitCode = EXIT_FAILED;
  });

/** Twilio keeps alerts for thirty days. */
function hours(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 720) return number;
  throw new InvalidArgumentError('It must be a number of hours, up to 720.');
}
