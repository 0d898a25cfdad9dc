/** Commands that need nothing but this machine: check, build, serve, explain. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { refuseKeyInEnvFile } from '../../twilio/secrets/key';
import { formatDiagnostics } from '../../diagnostics/text';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';
import { build } from '../../build/build';
import { checkedProject } from '../../config/checkedProject';
import { deviceDiagnostics, namesPhones } from './check/deviceErrors';
import { explain, type Question } from '../../simulate/explain';
import { explanationText, planText } from './explain/text';
import { type Press, readKeys } from '../../simulate/keys';
import { MOMENT_FIX, readMoment } from '../../simulate/moment';
import { pathsOf } from '../../simulate/enumerateCalls';
import { count } from '../../diagnostics/text';
import { directoryFolder, readProject } from '../../config/project';
import { serve } from './serve/serve';
import { NO_DIRECTORY, originOf, ownFolder, projectToShip } from '../../build/deployableProject';
import { readTestPlan, runTestPlan } from '../../simulate/testPlan';
import { testPlanCsv } from './test-plan/csv';
import { walk } from '../../simulate/simulateKeys';
import { walkText } from './explain/walkText';
import { writeText } from '../terminal/writeText';
import { command, type CommonOptions, EXIT_FAILED } from './command';

command('check', 'say whether a directory builds, and all that is wrong with it')
  .option('--json', 'print the errors as JSON')
  .action(({ directory, json }: CommonOptions) => {
    const folder = directoryFolder(directory);
    const { project, diagnostics: found } = readProject(folder);
    const diagnostics = project ? [...found, ...deviceDiagnostics(project)] : found;
    if (json) console.log(JSON.stringify(diagnostics, null, 2));
    else if (diagnostics.length > 0) console.log(formatDiagnostics(diagnostics));
    if (!project) process.exitCode = EXIT_FAILED;
    else if (!json) {
      const { extensions, numbers } = project.directory;
      console.log(
        `${folder}: ${count(extensions.size, 'extension')} and ${count(numbers.size, 'number')}, ready to build.`,
      );
      if (namesPhones(project)) {
        console.log('More about their phones: npm run -s dialtone -- phones check');
      }
    }
  });

command('build', 'build the functions and the directory into dist/', 'no phones').action(
  ({ directory }: CommonOptions) => {
    // The Twilio CLI by itself would upload what stands there.
    const own = ownFolder(directory);
    ENVIRONMENTS.forEach((environment) => refuseKeyInEnvFile(environment, own));
    const project = projectToShip(directory);
    build(project);
    console.log(
      originOf(project) === 'empty'
        ? `Built dist/ with ${NO_DIRECTORY}.`
        : `Built dist/ from ${project.folder}.`,
    );
  },
);

command('serve', 'build, and serve the functions on this machine with twilio-run')
  .addOption(
    new Option('-p, --port <port>', 'port on loopback').env('PORT').default(3000).argParser(port),
  )
  .option('-w, --watch', 'build and start anew after every change')
  .action(
    async ({
      directory,
      port: onPort,
      watch,
    }: CommonOptions & { port: number; watch?: boolean }) => {
      process.exitCode = await serve({
        folder: directoryFolder(directory),
        port: onPort,
        watch: watch ?? false,
      });
    },
  );

interface ExplainOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly incoming?: boolean;
  readonly environment: EnvironmentName;
  readonly at?: Date;
  readonly listed?: string[];
  readonly file?: string;
  readonly keys?: readonly Press[];
  readonly twiml?: boolean;
}

command('explain', 'say what a call will do, and why, before anyone makes it')
  .option(
    '--from <caller>',
    "SIP username or URI of the phone; with --incoming, the caller's number",
  )
  .option('--to <dialled>', 'what is dialled; with --incoming, our number')
  .addOption(new Option('--incoming', 'a call to one of our numbers').conflicts('listed'))
  .addOption(
    new Option('-e, --environment <name>', 'environment').choices(ENVIRONMENTS).default('prod'),
  )
  .option('--at <time>', 'when, such as 2026-11-21T22:00-08:00 (default: now)', time)
  .option('--listed <usernames...>', 'take these as being on the credential lists')
  .addOption(
    new Option(
      '--file <plan.csv>',
      'explain a whole test plan and compare with its column expect',
    ).conflicts(['from', 'to', 'incoming', 'environment', 'listed', 'keys']),
  )
  .option(
    '--keys <keys>',
    'walk the menus from the first answer: 1,2,*,#,911; `wait` is no key (then --to is # unless given)',
    readKeys,
  )
  .option('--twiml', 'with --keys, print the TwiML of every step too')
  .option(
    '--json',
    'print {decision, trace, twiml, lookUp} as JSON; with --file, a list of results',
  )
  .action((options: ExplainOptions, self: Command) => {
    const { at = new Date() } = options;
    const project = checkedProject(directoryFolder(options.directory));
    if (options.file !== undefined) {
      const results = runTestPlan(readTestPlan(options.file, at), project);
      console.log(options.json ? JSON.stringify(results, null, 2) : planText(results));
      if (results.some(({ passed }) => !passed)) process.exitCode = EXIT_FAILED;
      return;
    }
    const to = options.to ?? (options.keys && !options.incoming ? '#' : undefined);
    if (options.from === undefined || to === undefined) {
      self.error('error: give --from and --to, or --file');
    }
    const question: Question = {
      direction: options.incoming ? 'incoming' : 'outgoing',
      from: options.from,
      to,
      environment: options.environment,
      at,
      ...(options.listed && { listed: options.listed }),
    };
    if (options.keys) {
      const walked = walk(question, options.keys, project);
      console.log(
        options.json
          ? JSON.stringify(walked, null, 2)
          : walkText(question, walked, options.twiml ?? false),
      );
      return;
    }
    const explanation = explain(question, project);
    console.log(
      options.json
        ? JSON.stringify(explanation, null, 2)
        : explanationText(question, explanation, project),
    );
  });

command('test-plan', 'write every path through the menus as a test plan for explain --file')
  .option('-o, --out <file.csv>', 'where it goes (default: printed)')
  .option('--at <time>', 'when the calls are made (default: now)', time)
  .action(({ directory, out, at = new Date() }: CommonOptions & { out?: string; at?: Date }) => {
    const paths = pathsOf(checkedProject(directoryFolder(directory)), at);
    const csv = testPlanCsv(paths);
    if (out === undefined) return void process.stdout.write(csv);
    writeText(out, csv);
    console.log(`Wrote ${paths.length} calls to ${out}.`);
  });

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new InvalidArgumentError('It must be a number from 1 to 65535.');
}

function time(text: string): Date {
  const moment = readMoment(text);
  if (moment) return moment;
  throw new InvalidArgumentError(MOMENT_FIX);
}
