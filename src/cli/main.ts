/** The command line: `npm run -s dialtone -- <command>`. */
import { CommanderError } from 'commander';
import './commands/init';
import './commands/local';
import './commands/menus';
import './commands/phones';
import './commands/sounds';
import './commands/provision';
import './commands/account';
import './commands/passwords';
import './commands/deployment';
import './commands/doctor';
import './commands/import';
import './commands/messages';
import { EXIT_FAILED, program } from './commands/command';
import { printError } from './errors';
import { userErrorOf } from '../twilio/client/toUserError';
import { warnOfNodeVersion } from './terminal/nodeVersion';
import { guardTerminal } from './terminal/guard';

/** EX_USAGE of sysexits.h. */
const EXIT_USAGE = 64;

/** What the user can fix is said in words; anything else is an error of ours and shows its stack. */
async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
      return;
    }
    const fixable = userErrorOf(error);
    if (fixable) printError(fixable);
    // An error of ours. Node itself would show all that hangs on it, whole requests too.
    else console.error(error instanceof Error ? error.stack : String(error));
    process.exitCode = EXIT_FAILED;
  }
}

guardTerminal();
warnOfNodeVersion();
void main();
