/** The account that a command writes to, and what the operator is shown about the files that open it. */
import { moveAdvice } from '../config/ownFiles';
import type { EnvironmentName } from '../runtime/model/directory';
import type { Rest } from '../twilio/client/rest';
import { connectToWrite } from '../twilio/records/pinned';
import type { Context } from './command';

/** Says where files of an older installation belong. */
export function adviseMove(
  { terminal }: Context,
  environment: EnvironmentName,
  folder: string | undefined,
): void {
  moveAdvice(environment, folder).forEach((line) => terminal.say(line));
}

/** @throws UserError when the login is another account's than the directory names. */
export async function connectAccount(
  context: Context,
  environment: EnvironmentName,
  folder: string | undefined,
): Promise<Rest> {
  adviseMove(context, environment, folder);
  return connectToWrite(environment, folder, context.env);
}
