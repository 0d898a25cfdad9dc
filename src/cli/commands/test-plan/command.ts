/** `dialtone test-plan`: every path through the menus, as calls with what comes of them. */
import { enumerateCalls } from '../../../simulate/enumerateCalls';
import { type CommonOptions, defineCommand, directoryOption } from '../../command';
import { openProject } from '../../project';
import { writeText } from '../../terminal/writeText';
import { moment } from '../moment';
import { testPlanCsv } from './csv';

interface TestPlanFlags extends CommonOptions {
  readonly out?: string;
  readonly at?: Date;
}

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .option('-o, --out <file.csv>', 'where it goes (default: printed)')
      .option('--at <time>', 'when the calls are made (default: now)', moment),
  examples: ['test-plan --out plan.csv', 'test-plan --at 2026-11-21T22:00-08:00'],
  jsonHelp: 'the calls',
  run(context, { directory, out, at = context.now() }: TestPlanFlags) {
    const calls = enumerateCalls(openProject(context, directory), at);
    if (out !== undefined) writeText(out, testPlanCsv(calls));
    return calls;
  },
  print(calls, { terminal }, { out }) {
    if (out === undefined) terminal.printFile(testPlanCsv(calls));
    else terminal.print(`Wrote ${calls.length} calls to ${out}.`);
  },
});
