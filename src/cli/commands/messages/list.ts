/** `dialtone messages list`. */
import { listMessages } from '../../../twilio/messages/mailbox';
import { defineCommand, type EnvironmentOptions } from '../../command';
import { openMailbox, withMailbox } from './mailbox';
import { messagesText } from './text';

export const command = defineCommand({
  configure: (command) => withMailbox(command).option('--all', 'also those that are done'),
  examples: ['messages list -e prod', 'messages list -e prod --all'],
  jsonHelp: 'them',
  async run(context, options: EnvironmentOptions & { all?: boolean }) {
    const { box } = await openMailbox(context, options);
    const messages = await listMessages(box);
    const { timeZone } = box.directory.site;
    return { messages: messages.filter(({ done }) => options.all || !done), timeZone };
  },
  json: ({ messages }) => messages,
  print: ({ messages, timeZone }, { terminal }) =>
    terminal.print(messages.length > 0 ? messagesText(messages, timeZone) : 'No new messages.'),
});
