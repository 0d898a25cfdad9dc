/** Commands on SIP passwords: password, rotate, passwords, key. */
import { Applied } from '../../twilio/records/applied';
import { createKey, keyFile, keyVariable } from '../../twilio/secrets/key';
import type { EnvironmentName } from '../../runtime/model/directory';
import { printable } from '../../diagnostics/printable';
import { UserError } from '../../diagnostics/errors';
import { checkedProject } from '../../config/checkedProject';
import { err } from '../terminal/colours';
import { lockedOutText } from './plan/emergencyText';
import { usernameOf } from '../../simulate/extensionNamed';
import { olderPassword } from '../../twilio/secrets/olderPassword';
import { passwordOf } from '../../twilio/secrets/passwordOf';
import { directoryFolder } from '../../config/project';
import { connectToWrite } from '../../twilio/records/pinned';
import { rebuild } from './passwords/rebuild';
import { recordedGeneration } from '../../twilio/secrets/recordedGeneration';
import { rotate } from '../../twilio/secrets/rotate';
import { ownFolder, requiredFolder } from '../../build/deployableProject';
import { command, type EnvironmentOptions, environmentOption, EXTENSION, program } from './command';

command('password', 'print the SIP password of an extension, on a terminal', 'none')
  .argument('<extension>', EXTENSION)
  .addOption(environmentOption())
  .option('--pipe', 'print it where it is not shown on a terminal too')
  .action((name: string, options: EnvironmentOptions & { pipe?: boolean }) => {
    if (!process.stdout.isTTY && !options.pipe) {
      throw new UserError(
        'A password is printed on a terminal only: here it would end in a file or a log.',
        'If that is what you want, give --pipe.',
      );
    }
    const project = checkedProject(directoryFolder(options.directory));
    const username = usernameOf(name, project);
    const password = passwordOf(username, options.environment, project);
    const older = olderPassword(username, options.environment, project);
    if (older !== undefined) console.error(err.yellow(older));
    console.log(password);
  });

command('rotate', 'give an extension another SIP password, by raising its generation', 'none')
  .argument('<extension>', EXTENSION)
  .action(async (name: string, { directory }: { directory?: string }) => {
    const folder = requiredFolder(directory);
    const project = checkedProject(folder);
    const username = usernameOf(name, project);
    const { highest, unasked } = await recordedGeneration(folder, username);
    const { from, to } = rotate(folder, username, highest);
    const [first] = unasked;
    if (first) {
      const where = unasked.map(({ environment }) => environment).join(', ');
      console.error(
        err.yellow(
          `Twilio could not be asked which generations ${username} has had in ${where}: ${first.why}. ` +
            `Generation ${to} is above all that are known here; where that is not enough, plan says so.`,
        ),
      );
    }
    console.log(
      `${username}: password generation ${from} → ${to}. Now apply, and set its phone up with the new one: ` +
        `npm run -s dialtone -- password ${username} --environment <name>`,
    );
    if (project.directory.extensions.get(username)?.emergency) {
      console.log(`Once it is applied: ${lockedOutText([username])}`);
    }
  });

const passwords = program
  .command('passwords')
  .description('the record at Twilio of password generations')
  .exitOverride();

command(
  'rebuild',
  'make it again, from the directory, what apply has done and Twilio; never lowers one',
  'none',
  passwords,
)
  .addOption(environmentOption())
  .action(async ({ directory, environment }: EnvironmentOptions) => {
    const folder = requiredFolder(directory);
    const rest = await connectToWrite(environment, folder);
    const rebuilt = await rebuild({ environment, folder, rest });
    for (const { username, generation, pruned } of rebuilt) {
      console.log(`${printable(username)}: ${generation}${pruned ? ', pruned' : ''}`);
    }
    console.log(
      `Recorded for ${environment}: ${rebuilt.length}. Passwords that were rotated in a newer checkout than this one are not known to it.`,
    );
  });

const key = program.command('key').description('master keys of the SIP passwords').exitOverride();

key
  .command('new')
  .description('make the master key of an environment')
  .addOption(environmentOption())
  .exitOverride()
  .option('-d, --directory <folder>', "the operator's files (default: directory/)")
  .action(({ directory, environment }: EnvironmentOptions) => {
    const folder = ownFolder(directory);
    refuseSecondKey(environment, folder);
    const file = createKey(environment, folder);
    console.log(
      `${file} holds the key from which all SIP passwords of ${environment} are made. ` +
        'Keep a copy where only those who may know them can read it: without it every phone needs a new password.',
    );
  });

/** Passwords that were applied with a key that is elsewhere would all be lost. */
function refuseSecondKey(environment: EnvironmentName, folder: string | undefined): void {
  if (folder === undefined || Applied.read(folder, environment).size === 0) return;
  const { file } = Applied.read(folder, environment);
  throw new UserError(
    `The passwords of ${environment} were made with a key that is not here`,
    `Put it into ${keyFile(environment, folder)} or ${keyVariable(environment)}. If it is lost, delete ${file} first: every phone gets a new password.`,
  );
}
