/** Commands on a Twilio account: plan, apply, numbers, password, rotate, key. */
import { InvalidArgumentError, Option } from 'commander';
import { appendAudit } from '../../account/audit';
import { Applied } from '../../account/applied';
import { createKey, keyFile, keyVariable } from '../../account/key';
import type { EnvironmentName } from '../../directory/types';
import { connect } from '../../account/login';
import { buyNumber, searchNumbers } from '../../account/numbers';
import { UserError } from '../../errors';
import { checkedProject } from '../check';
import { confirm } from '../confirm';
import { passwordOf } from '../password';
import { planJson, planText } from '../planText';
import { directoryFolder } from '../project';
import { applyPlan, plan, type PlanOptions } from '../reconcile';
import { rotate } from '../rotate';
import { NO_DIRECTORY, ownFolder } from '../shipping';
import {
  command,
  type EnvironmentOptions,
  environmentOption,
  EXIT_CHANGES,
  EXIT_FAILED,
  program,
} from './command';

interface PlanFlags extends EnvironmentOptions {
  readonly prune?: boolean;
  readonly account?: boolean;
}

const PRUNE = 'take away credentials, lists and addresses that the directory does not know';
const ACCOUNT = 'also what holds for the whole account: dialing permissions';

command('plan', 'say what would change at Twilio; writes nothing', 'none')
  .addOption(environmentOption())
  .option('--prune', PRUNE)
  .option('--account', ACCOUNT)
  .option('--detailed-exitcode', 'exit with 0 for nothing to do, 2 for changes, 1 for an error')
  .option('--json', 'print the plan as JSON')
  .action(async (options: PlanFlags & { detailedExitcode?: boolean }) => {
    const planned = await plan(planOptions(options));
    const print = options.json ? planJson : planText;
    console.log(print(options.environment, planned));
    if (options.detailedExitcode && planned.changes.length > 0) process.exitCode = EXIT_CHANGES;
  });

interface ApplyFlags extends PlanFlags {
  readonly yes?: boolean;
  readonly expect?: string;
  readonly wait?: number;
}

command('apply', 'bring Twilio to what the directory says', 'none')
  .addOption(environmentOption())
  .option('-y, --yes', 'do not ask')
  .option('--prune', PRUNE)
  .option('--account', ACCOUNT)
  .option('--expect <plan>', 'stop unless the plan is this one, by the name that plan printed')
  .addOption(
    new Option(
      '--wait <seconds>',
      'how long to wait until Twilio has registered an address (default: two minutes; 40 when one is replaced)',
    ).argParser(seconds),
  )
  .action(async ({ yes, expect, wait, ...options }: ApplyFlags) => {
    const emergencyWaitMs = wait === undefined ? undefined : wait * 1_000;
    const done = await applyPlan({ ...planOptions(options), yes, expect, emergencyWaitMs });
    if (!done) process.exitCode = EXIT_FAILED;
  });

const numbers = program
  .command('numbers')
  .description('find and buy phone numbers; apply never does')
  .exitOverride();

interface SearchFlags extends EnvironmentOptions {
  readonly country: string;
  readonly areaCode?: string;
  readonly contains?: string;
  readonly tollFree?: boolean;
  readonly limit: number;
}

command('search', 'numbers for sale', 'none', numbers)
  .addOption(environmentOption())
  .option('--country <code>', 'ISO 3166 region', 'US')
  .addOption(new Option('--area-code <digits>', 'North American area code').argParser(areaCode))
  .option('--contains <digits>', 'digits that it should hold')
  .option('--toll-free', 'toll-free numbers')
  .addOption(new Option('--limit <number>', 'at most so many').default(20).argParser(limit))
  .option('--json', 'print them as JSON')
  .action(async ({ environment, json, ...search }: SearchFlags) => {
    const found = await searchNumbers(connect(environment), search);
    if (json) console.log(JSON.stringify(found, null, 2));
    else if (found.length === 0) console.log('None. Ask for less.');
    for (const { phoneNumber, locality, region, addressRequirements } of json ? [] : found) {
      const place = [locality, region].filter(Boolean).join(', ');
      const needs =
        addressRequirements === 'none' ? '' : `  needs an address (${addressRequirements})`;
      console.log(`${phoneNumber}  ${place}${needs}`);
    }
  });

