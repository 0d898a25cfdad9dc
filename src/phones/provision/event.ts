/** What happened to a request, for the log and the page: nothing in it is secret. */
import type { Agent } from './userAgent';

/** Why, or what was done. The answer to every refusal is the same. */
export type Outcome =
  | 'sending'
  | 'handed-over'
  | 'broke-off'
  | 'cut'
  | 'looked'
  | 'kept'
  | 'too-large'
  | 'busy'
  | 'not-open'
  | 'had-it'
  | 'absent'
  | 'vendor-file-missing'
  | 'unknown-name'
  | 'other-device'
  | 'fallback'
  | 'wrong-token'
  | 'former-token'
  | 'no-token'
  | 'unknown-mac'
  | 'method'
  | 'nonsense';

export type Warning =
  | { readonly kind: 'model'; readonly said: string }
  | { readonly kind: 'mac'; readonly said: string };

export interface ProvisionEvent {
  readonly at: number;
  readonly address: string;
  readonly method: string;
  /** Last part of the path. */
  readonly file: string;
  readonly status: number;
  readonly outcome: Outcome;
  /** Of `handed-over`: how often, since the server began. */
  readonly times?: number;
  /** Of `former-token`: whose address it was, and which passwords the device has now. */
  readonly passwords?: { readonly asked: string; readonly now: string };
  /** Whose token it was; for `no-token` and `wrong-token` whose MAC address. */
  readonly device?: string;
  /** Twelve digits, of a device that the directory does not have. */
  readonly mac?: string;
  readonly agent?: Agent;
  /** The User-Agent where nobody knows its form. */
  readonly agentText?: string;
  readonly warnings: readonly Warning[];
}
