/**
 * The directory as the functions hold it in memory: names resolved, defaults
 * filled in, indexed. Made by `openDirectory` from the compiled asset; the
 * shape of what an operator writes is in `schema.ts`.
 */

export const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Directory {
  readonly site: Site;
  /** By SIP username. */
  readonly extensions: ReadonlyMap<string, Extension>;
  /** What a call to one of our numbers does, by E.164 number. */
  readonly numbers: ReadonlyMap<string, NumberRule>;
  readonly classes: ReadonlyMap<string, ClassOfService>;
  /** Dialled short code → E.164 number or the short code that Twilio is given. */
  readonly serviceCodes: ReadonlyMap<string, string>;
  /** In order; the first that matches applies. */
  readonly rewrites: readonly Rewrite[];
  readonly blocked: BlockList;
  readonly premium: PremiumRules;
}

export interface Site {
  readonly name: string;
  /** ISO 3166 region in which numbers without a country code are read, such as `US`. */
  readonly country: string;
  /** IANA time zone, such as `America/Los_Angeles`. */
  readonly timeZone: string;
  /** Refusals are spoken in each, in this order. */
  readonly languages: readonly Language[];
  /** Twilio voice name for each language. */
  readonly voices: Readonly<Record<Language, string>>;
  /** Completes seven-digit numbers; without it they are refused. */
  readonly areaCode?: string;
  /** Area codes that an ATA may put before 911: `areaCode` and those of the site's own numbers. */
  readonly areaCodes: readonly string[];
  readonly environments: Readonly<Partial<Record<EnvironmentName, Environment>>>;
  readonly defaults: Defaults;
  /** The only hosts to which a call may be handed off. */
  readonly handOffHosts: readonly string[];
}

export interface Environment {
  /** First label of the SIP domain: `direct-example-prod` in `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain: string;
  readonly edge?: string;
  readonly emergency?: 'direct' | 'webhook';
}

export interface Defaults {
  /** The house number: caller ID of extensions that have no number of their own. */
  readonly callerId?: string;
  /** Name of a class of service. */
  readonly class: string;
  /** How long our own phones ring, in seconds. */
  readonly ringSeconds: number;
  /** How long a number outside rings, in seconds. */
  readonly dialSeconds: number;
  readonly hash?: Target;
  readonly zero?: Target;
}

export interface Extension {
  readonly username: string;
  /** What people call it, such as `NE Ainsworth booth`. */
  readonly name: string;
  readonly number?: string;
  /** Its number, else the house number. */
  readonly callerId: string;
  /** May call 911; then `number` is its own and nobody else's. */
  readonly emergency: boolean;
  /** Name of a class of service. */
  readonly class: string;
  readonly environments: readonly EnvironmentName[];
  /** Overrides the environment's. */
  readonly edge?: string;
  /** What `#` does; the site's default is already filled in. */
  readonly hash?: Target;
  /** What `0` does; the site's default is already filled in. */
  readonly zero?: Target;
}

/** What `#` or `0` does. */
export type Target =
  | { readonly ring: readonly string[] }
  | { readonly dial: string }
  | { readonly twiml: string }
  | { readonly handOff: string };

export interface NumberRule {
  /** Extensions to ring together; at most ten. Empty when a TwiML asset alone answers. */
  readonly ring: readonly string[];
  /** TwiML asset that answers; `incoming` rings. */
  readonly twiml: string;
  /** TwiML asset or E.164 number that follows when nobody answers. */
  readonly otherwise?: { readonly twiml: string } | { readonly dial: string };
  /** In the site's time zone; at other times the TwiML asset `closed` answers. None means always. */
  readonly hours?: readonly Hours[];
  /** The one environment whose functions Twilio calls for this number. */
  readonly environment: EnvironmentName;
}

export interface ClassOfService {
  readonly name: string;
  /** ISO 3166 regions, and `premium`. Everything else is refused. */
  readonly allow: ReadonlySet<string>;
  /** ISO 3166 regions, and `premium`. Wins over `allow`. */
  readonly deny: ReadonlySet<string>;
  readonly maxMinutes?: number;
  /** Numbers and service codes that `maxMinutes` does not cut off. */
  readonly noLimit: ReadonlySet<string>;
  /** In the site's time zone; none means always. */
  readonly hours?: readonly Hours[];
}

export interface Hours {
  /** 0 is Sunday. The day on which the span begins. */
  readonly days: readonly number[];
  /** Minutes after midnight, inclusive. */
  readonly from: number;
  /** Minutes after midnight, exclusive; not after `from` means on the next day. */
  readonly to: number;
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
