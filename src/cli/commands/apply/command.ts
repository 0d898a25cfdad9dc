/** `dialtone apply`: brings Twilio to what the directory says. */
import { type Command, Option } from 'commander';
import { type Form, FORMS } from '../../../config/emergency/answer';
import type { Change } from '../../../twilio/change';
import type { Drilled } from '../../../twilio/emergency/drilling';
import { applyPlan } from '../../../twilio/planAndApply';
import { defineCommand, EXIT_FAILED, whole } from '../../command';
import { announce } from '../../terminal/whileWaiting';
import { interruption } from '../../terminal/interruption';
import { type Progress, progress } from '../../terminal/progress';
import { type PlanFlags, planOptionsOf, withPlanOptions } from '../plan/options';
import { changeLine, planText } from '../plan/text';
import { appliedJson, printApplied } from './text';

interface DrillFlags {
  readonly drilled?: string;
  readonly drilledFrom?: string;
  readonly drilledForm?: Form;
}

interface ApplyFlags extends PlanFlags, DrillFlags {
  readonly yes?: boolean;
  readonly expect?: string;
  readonly wait?: number;
}

const seconds = whole(0, 7_200, 'a number of seconds, up to 7200');

export const command = defineCommand({
  configure: (command) =>
    withDrill(withPlanOptions(command))
      .option('-y, --yes', 'do not ask')
      .option('--expect <plan>', 'stop unless the plan still has this hash, which plan printed')
      .option(
        '--wait <seconds>',
        'how long to wait until Twilio has registered an address (default: two minutes; 40 when one is replaced)',
        seconds,
      ),
  examples: [
    'apply -e stage',
    'apply -e prod --yes --expect 1b2c3d4e5f60',
    'apply -e stage --drilled 2026-11-30T17:20 --drilled-from clinton',
  ],
  jsonHelp: '{plan, done, failures, stopped, unrevoked, …}',
  async run(context, { yes, expect, wait, ...options }: ApplyFlags) {
    const { terminal } = context;
    const interrupted = interruption();
    let bar: Progress | undefined;
    const read = announce(context, 'Reading the account', options);
    try {
      return await applyPlan({
        ...planOptionsOf(context, options),
        signal: interrupted.signal,
        expect,
        emergencyWaitMs: wait === undefined ? undefined : wait * 1_000,
        drilled: drilledOf(options),
        show: (plan) => {
          read();
          bar ??= progress(plan.changes.length, context);
          if (!options.json) terminal.print(planText(options.environment, plan, terminal.out));
        },
        confirm: yes ? undefined : terminal.confirm,
        wrote: (change: Change) => bar?.step(changeLine(change, terminal.err)),
      });
    } finally {
      read();
      bar?.end();
      interrupted.end();
    }
  },
  json: appliedJson,
  print: printApplied,
  exitCode: ({ complete }) => (complete ? 0 : EXIT_FAILED),
});

/** The options that record a test with 933. */
function withDrill(command: Command): Command {
  return command
    .option(
      '--drilled <date>',
      'first record that 933 was dialled on that day (or 2026-11-30T17:20) and read back the right address',
    )
    .option(
      '--drilled-from <phones>',
      'SIP usernames, separated by commas (default: all that need a test)',
    )
    .addOption(
      new Option('--drilled-form <form>', 'how it was dialled: 933; 1933 or +1933; keys in a menu')
        .choices(FORMS)
        .default('dialled'),
    );
}

function drilledOf({ drilled, drilledFrom, drilledForm }: DrillFlags): Drilled | undefined {
  if (drilled === undefined) return undefined;
  const phones = drilledFrom?.split(',').map((one) => one.trim());
  return { when: drilled, phones, form: drilledForm ?? 'dialled' };
}
