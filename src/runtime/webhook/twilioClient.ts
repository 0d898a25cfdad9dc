/** The account that a function may ask: none on a machine where nobody is logged in, or that Twilio cannot reach. */
import type { Context } from '@twilio-labs/serverless-runtime-types/types';
import type { Twilio } from 'twilio';

/** What is asked of it. */
export type Client = Pick<Twilio, 'api' | 'sync'>;

export interface TwilioAccount {
  readonly client: Client;
  /** SID of the Sync service, or `default`. */
  readonly syncService: string;
}

/** No request is worth more: by then the answer has gone out. */
const TIMEOUT_MS = 1_000;

let client: Client | undefined;

/** One client a process, so that its connections are used again. */
export function twilioAccount(context: Context): TwilioAccount | undefined {
  const { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } = context as Context<Variables>;
  // Volunteers would be called from somebody's desk, and hear an error.
  if (!ACCOUNT_SID || !AUTH_TOKEN || isLocal(context.DOMAIN_NAME)) return undefined;
  client ??= context.getTwilioClient({ timeout: TIMEOUT_MS });
  return { client, syncService: SYNC_SERVICE_SID || 'default' };
}

function isLocal(domainName: string | undefined): boolean {
  return /^(localhost|127\.|\[)/.test(domainName ?? 'localhost');
}

interface Variables {
  readonly ACCOUNT_SID?: string;
  readonly AUTH_TOKEN?: string;
  readonly SYNC_SERVICE_SID?: string;
}
