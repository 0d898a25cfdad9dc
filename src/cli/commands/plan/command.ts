/** `dialtone plan`: what would change at Twilio. */
import { plan } from '../../../twilio/planAndApply';
import { defineCommand, EXIT_CHANGES, EXIT_FAILED } from '../../command';
import { type PlanFlags, planOptionsOf, withPlanOptions } from './options';
import { whileWaiting } from '../../terminal/whileWaiting';
import { differs, planJson, planText } from './text';

interface Flags extends PlanFlags {
  readonly detailedExitcode?: boolean;
}

export const command = defineCommand({
  configure: (command) =>
    withPlanOptions(command).option(
      '--detailed-exitcode',
      'exit with 0 for nothing to do, 2 for changes, 1 for an error',
    ),
  examples: ['plan -e stage', 'plan -e prod --json'],
  jsonHelp: 'the plan',
  run: (context, options: Flags) =>
    whileWaiting(
      context,
      'Reading the account',
      () => plan(planOptionsOf(context, options)),
      options,
    ),
  json: (planned, { environment }) => planJson(environment, planned),
  print: (planned, { terminal }, { environment }) =>
    terminal.print(planText(environment, planned, terminal.out)),
  exitCode(planned, { detailedExitcode }) {
    if (planned.stops.length > 0) return EXIT_FAILED;
    return detailedExitcode && differs(planned) ? EXIT_CHANGES : 0;
  },
});