command('buy', 'buy a number: it costs a monthly rent until you release it', 'none', numbers)
  .argument('<number>', 'in E.164, as search lists it', e164)
  .addOption(environmentOption())
  .option('-y, --yes', 'do not ask')
  .action(async (number: string, options: EnvironmentOptions & { yes?: boolean }) => {
    const { environment, yes } = options;
    if (!yes) await confirm(`Buy ${number}? Twilio charges its rent every month.`);
    const bought = await buyNumber(connect(environment), number);
    if (bought) {
      const entry = { environment, action: 'buy', kind: 'phone number', key: number };
      appendAudit(ownFolder(options.directory) ?? '.', entry);
    }
    console.log(
      `${number} ${bought ? 'is yours' : 'was yours already'}. Give it to an extension, then plan and apply.`,
    );
  });

command('password', 'print the SIP password of an extension, on a terminal', 'none')
  .argument('<extension>', 'its SIP username')
  .addOption(environmentOption())
  .option('--pipe', 'print it where it is not shown on a terminal too')
  .action((username: string, options: EnvironmentOptions & { pipe?: boolean }) => {
    if (!process.stdout.isTTY && !options.pipe) {
      throw new UserError(
        'A password is printed on a terminal only: here it would end in a file or a log.',
        'If that is what you want, give --pipe.',
      );
    }
    const project = checkedProject(directoryFolder(options.directory));
    console.log(passwordOf(username, options.environment, project));
  });

command('rotate', 'give an extension another SIP password, by raising its generation', 'none')
  .argument('<extension>', 'its SIP username')
  .action((username: string, { directory }: { directory?: string }) => {
    const { from, to } = rotate(requiredFolder(directory), username);
    console.log(
      `${username}: password generation ${from} → ${to}. Now apply, and set its phone up with the new one: ` +
        `npm run -s dialtone -- password ${username} --environment <name>`,
    );
  });

const key = program.command('key').description('master keys of the SIP passwords').exitOverride();

key
  .command('new')
  .description('make the master key of an environment')
  .addOption(environmentOption())
  .exitOverride()
  .action(({ environment }: EnvironmentOptions) => {
    refuseSecondKey(environment);
    const file = createKey(environment);
    console.log(
      `${file} holds the key from which all SIP passwords of ${environment} are made. ` +
        'Keep a copy where only those who may know them can read it: without it every phone needs a new password.',
    );
  });

function planOptions({ directory, environment, prune, account }: PlanFlags): PlanOptions {
  return { folder: requiredFolder(directory), environment, prune, account };
}

/** Passwords that were applied with a key that is elsewhere would all be lost. */
function refuseSecondKey(environment: EnvironmentName): void {
  const folder = ownFolder();
  if (folder === undefined || Applied.read(folder, environment).size === 0) return;
  const { file } = Applied.read(folder, environment);
  throw new UserError(
    `The passwords of ${environment} were made with a key that is not here`,
    `Put it into ${keyFile(environment)} or ${keyVariable(environment)}. If it is lost, delete ${file} first: every phone gets a new password.`,
  );
}

/** The operator's own files, which only they can write. */
function requiredFolder(asked?: string): string {
  const folder = ownFolder(asked);
  if (folder !== undefined) return folder;
  throw new UserError('There is nothing to compare Twilio with.', `Here are ${NO_DIRECTORY}.`);
}

function seconds(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 7_200) return number;
  throw new InvalidArgumentError('It must be a number of seconds, up to 7200.');
}

function limit(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 1_000) return number;
  throw new InvalidArgumentError('It must be a number from 1 to 1000.');
}

function areaCode(text: string): string {
  if (/^[2-9]\d\d$/.test(text)) return text;
  throw new InvalidArgumentError('It must be three digits, such as 503.');
}

function e164(text: string): string {
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
  throw new InvalidArgumentError('Write it in E.164, such as +15035550123.');
}
