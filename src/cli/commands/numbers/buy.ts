/** `dialtone numbers buy`. */
import { InvalidArgumentError } from 'commander';
import { ownFolder } from '../../../build/deployableProject';
import { buyNumber } from '../../../twilio/numbers';
import { auditIn } from '../../../twilio/records/audit';
import { connectAccount } from '../../account';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';

export const command = defineCommand({
  configure: (command) =>
    command
      .argument('<number>', 'in E.164, as search lists it', e164)
      .addOption(directoryOption('none'))
      .addOption(environmentOption())
      .option('-y, --yes', 'do not ask'),
  examples: ['numbers buy +15035550123 -e prod'],
  jsonHelp: '{number, bought}',
  async run(context, options: EnvironmentOptions & { yes?: boolean }, number) {
    const { terminal } = context;
    const { environment, yes, directory } = options;
    if (!yes) await terminal.confirm(`Buy ${number}? Twilio charges for it every month.`);
    const folder = ownFolder(directory, context.env);
    const bought = await buyNumber(await connectAccount(context, environment, folder), number);
    if (bought) {
      auditIn(
        folder,
        context.env,
      )({ environment, action: 'buy', kind: 'phone number', key: number });
    }
    return { number, bought };
  },
  print: ({ number, bought }, { terminal }) =>
    terminal.print(
      `${number} ${bought ? 'is yours' : 'was yours already'}. Give it to an extension, then plan and apply.`,
    ),
});

function e164(text: string): string {
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
  throw new InvalidArgumentError('Write it in E.164, such as +15035550123.');
}
