/**
 * The directory as the functions hold it in memory: names resolved, defaults
 * filled in, indexed. Made by `openDirectory` from the compiled asset; the
 * shape of what an operator writes is in `schema.ts`.
 */
import type { CallLanguage } from './language';

export const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

export { CALL_LANGUAGES, type CallLanguage } from './language';

export interface Directory {
  readonly site: Site;
  /** By SIP username. */
  readonly extensions: ReadonlyMap<string, Extension>;
  /** Short name → SIP username. */
  readonly shortNames: ReadonlyMap<string, string>;
  /** What a call to one of our numbers does, by E.164 number. */
  readonly numbers: ReadonlyMap<string, NumberRule>;
  readonly classes: ReadonlyMap<string, ClassOfService>;
  /** Dialled short code → E.164 number or the short code that Twilio is given. */
  readonly serviceCodes: ReadonlyMap<string, string>;
  /** In order; the first that matches applies. */
  readonly rewrites: readonly Rewrite[];
  readonly blocked: BlockList;
  readonly premium: PremiumRules;
  /** Areas of North America by name: area codes, or area codes with an exchange (six digits). */
  readonly areas: ReadonlyMap<string, ReadonlySet<string>>;
  /** By name. */
  readonly menus: ReadonlyMap<string, Menu>;
  /** Who is called when a caller asks for the operator; absent where there is none. */
  readonly operator?: OperatorDesk;
}

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
  /** What the functions dial for an emergency call; `911` unless given. */
  readonly dial911As?: DialledForm;
}

