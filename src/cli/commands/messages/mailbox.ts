/** What the commands on messages have in common. */
import { type Command, InvalidArgumentError } from 'commander';
import { NO_DIRECTORY, ownFolder } from '../../../build/deployableProject';
import { checkedProject } from '../../../config/checkedProject';
import { UserError } from '../../../diagnostics/errors';
import { envFile, readEnvFile } from '../../../twilio/client/envFile';
import type { Mailbox } from '../../../twilio/messages/mailbox';
import { connectAccount } from '../../account';
import {
  type Context,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
} from '../../command';
import { warnOf } from '../../project';

export function withMailbox(command: Command): Command {
  return command.addOption(directoryOption('none')).addOption(environmentOption());
}

/** The messages of an environment, as the operator's directory knows it. */
export async function openMailbox(
  context: Context,
  { environment, directory: asked }: EnvironmentOptions,
): Promise<{ readonly box: Mailbox; readonly folder: string }> {
  const folder = ownFolder(asked, context.env);
  if (folder === undefined) {
    throw new UserError(
      'There is no site here that could have messages.',
      `There are ${NO_DIRECTORY}.`,
    );
  }
  const { directory } = checkedProject(folder, warnOf(context));
  const variables = readEnvFile(envFile(environment, folder));
  const service = variables.SYNC_SERVICE_SID || 'default';
  const rest = await connectAccount(context, environment, folder);
  return { folder, box: { rest, environment, directory, service } };
}

export function recordingSid(text: string): string {
  if (/^RE[0-9a-f]{32}$/.test(text)) return text;
  throw new InvalidArgumentError('It is RE and 32 hexadecimal digits, as list prints it.');
}
