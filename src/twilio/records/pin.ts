/** Which account an environment belongs to: another one would get all its passwords. */
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import type { Login } from '../client/login';
import { type Rest, statusOf } from '../client/rest';

const NOT_FOUND = 404;

/** @throws UserError when the account is not the one that site.yaml names. */
export function refuseOtherAccount(
  environment: EnvironmentName,
  pinned: string | undefined,
  { accountSid }: Pick<Login, 'accountSid'>,
): void {
  if (pinned === undefined || same(pinned, accountSid)) return;
  throw new UserError(
    `This is account ${masked(accountSid)}, but ${environment} belongs to ${masked(pinned)}`,
    'site.yaml says so (`accountSid`). Log in to that account, or unset TWILIO_ACCOUNT_SID.',
  );
}

/**
 * An API key opens the account that it was made in, whatever `TWILIO_ACCOUNT_SID` says: Sync and
 * Serverless have no account in their addresses. Every reply of Sync names it.
 *
 * @throws UserError when that is another one.
 */
export async function refuseOtherKey(rest: Rest, { accountSid, username }: Login): Promise<void> {
  if (same(accountSid, username)) return;
  const opened = await accountOf(rest);
  if (opened === undefined || same(opened, accountSid)) return;
  throw new UserError(
    `TWILIO_API_KEY belongs to account ${masked(opened)}, but TWILIO_ACCOUNT_SID is ${masked(accountSid)}`,
    'Use a key of that account: a key of the main account does not work for a subaccount.',
  );
}

/** Undefined where the account has no default service. */
async function accountOf(rest: Rest): Promise<string | undefined> {
  try {
    const service = rest.client.sync.v1.services('default');
    return (await rest.repeat(() => service.fetch())).accountSid;
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}

/** Enough to tell two apart. */
function masked(sid: string): string {
  return `${sid.slice(0, 6)}…${sid.slice(-4)}`;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
