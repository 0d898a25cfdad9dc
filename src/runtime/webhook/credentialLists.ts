/**
 * Which SIP usernames are on a domain's credential lists. Asked only for phones
 * that the directory does not know.
 * https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
 */
import type { Twilio } from 'twilio';
import type { Listed } from '../calls';
import { logFailure } from './log';
import { withTimeout } from './timeouts';

/** The part of Twilio's client that is used. */
export type SipClient = Pick<Twilio, 'api'>;

/** A domain by SID where Twilio sends it, else by host name. */
export interface SipDomain {
  readonly sid?: string | undefined;
  readonly host?: string | undefined;
}

/** A caller waits meanwhile, and Twilio ends a function after ten seconds. */
const BUDGET_MS = 2_000;
const HIT_MS = 5 * 60_000;
const MISS_MS = 30_000;
/** One deployment serves one domain; more are room for a move. */
const MOST_DOMAINS = 4;
const PAGE_SIZE = 1_000;

interface Entry {
  readonly usernames: ReadonlySet<string>;
  readonly at: number;
}

/** Remembers lists between calls and lets concurrent calls share one request. */
export class CredentialLists {
  private readonly entries = new Map<string, Entry>();
  private readonly requests = new Map<string, Promise<ReadonlySet<string>>>();

  /**
   * The usernames on the domain's lists. A remembered list serves five minutes
   * when `username` is on it, thirty seconds when it is not.
   *
   * @returns `failed` when Twilio did not answer within two seconds.
   */
  async lookUp(username: string, domain: SipDomain, client: () => SipClient): Promise<Listed> {
    const key = domain.sid ?? domain.host;
    if (key === undefined) return 'failed';
    const entry = this.entries.get(key);
    if (entry && Date.now() - entry.at < (entry.usernames.has(username) ? HIT_MS : MISS_MS)) {
      return entry.usernames;
    }
    try {
      return await withTimeout(BUDGET_MS, this.request(key, domain, client));
    } catch (error) {
      logFailure('lookUp.failed', error);
      return 'failed';
    }
  }

  private request(
    key: string,
    domain: SipDomain,
    client: () => SipClient,
  ): Promise<ReadonlySet<string>> {
    const running = this.requests.get(key);
    if (running) return running;
    const request = fetchUsernames(domain, client)
      .then((usernames) => {
        this.remember(key, usernames);
        return usernames;
      })
      .finally(() => this.requests.delete(key));
    this.requests.set(key, request);
    return request;
  }

  private remember(key: string, usernames: ReadonlySet<string>): void {
    this.entries.delete(key);
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size >= MOST_DOMAINS) this.entries.delete(oldest);
    this.entries.set(key, { usernames, at: Date.now() });
  }
}

async function fetchUsernames(
  domain: SipDomain,
  client: () => SipClient,
): Promise<ReadonlySet<string>> {
  const { sip } = client().api.v2010.account;
  const sid = domain.sid ?? (await sidOf(domain.host, sip));
  const { auth } = sip.domains(sid);
  const mappings = await Promise.all([
    auth.calls.credentialListMappings.list({ pageSize: PAGE_SIZE }),
    auth.registrations.credentialListMappings.list({ pageSize: PAGE_SIZE }),
  ]);
  const lists = new Set(mappings.flat().map((mapping) => mapping.sid));
  const credentials = await Promise.all(
    [...lists].map((list) => sip.credentialLists(list).credentials.list({ pageSize: PAGE_SIZE })),
  );
  return new Set(credentials.flat().map((credential) => credential.username));
}

async function sidOf(
  host: string | undefined,
  sip: SipClient['api']['v2010']['account']['sip'],
): Promise<string> {
  const domains = await sip.domains.list({ pageSize: PAGE_SIZE });
  const domain = domains.find(({ domainName }) => domainName === host?.toLowerCase());
  if (!domain) throw new Error(`The account has no SIP domain ${host}`);
  return domain.sid;
}

/** The process's own memory of lists. */
export const credentialLists = new CredentialLists();
