/** `dialtone messages done`. */
import { markDone } from '../../../twilio/messages/mailbox';
import { defineCommand, type EnvironmentOptions } from '../../command';
import { openMailbox, recordingSid, withMailbox } from './mailbox';

export const command = defineCommand({
  configure: (command) => withMailbox(command).argument('<sid>', 'as list prints it', recordingSid),
  examples: [`messages done RE${'0'.repeat(30)}17 -e prod`],
  jsonHelp: '{recording}',
  async run(context, options: EnvironmentOptions, recording) {
    await markDone(recording, (await openMailbox(context, options)).box);
    return { recording };
  },
  print: ({ recording }, { terminal }) => terminal.print(`${recording} is done.`),
});
