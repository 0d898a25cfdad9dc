/** What may be dialled, what dialled strings mean, and what a call to one of our numbers does. */
import type { Local } from './extension';
import type { Hours } from './hours';
import type { Action, Target } from './menu';
import type { EnvironmentName } from './site';

export interface NumberRule extends Pick<Local, 'timeZone'> {
  /** Extensions to ring, ten at a time. Empty when a TwiML asset alone answers. */
  readonly ring: readonly string[];
  /** TwiML asset that answers; `incoming` rings. */
  readonly twiml: string;
  /** Menu or operator that answers, before `ring` and `twiml`. */
  readonly answer?: Extract<Target, { readonly menu: string } | { readonly do: Action }>;
  /** TwiML asset or E.164 number that follows when nobody answers. */
  readonly otherwise?: { readonly twiml: string } | { readonly dial: string };
  /** In its time zone, else the site's; at other times the TwiML asset `closed` answers. None means always. */
  readonly hours?: readonly Hours[];
  /** When a call to it is cut off. Absent where the emergency service may be calling back. */
  readonly maxMinutes?: number | undefined;
  /** The one environment whose functions Twilio calls for this number. */
  readonly environment: EnvironmentName;
}

export interface ClassOfService {
  readonly name: string;
  /** ISO 3166 regions, `premium` and `non-geographic`. Everything else is refused. */
  readonly allow: ReadonlySet<string>;
  /** The same, and names of `areas`. Wins over `allow`. */
  readonly deny: ReadonlySet<string>;
  readonly maxMinutes?: number | undefined;
  /** Numbers and service codes that `maxMinutes` does not cut off. */
  readonly noLimit: ReadonlySet<string>;
  /** In the phone's time zone, else the site's; none means always. */
  readonly hours?: readonly Hours[];
}

export interface Rewrite {
  readonly from: string;
  readonly to: string;
  readonly note?: string;
  /** The rewritten string, or undefined when the pattern does not match the whole of `dialled`. */
  apply(dialled: string): string | undefined;
}

export interface BlockList {
  readonly numbers: ReadonlySet<string>;
  /** E.164 prefixes, with the plus. */
  readonly prefixes: readonly string[];
  /** Incoming callers who withhold their number. */
  readonly anonymous: boolean;
}

/** What counts as premium rate beside what libphonenumber's number types say. */
export interface PremiumRules {
  readonly areaCodes: ReadonlySet<string>;
  /** NANP exchanges, such as `976`. */
  readonly exchanges: ReadonlySet<string>;
}
