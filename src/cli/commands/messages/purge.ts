/** `dialtone messages purge`: deletes what is older than messages are kept. */
import { UserError } from '../../../diagnostics/errors';
import { deleteMessage, listMessages } from '../../../twilio/messages/mailbox';
import { auditIn } from '../../../twilio/records/audit';
import { defineCommand, type EnvironmentOptions, whole } from '../../command';
import { openMailbox, withMailbox } from './mailbox';
import { messagesText } from './text';

interface PurgeFlags extends EnvironmentOptions {
  readonly days?: number;
  readonly yes?: boolean;
  readonly unnoted?: boolean;
}

const DAY_MS = 86_400_000;

export const command = defineCommand({
  configure: (command) =>
    withMailbox(command)
      .option(
        '--days <number>',
        'keep this many days (default: keepDays of operators.yaml)',
        whole(0, 3_650, 'a number of days, up to 3650'),
      )
      .option('--unnoted', 'also recordings without a record as messages')
      .option('-y, --yes', 'do not ask'),
  examples: ['messages purge -e prod', 'messages purge -e prod --days 30 --yes'],
  jsonHelp: 'what was deleted',
  async run(context, options: PurgeFlags) {
    const { terminal, now } = context;
    const { box, folder } = await openMailbox(context, options);
    const keepDays = options.days ?? box.directory.operator?.message.keepDays;
    if (keepDays === undefined) {
      throw new UserError(
        'How long are messages kept? The directory has no operators.yaml',
        'Give --days.',
      );
    }
    const before = now().getTime() - keepDays * DAY_MS;
    const older = (await listMessages(box)).filter(({ at }) => at.getTime() < before);
    // A recording that was never noted may be of a TwiML asset of the operator's own.
    const old = older.filter(({ noted }) => noted || options.unnoted);
    const kept = older.length - old.length;
    // Before they are deleted: it is what is asked about.
    if (!options.json) {
      terminal.print(
        old.length > 0
          ? messagesText(old, box.directory.site.timeZone)
          : `No message is older than ${keepDays} days.`,
      );
      if (kept > 0) {
        terminal.print(
          `Kept, because they have no record as messages: ${kept} (--unnoted deletes them too).`,
        );
      }
    }
    if (old.length > 0 && !options.yes) {
      await terminal.confirm(
        `Delete ${old.length === 1 ? 'it' : `all ${old.length}`}? This cannot be undone.`,
      );
    }
    const record = auditIn(folder, context.env);
    for (const message of old) {
      await deleteMessage(message, box);
      const { environment } = options;
      const entry = { environment, action: 'delete', kind: 'message', key: message.recording };
      record(entry);
    }
    return old;
  },
  print(deleted, { terminal }) {
    if (deleted.length > 0) terminal.print(`Deleted: ${deleted.length}.`);
  },
});
