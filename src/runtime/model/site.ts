/** What holds for the whole site, and its environments at Twilio. */
import type { CallLanguage } from './language';
import type { Target } from './menu';

export const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export interface Site {
  readonly name: string;
  /** ISO 3166 region in which numbers without a country code are read, such as `US`. */
  readonly country: string;
  /** IANA time zone, such as `America/Los_Angeles`. */
  readonly timeZone: string;
  /** Refusals are spoken in each, in this order. */
  readonly languages: readonly CallLanguage[];
  /** Twilio voice name for each language. */
  readonly voices: Readonly<Record<CallLanguage, string>>;
  /** Completes seven-digit numbers; without it they are refused. */
  readonly areaCode?: string;
  /** Area codes that an ATA may put before 911: `areaCode` and those of the site's own numbers. */
  readonly areaCodes: readonly string[];
  readonly environments: Readonly<Partial<Record<EnvironmentName, Environment>>>;
  readonly defaults: Defaults;
  /** Whether phones call that are on Twilio's credential lists and not in the directory. */
  readonly strangers: boolean;
  /** The only hosts to which a call may be handed off. */
  readonly handOffHosts: readonly string[];
  readonly menus: MenuSettings;
  /** Recordings that stand in for sentences of our own, by the name of the sentence. */
  readonly sentences?: RecordedSentences;
  /** What the functions dial for an emergency call; `911` unless given. */
  readonly dial911As?: DialledForm;
}

/** URLs of recordings; in a language without one the sentence is spoken. */
export type RecordedSentences = Readonly<
  Partial<Record<string, Readonly<Partial<Record<CallLanguage, string>>>>>
>;

/** How menus and the dial tone behave that say nothing else. */
export interface MenuSettings {
  /** Seconds of silence after the last prompt before it counts as no key. */
  readonly waitSeconds: number;
  /** How many times a menu is said before what follows no key. */
  readonly rounds: number;
  /**
   * Whether an intro is a document of its own, heard sooner where the prompts after it are recordings;
   * a key pressed between the two may be lost.
   */
  readonly intro: 'together' | 'apart';
  /** What `#` does: one menu back, or the first of the call; `top` of a phone that begins with the dial tone is that. */
  readonly hash: 'back' | 'top';
  /**
   * How a number is collected at the dial tone inside a call: `pause` waits `pauseSeconds` after the
   * last digit; `staged` acts on a complete number at once. Whether keys pressed between two stages
   * survive at Twilio is unproven; its page on Gather speaks against it.
   */
  readonly dialTone: { readonly collect: 'staged' | 'pause'; readonly pauseSeconds: number };
}

export interface Environment {
  /** First label of the SIP domain: `direct-example-prod` in `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain: string;
  readonly edge?: string;
  readonly emergency?: EmergencyMode;
}

/**
 * Who handles 911: Twilio what is dialled, by the phone's name, which is its number (`direct`); Twilio
 * too, but phones have any name, and call from menus (`menus`); the functions all of it (`webhook`).
 */
export const EMERGENCY_MODES = ['direct', 'menus', 'webhook'] as const;
export type EmergencyMode = (typeof EMERGENCY_MODES)[number];

/** What the functions dial for 911: `+1933` likewise for 933. Only where the country code is 1. */
export const DIALLED_FORMS = ['911', '+1911'] as const;
export type DialledForm = (typeof DIALLED_FORMS)[number];

interface Defaults {
  /** The house number: caller ID of extensions that have no number of their own. */
  readonly callerId?: string;
  /** Name of a class of service. */
  readonly class: string;
  /** How long our own phones ring, in seconds. */
  readonly ringSeconds: number;
  /** How long a number outside rings, in seconds. */
  readonly dialSeconds: number;
  /** A call that was busy ends with a tone, not a sentence. */
  readonly busy?: 'tone';
  readonly hash?: Target;
  readonly hashAtDialTone?: Target;
  readonly zero?: Target;
}
