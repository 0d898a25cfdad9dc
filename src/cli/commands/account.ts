/** Commands on a Twilio account: plan, apply, numbers. */
import { InvalidArgumentError, Option } from 'commander';
import { appendAudit } from '../../twilio/records/audit';
import { connect } from '../../twilio/client/login';
import { buyNumber, searchNumbers } from '../../twilio/numbers';
import { confirm } from '../terminal/confirm';
import { differs, planJson, planText } from './plan/text';
import { REPLACE_NEWER } from '../../twilio/deploy/newer';
import { connectToWrite } from '../../twilio/records/pinned';
import { applyPlan, plan, type PlanOptions } from '../../twilio/planAndApply';
import { ownFolder, requiredFolder } from '../../build/deployableProject';
import { type DrillFlags, drilledOf, withDrill } from './drill';
import { type ReleaseFlags, releasesOf, withReleases } from './releases';
import {
  command,
  type EnvironmentOptions,
  environmentOption,
  EXIT_CHANGES,
  EXIT_FAILED,
  program,
} from './command';

interface PlanFlags extends EnvironmentOptions, ReleaseFlags {
  readonly prune?: boolean;
  readonly account?: boolean;
  readonly setAgain?: boolean;
  readonly newKey?: boolean;
  readonly replaceNewer?: boolean;
}

const PRUNE = 'take away credentials, lists and addresses that the directory does not know';
const ACCOUNT = 'also what holds for the whole account: dialing permissions';
const SET_AGAIN = 'set passwords that were changed outside to what the directory says';
const NEWER = 'also where what is live, or was applied last, may be newer than what is here';
const NEW_KEY = 'make every password anew with the master key that is here now';

withReleases(command('plan', 'say what would change at Twilio; writes nothing', 'none'))
  .addOption(environmentOption())
  .option('--prune', PRUNE)
  .option('--account', ACCOUNT)
  .option('--set-again', SET_AGAIN)
  .option('--new-key', NEW_KEY)
  .option(REPLACE_NEWER, NEWER)
  .option('--detailed-exitcode', 'exit with 0 for nothing to do, 2 for changes, 1 for an error')
  .option('--json', 'print the plan as JSON')
  .action(async (options: PlanFlags & { detailedExitcode?: boolean }) => {
    const planned = await plan(planOptions(options));
    const print = options.json ? planJson : planText;
    console.log(print(options.environment, planned));
    if (planned.stops.length > 0) process.exitCode = EXIT_FAILED;
    else if (options.detailedExitcode && differs(planned)) process.exitCode = EXIT_CHANGES;
  });

interface ApplyFlags extends PlanFlags, DrillFlags {
  readonly yes?: boolean;
  readonly expect?: string;
  readonly wait?: number;
}

withDrill(withReleases(command('apply', 'bring Twilio to what the directory says', 'none')))
  .addOption(environmentOption())
  .option('-y, --yes', 'do not ask')
  .option('--prune', PRUNE)
  .option('--account', ACCOUNT)
  .option('--set-again', SET_AGAIN)
  .option('--new-key', NEW_KEY)
  .option(REPLACE_NEWER, NEWER)
  .option('--expect <plan>', 'stop unless the plan is this one, by the name that plan printed')
  .addOption(
    new Option(
      '--wait <seconds>',
      'how long to wait until Twilio has registered an address (default: two minutes; 40 when one is replaced)',
    ).argParser(seconds),
  )
  .action(async ({ yes, expect, wait, ...options }: ApplyFlags) => {
    const emergencyWaitMs = wait === undefined ? undefined : wait * 1_000;
    const drilled = drilledOf(options);
    const done = await applyPlan({
      ...planOptions(options),
      yes,
      expect,
      emergencyWaitMs,
      drilled,
    });
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
  .action(async ({ environment, directory, json, ...search }: SearchFlags) => {
    const found = await searchNumbers(connect(environment, ownFolder(directory)), search);
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
    const folder = ownFolder(options.directory);
    const bought = await buyNumber(await connectToWrite(environment, folder), number);
    if (bought) {
      const entry = { environment, action: 'buy', kind: 'phone number', key: number };
      appendAudit(folder ?? '.', entry);
    }
    console.log(
      `${number} ${bought ? 'is yours' : 'was yours already'}. Give it to an extension, then plan and apply.`,
    );
  });

function planOptions({ directory, ...options }: PlanFlags): PlanOptions {
  return { folder: requiredFolder(directory), ...options, releases: releasesOf(options) };
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
