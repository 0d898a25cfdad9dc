/** What an account has at sync.twilio.com. Names are those of the SDK. */
import type { Dated } from '../records';

declare module '../contract' {
  interface State {
    sync: { readonly services: SyncService[] };
  }
  interface Switches {
    /** Statuses of the errors 54301 and 54208 (a name that is taken), and 54103 and 54205 (another revision). */
    syncTaken: number;
    syncChanged: number;
  }
}

export interface SyncService extends Dated {
  readonly sid: string;
  friendlyName: string | null;
  uniqueName: string | null;
  readonly documents: SyncDocument[];
  readonly maps: SyncMap[];
}

/** What documents, maps and their items have in common. */
export interface Kept extends Dated {
  /** A number in text, which grows by one. */
  revision: string;
  /** From then on it is as if it had never been; null: it stays. */
  dateExpires: Date | null;
}

export interface SyncDocument extends Kept {
  readonly sid: string;
  readonly uniqueName: string | null;
  data: unknown;
}

export interface SyncMap extends Kept {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly items: MapItem[];
}

export interface MapItem extends Kept {
  readonly key: string;
  data: unknown;
}

/** As if the account had made it in the console: every account has one that is called `default`. */
export function defaultService(sid: string): SyncService {
  const date = new Date('2026-01-01T00:00:00Z');
  return {
    sid,
    friendlyName: 'Default Service',
    uniqueName: 'default',
    documents: [],
    maps: [],
    dateCreated: date,
    dateUpdated: date,
  };
}
