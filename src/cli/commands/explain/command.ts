/** `dialtone explain`: what a call will do, and why. */
import { Option } from 'commander';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { checkedProject } from '../../../config/checkedProject';
import { directoryFolder } from '../../../config/project';
import { explain } from '../../../simulate/explain';
import { callerNamed } from '../../../simulate/extensionNamed';
import type { Question } from '../../../simulate/question';
import { type Press, readKeys } from '../../../simulate/keys';
import { simulateKeys } from '../../../simulate/simulateKeys';
import { readTestPlan, runTestPlan } from '../../../simulate/testPlan';
import {
  type CommonOptions,
  defineCommand,
  directoryOption,
  environmentOption,
  EXIT_FAILED,
  UsageError,
} from '../../command';
import { moment } from '../moment';
import { explanationText, planText } from './text';
import { keysText } from './keysText';

interface ExplainFlags extends CommonOptions {
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

export const command = defineCommand({
  environment: 'prod',
  configure: (command) =>
    command
      .addOption(directoryOption())
      .option(
        '--from <caller>',
        "the phone: extension, number, name or SIP URI; with --incoming, the caller's number",
      )
      .option('--to <dialled>', 'what is dialled; with --incoming, our number')
      .addOption(new Option('--incoming', 'a call to one of our numbers').conflicts('listed'))
      .addOption(environmentOption("the site's only one, else prod"))
      .option('--at <time>', 'when, such as 2026-11-21T22:00-08:00 (default: now)', moment)
      .option('--listed <usernames...>', 'treat these usernames as listed on the credential lists')
      .addOption(
        new Option(
          '--file <plan.csv>',
          'explain a whole test plan, and compare with its column `expect`',
        ).conflicts(['from', 'to', 'incoming', 'environment', 'listed', 'keys']),
      )
      .option(
        '--keys <keys>',
        'press these keys from the first answer on: 1,2,*,#,911; `wait` presses none (--to is then # by default)',
        readKeys,
      )
      .option('--twiml', 'with --keys, print the TwiML of every step too'),
  examples: [
    'explain --from clinton --to 5035550199',
    "explain --from 'SE Clinton booth' --to 911 --at 2026-11-21T22:00-08:00",
    'explain --from clinton --keys 2,1',
    'explain --incoming --from 5035550199 --to 5035550140',
    'explain --file examples/payphones/test-plan.csv',
  ],
  jsonHelp: '{decision, trace, twiml, lookUp}; with --file, a list of results',
  run(context, options: ExplainFlags) {
    const { at = context.now() } = options;
    // What a call does is asked, not what might be better.
    const project = checkedProject(directoryFolder(options.directory, context.env));
    if (options.file !== undefined) {
      const results = runTestPlan(readTestPlan(options.file, at), project);
      return { kind: 'plan', answer: results } as const;
    }
    const to = options.to ?? (options.keys && !options.incoming ? '#' : undefined);
    if (options.from === undefined || to === undefined) {
      throw new UsageError('give --from and --to, or --file');
    }
    const question: Question = {
      direction: options.incoming ? 'incoming' : 'outgoing',
      from: options.incoming ? options.from : callerNamed(options.from, project, options.listed),
      to,
      environment: options.environment,
      at,
      ...(options.listed && { listed: options.listed }),
    };
    if (options.keys) {
      const answer = simulateKeys(question, options.keys, project);
      return { kind: 'keys', question, answer } as const;
    }
    return { kind: 'call', question, answer: explain(question, project), project } as const;
  },
  json: ({ answer }) => answer,
  print(explained, { terminal }, { twiml = false }) {
    const { out } = terminal;
    if (explained.kind === 'plan') terminal.print(planText(explained.answer, out));
    else if (explained.kind === 'keys') {
      terminal.print(keysText(explained.question, explained.answer, twiml, out));
    } else {
      const { question, answer, project } = explained;
      terminal.print(explanationText(question, answer, project, out));
    }
  },
  exitCode: (explained) =>
    explained.kind === 'plan' && explained.answer.some(({ passed }) => !passed) ? EXIT_FAILED : 0,
});