/** How menus and the dial tone behave that say nothing else. */
export interface MenuSettings {
  /** Seconds of silence after the last prompt before it counts as no key. */
  readonly waitSeconds: number;
  /** How many times a menu is said before what follows no key. */
  readonly rounds: number;
  /** What `#` does: one menu back, or the first menu of the phone. */
  readonly hash: 'back' | 'top';
  /**
   * How a number is collected at the dial tone inside a call: `staged` acts on a complete number at
   * once; `pause` waits `pauseSeconds` after the last digit. That keys pressed between two
   * stages survive at Twilio is unproven.
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

/** How 911 leaves a phone that is set by hand: as it is, with a 1 before it, or as keys in its menu alone. */
export const PHONE_FORMS = ['911', '1911', 'keys'] as const;
export type PhoneForm = (typeof PHONE_FORMS)[number];

interface Defaults {
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
  /** By which other phones dial it, beside its username. */
  readonly short?: string;
  readonly number?: string;
  /** What people outside see: as written, else its number, else the house number. Never what 911 sees. */
  readonly callerId: string;
  /** May call 911; then `number` is its own, and of others only where they stand at the same address. */
  readonly emergency: boolean;
  /** How its phone sends 911, where it is said. */
  readonly dial911As?: PhoneForm;
  /** Name of a class of service. */
  readonly class: string;
  readonly environments: readonly EnvironmentName[];
  /** Overrides the environment's. */
  readonly edge?: string;
  /** What `#` does; the site's default is already filled in. */
  readonly hash?: Target;
  /** What `0` does; the site's default is already filled in. */
  readonly zero?: Target;
  /** Its callers' language, where it is not the site's first. */
  readonly language?: CallLanguage;
}

/** Where `#`, `0`, a key of a menu or what follows it leads. Every name in it exists. */
export type Target =
  | { readonly ring: readonly string[] }
  | { readonly dial: string }
  /** One of a named list of numbers, by chance. */
  | { readonly dialOneOf: readonly string[] }
  | { readonly twiml: string }
  | { readonly handOff: string }
  | { readonly menu: string }
  | { readonly do: Action };

/**
 * What a call can do beside going somewhere by name. `emergency` calls the country's own number,
 * `back` is what `#` does, `repeat` says the menu again.
 */
export const ACTIONS = ['dialTone', 'operator', 'emergency', 'back', 'repeat', 'hangUp'] as const;
export type Action = (typeof ACTIONS)[number];

export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type Key = (typeof KEYS)[number];

/** A menu; one without keys plays its prompts and goes on. */
export interface Menu {
  readonly name: string;
  /** Played once, on entry; a key pressed meanwhile counts. */
  readonly intro: readonly Prompt[];
  /** One of these is played after `intro`, by chance. */
  readonly oneOf: readonly Prompt[];
  /** Played in every round: what the keys do, as written. */
  readonly prompts: readonly Prompt[];
  readonly keys: Readonly<Partial<Record<Key, Target>>>;
  /** What follows when no key came in the last round, or, without keys, when the prompts are over. */
  readonly next: Target;
  readonly waitSeconds: number;
  readonly rounds: number;
  /** Who may enter it, and when; for all others `otherwise` follows. */
  readonly only?:
    | {
        /** Phones that may call 911, or those that may not. */
        readonly emergency?: boolean;
        readonly hours?: readonly Hours[];
        readonly otherwise: Target;
      }
    | undefined;
}

/** What is heard, in each of the site's languages. A recording that is missing was replaced by its sentence when compiled. */
export type Prompt = Readonly<Partial<Record<CallLanguage, Sound>>>;

/** A recording, by its URL (relative to the deployment, or absolute), or a sentence to speak. */
export type Sound = { readonly play: string } | { readonly say: string };

/** `operators.yaml`: what happens when a caller asks for the operator. */
export interface OperatorDesk {
  readonly volunteers: readonly Volunteer[];
  /** How long a caller waits before leaving a message. */
  readonly waitSeconds: number;
  /** How long a volunteer's phone rings. */
  readonly ringSeconds: number;
  /** What a caller hears while waiting, over and over; else the shipped hold sound. */
  readonly hold?: Prompt;
  readonly message: {
    readonly maxSeconds: number;
    /** Days after which `dialtone messages purge` deletes a message. */
    readonly keepDays: number;
  };
  /** Who is notified of a message. */
  readonly notice: {
    /** E.164 numbers that get an SMS. */
    readonly sms: readonly string[];
    /** Whether the webhook of the variable MESSAGE_WEBHOOK_URL is notified. */
    readonly webhook: boolean;
  };
  /** How often volunteers are called together. */
  readonly limits: { readonly phone: Rate; readonly site: Rate };
}

export interface Rate {
  readonly minute: number;
  readonly day: number;
}

export interface Volunteer {
  /** What the directory calls them. */
  readonly name: string;
  /** Whom Twilio calls: a number in E.164, or one of our extensions. */
  readonly call: { readonly number: string } | { readonly extension: string };
  /** In the site's time zone; none means always. */
  readonly hours?: readonly Hours[];
  readonly languages: readonly CallLanguage[];
}

export interface NumberRule {
  /** Extensions to ring, ten at a time. Empty when a TwiML asset alone answers. */
  readonly ring: readonly string[];
  /** TwiML asset that answers; `incoming` rings. */
  readonly twiml: string;
  /** Menu or operator that answers, before `ring` and `twiml`. */
  readonly answer?: Extract<Target, { readonly menu: string } | { readonly do: Action }>;
  /** TwiML asset or E.164 number that follows when nobody answers. */
  readonly otherwise?: { readonly twiml: string } | { readonly dial: string };
  /** In the site's time zone; at other times the TwiML asset `closed` answers. None means always. */
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

interface BlockList {
  readonly numbers: ReadonlySet<string>;
  /** E.164 prefixes, with the plus. */
  readonly prefixes: readonly string[];
  /** Incoming callers who withhold their number. */
  readonly anonymous: boolean;
}

/** What counts as premium rate beside what libphonenumber's number types say. */
interface PremiumRules {
  readonly areaCodes: ReadonlySet<string>;
  /** NANP exchanges, such as `976`. */
  readonly exchanges: ReadonlySet<string>;
}
