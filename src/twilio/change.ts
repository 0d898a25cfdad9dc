/** One write that would bring Twilio to what the directory says. */
import type { EnvironmentName } from '../runtime/model/directory';
import type { Applied } from './records/applied';
import type { Ledger } from './records/ledger';
import type { Rest } from './client/rest';

/** What a change is made to, in Twilio's words. */
export type Kind =
  | 'emergency address'
  | 'emergency registration'
  | 'credential list'
  | 'credential'
  | 'SIP domain'
  | 'voice authentication'
  | 'registration authentication'
  | 'phone number'
  | 'dialing permission';

export interface FieldChange {
  readonly name: string;
  /** Undefined where nothing was set. Never a secret. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Change {
  /** `replace`: Twilio cannot change it, so another one takes its place. */
  readonly action: 'create' | 'update' | 'replace' | 'delete';
  readonly kind: Kind;
  /** Natural key: a username, a number, a domain name. */
  readonly key: string;
  readonly fields: readonly FieldChange[];
  readonly why: string;
  /** What Twilio charges for it. */
  readonly cost?: string;
  /** The password that it sets is the one that the phone has. */
  readonly keepsPassword?: true;
  /** Only written when asked for: `--prune`, `--account`. */
  readonly needs?: 'prune' | 'account';
  /** The same of some of its fields, where Twilio takes them one by one. */
  readonly only?: (names: readonly string[]) => Change;
  /** Writes it. Run once, in the order of the plan. */
  write(tools: Tools): Promise<void>;
}

/** What a write needs beside its own data. */
export interface Tools {
  readonly rest: Rest;
  readonly environment: EnvironmentName;
  /** SIDs by kind and key, of what exists and of what this run has made. */
  readonly sids: Sids;
  /** Remembers the password that was set. */
  readonly applied: Applied;
  /** What every checkout knows of passwords; written before a credential is. */
  readonly ledger: Ledger;
  /** Master key; a plan with a password to set is not applied without one. */
  readonly key?: Buffer | undefined;
  /** For a write within a change that is worth a line of its own. */
  readonly audit: (written: Pick<Change, 'action' | 'kind' | 'key' | 'fields'>) => void;
  /** How long to wait for Twilio to register or unregister an emergency address, in milliseconds. */
  readonly emergencyWaitMs: number;
}

export class Sids {
  private readonly sids = new Map<string, string>();

  set(kind: Kind, key: string, sid: string): void {
    this.sids.set(`${kind}\0${key}`, sid);
  }

  /** @throws Missing when what it belongs to was not made. */
  get(kind: Kind, key: string): string {
    const sid = this.sids.get(`${kind}\0${key}`);
    if (sid === undefined) throw new Missing(`${kind} ${key}`);
    return sid;
  }
}

/** What a write depends on failed before. */
export class Missing extends Error {
  constructor(what: string) {
    super(`there is no ${what}`);
    this.name = 'Missing';
  }
}

/** The fields that differ; an absent desired value is not looked at. */
export function differences(
  actual: Readonly<Record<string, string | boolean | undefined>>,
  desired: Readonly<Record<string, string | boolean | undefined>>,
): FieldChange[] {
  return Object.entries(desired).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const from = actual[name] ?? '';
    return from === value ? [] : [{ name, from: shown(from), to: shown(value) }];
  });
}

/** An URL that somebody else has set may hold a secret, in its query or before its host. */
function shown(value: string | boolean): string | undefined {
  if (value === '') return undefined;
  const text = String(value);
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.username || url.password) url.username = url.password = '***';
  if (url.search) url.search = '?***';
  return url.href;
}
