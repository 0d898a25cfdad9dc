/** Commands on messages for the operator: list, play, done, purge. */
import { InvalidArgumentError, Option } from 'commander';
import { appendAudit } from '../../twilio/records/audit';
import { envFile, readEnvFile } from '../../twilio/client/envFile';
import { findLogin } from '../../twilio/client/login';
import { UserError } from '../../diagnostics/errors';
import { checkedProject } from '../../config/checkedProject';
import { confirm } from '../terminal/confirm';
import { deleteMessage, listMessages, type Mailbox, markDone } from '../../twilio/messages/mailbox';
import { messagesText } from './messages/text';
import { fetchRecording, writeRecording } from '../../twilio/messages/recording';
import { connectToWrite } from '../../twilio/records/pinned';
import { NO_DIRECTORY, ownFolder } from '../../build/deployableProject';
import { command, type EnvironmentOptions, environmentOption, program } from './command';

const messages = program
  .command('messages')
  .description('messages that callers left for the operator')
  .exitOverride();

command('list', 'messages that wait', 'none', messages)
  .addOption(environmentOption())
  .option('--all', 'also those that are done')
  .option('--json', 'print them as JSON')
  .action(async (options: EnvironmentOptions & { all?: boolean }) => {
    const { box } = await open(options);
    const found = await listMessages(box);
    const shown = found.filter(({ done }) => options.all || !done);
    if (options.json) {
      console.log(JSON.stringify(shown, null, 2));
      return;
    }
    console.log(
      shown.length > 0 ? messagesText(shown, box.directory.site.timeZone) : 'None waits.',
    );
  });

command('play', 'save a message as an MP3 file', 'none', messages)
  .argument('<sid>', 'as list prints it', recordingSid)
  .addOption(environmentOption())
  .option('-o, --out <file>', 'file to write (default: the SID, with .mp3)')
  .action(
    async (sid: string, { environment, directory, out }: EnvironmentOptions & { out?: string }) => {
      const file = out ?? `${sid}.mp3`;
      writeRecording(file, await fetchRecording(sid, findLogin(environment, ownFolder(directory))));
      console.log(`${file} holds the message. When it is dealt with: messages done ${sid}`);
    },
  );

command('done', 'note that a message was dealt with', 'none', messages)
  .argument('<sid>', 'as list prints it', recordingSid)
  .addOption(environmentOption())
  .action(async (sid: string, options: EnvironmentOptions) => {
    await markDone(sid, (await open(options)).box);
    console.log(`${sid} is done.`);
  });

interface PurgeFlags extends EnvironmentOptions {
  readonly days?: number;
  readonly yes?: boolean;
  readonly unnoted?: boolean;
}

command('purge', 'delete messages that are older than the directory keeps them', 'none', messages)
  .addOption(environmentOption())
  .addOption(
    new Option(
      '--days <number>',
      'keep so many days (default: keepDays of operators.yaml)',
    ).argParser(days),
  )
  .option('--unnoted', 'also recordings that were never noted as messages')
  .option('-y, --yes', 'do not ask')
  .option('--json', 'print what was deleted as JSON')
  .action(async (options: PurgeFlags) => {
    const { box, folder } = await open(options);
    const keepDays = options.days ?? box.directory.operator?.message.keepDays;
    if (keepDays === undefined) {
      throw new UserError(
        'How long are messages kept? The directory has no operators.yaml',
        'Give --days.',
      );
    }
    const before = Date.now() - keepDays * 86_400_000;
    const older = (await listMessages(box)).filter(({ at }) => at.getTime() < before);
    // A recording that was never noted may be of a TwiML asset of the operator's own.
    const old = older.filter(({ noted }) => noted || options.unnoted);
    const kept = older.length - old.length;
    const { timeZone } = box.directory.site;
    if (!options.json) {
      console.log(
        old.length > 0 ? messagesText(old, timeZone) : `None is older than ${keepDays} days.`,
      );
    }
    if (kept > 0 && !options.json) {
      console.log(
        `Kept, for they were never noted as messages: ${kept} (--unnoted deletes them too).`,
      );
    }
    if (old.length > 0 && !options.yes) {
      await confirm(
        `Delete ${old.length === 1 ? 'it' : `all ${old.length}`}? Nobody can hear them again.`,
      );
    }
    for (const message of old) {
      await deleteMessage(message, box);
      const { environment } = options;
      const entry = { environment, action: 'delete', kind: 'message', key: message.recording };
      appendAudit(folder, entry);
    }
    if (options.json) console.log(JSON.stringify(old, null, 2));
    else if (old.length > 0) console.log(`Deleted: ${old.length}.`);
  });

/** The messages of an environment, as the operator's directory knows it. */
async function open(
  options: EnvironmentOptions,
): Promise<{ readonly box: Mailbox; readonly folder: string }> {
  const { environment } = options;
  const folder = ownFolder(options.directory);
  if (folder === undefined) {
    throw new UserError(
      'There is nobody whose messages these could be.',
      `Here are ${NO_DIRECTORY}.`,
    );
  }
  const { directory } = checkedProject(folder);
  const variables = readEnvFile(envFile(environment, folder));
  const service = variables.SYNC_SERVICE_SID || 'default';
  const rest = await connectToWrite(environment, folder);
  return { folder, box: { rest, environment, directory, service } };
}

function recordingSid(text: string): string {
  if (/^RE[0-9a-f]{32}$/.test(text)) return text;
  throw new InvalidArgumentError('It is RE and 32 hexadecimal digits, as list prints it.');
}

function days(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 3_650) return number;
  throw new InvalidArgumentError('It must be a number of days, up to 3650.');
}
