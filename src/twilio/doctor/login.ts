/** Whether the account lets us in at all: else nothing more is asked. */
import { type Rest, statusOf } from '../client/rest';
import type { Check } from './check';
import type { ExaminedAccount } from './examined';
import { CONSOLE } from './commands';
import { twilioWords } from './reader';

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

export interface Entry {
  readonly checks: readonly Check[];
  /** Whether it is any use to ask more. */
  readonly open: boolean;
  readonly account?: ExaminedAccount;
}

export async function enter(rest: Rest): Promise<Entry> {
  const sid = rest.client.accountSid;
  const byKey = rest.client.username !== sid;
  try {
    const found = await rest.repeat(() => rest.client.api.v2010.accounts(sid).fetch());
    const { status, type, ownerAccountSid } = found;
    const parent = Boolean(ownerAccountSid) && ownerAccountSid !== sid;
    return { ...entered(status), account: { type, parent } };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // An API key may do everything else, but not read the account itself.
    if (!byKey || !(await mayReadAnything(rest))) return refused(error, byKey);
    return {
      checks: [
        { name: 'account.credentials', status: 'ok', message: 'Twilio accepts the API key' },
        {
          name: 'account.active',
          status: 'unknown',
          message: 'the API key may not read whether the account is suspended',
          fix: CONSOLE.account,
        },
      ],
      open: true,
    };
  }
}

function entered(status: string): Entry {
  const credentials = {
    name: 'account.credentials',
    status: 'ok',
    message: 'Twilio accepts the credentials',
  } as const;
  if (status === 'active') {
    const message = 'the account is active';
    return { checks: [credentials, { name: 'account.active', status: 'ok', message }], open: true };
  }
  const message = `the account is ${status}: Twilio connects no call. Nothing else was checked`;
  const fix = CONSOLE.account;
  const active = { name: 'account.active', status: 'wrong', message, fix } as const;
  return { checks: [credentials, active], open: false };
}

function refused(error: unknown, byKey: boolean): Entry {
  const names = byKey ? 'TWILIO_API_KEY and TWILIO_API_SECRET' : 'TWILIO_AUTH_TOKEN';
  const message = `Twilio does not accept the credentials: ${twilioWords(error)}. Nothing else was checked`;
  const fix = `Set TWILIO_ACCOUNT_SID and ${names} to what ${CONSOLE.account} shows`;
  return { checks: [{ name: 'account.credentials', status: 'wrong', message, fix }], open: false };
}

/** 403 means a key without the permission; 401 a key that does not exist. */
async function mayReadAnything(rest: Rest): Promise<boolean> {
  const { sip, incomingPhoneNumbers } = rest.client.api.v2010.account;
  const probes: readonly (() => Promise<unknown>)[] = [
    () => sip.domains.list({ limit: 1 }),
    () => incomingPhoneNumbers.list({ limit: 1 }),
    () => rest.client.serverless.v1.services.list({ limit: 1 }),
  ];
  for (const probe of probes) {
    try {
      await rest.repeat(probe);
      return true;
    } catch (error) {
      if (statusOf(error) === FORBIDDEN) return true;
      if (!isRefusal(error)) throw error;
    }
  }
  return false;
}

function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status === UNAUTHORIZED || status === FORBIDDEN;
}
