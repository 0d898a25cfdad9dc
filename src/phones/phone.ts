/** What a phone is set to, whatever its maker; and what a maker's model makes of it. */
import type { CallLanguage } from '../runtime/model/directory';
import type { Clock } from './clock';
import type { Keypad, Lock } from './lock';
import type { DialPlan } from './dialplan/entry';
import type { ModelNotes, Question } from './notes';
import type { Guide } from './sheet/guide';
import type { SheetLanguage } from './sheet/language';

export type Transport = 'udp' | 'tcp' | 'tls';

/** Everything about one phone that its files, its sheet and its page in the browser are made of. */
export interface PhoneSettings {
  readonly model: PhoneModel;
  /** Twelve lower-case hexadecimal digits with colons; softphones have none. */
  readonly mac?: string | undefined;
  /** SIP username; the authentication name is the same (Twilio's error 32106). */
  readonly username: string;
  readonly displayName: string;
  /** By which other phones dial it, beside its username. */
  readonly short?: string | undefined;
  readonly password: string;
  /** Only Twilio and the phone know it: its file leaves it out, and the phone keeps what it has. */
  readonly passwordByHand: boolean;
  /** Of the phone's own web page or menu. */
  readonly adminPassword: string;
  /** Port of an ATA, line of a desk phone, from 1. */
  readonly line: number;
  /** Lines of its device that no extension has, in any environment. */
  readonly freeLines: readonly number[];
  /** Registrar, and host of From: `direct-example-prod.sip.twilio.com`. Never holds the edge. */
  readonly domain: string;
  /** `sip.umatilla.twilio.com`. */
  readonly outboundProxy: string;
  readonly transport: Transport;
  /** SRTP, where the domain is `secure`. */
  readonly secureMedia: boolean;
  /** Whether its keys may change it, reset it, or call by IP address. */
  readonly keypad: Keypad;
  /** A telephone with a dial, which has no `#` and no `*`. */
  readonly rotary: boolean;
  /** What happens when the handset is lifted: `hotline` dials `#` at once. */
  readonly dial: 'hotline' | 'dialtone';
  readonly dialPlan: DialPlan;
  /** Whether it may call 911; only for what people read. */
  readonly emergency: boolean;
  readonly number?: string | undefined;
  readonly languages: readonly CallLanguage[];
  /** Of the place where it stands; undefined where phones have no rule for it, and keep theirs. */
  readonly clock?: Clock | undefined;
}

/**
 * Models that are set up alike: a folder in `families/` holds all that is true of them, and
 * `families/index.ts` lists them.
 */
export interface PhoneFamily<Id extends string = string> {
  /** `grandstream-ht`. */
  readonly id: Id;
  /** As people call them together: `Grandstream HT`. */
  readonly name: string;
  readonly models: readonly ModelOfFamily[];
  /** How to set one up, check it and reset it, for its sheet and its page. */
  guide(settings: PhoneSettings, language: SheetLanguage): Guide;
  /** Its sentences in each language of sheets. */
  readonly words: Readonly<Record<SheetLanguage, object>>;
  /** What its page says beyond the guide. */
  notes(id: string): ModelNotes;
  /** What nobody has seen on a real one, and what earlier notes asked. */
  readonly questions: readonly Question[];
  /** Where the address of its file is typed: after "Type it". */
  whereToType(language: SheetLanguage): string;
  /** That address, in the form that these phones take. */
  provisioningUrl(folder: string, device: { readonly id: string }): string;
  /** What it says of itself when it asks for a file: groups `product`, `firmware` and perhaps `mac`. */
  readonly userAgent: RegExp;
  /** Other names under which it may ask for the file with its settings, by its MAC address. */
  fileAliases?(mac: string): readonly string[];
  /** Names of what it puts, such as its logs. */
  uploads?(mac: string): readonly string[];
}

export interface PhoneModel {
  /** As in extensions.yaml: `grandstream-ht801`. */
  readonly id: string;
  /** `Grandstream HT801`. */
  readonly name: string;
  readonly family: PhoneFamily;
  /** What it calls itself when it asks for a file, every hardware of it: `HT801`, `HT801V2`. */
  readonly callsItself: readonly string[];
  /** First three bytes of its MAC addresses, `00:0b:82`; only ever a warning. */
  readonly vendorPrefixes: readonly string[];
  /** What it can do with Twilio, the one to take unless the directory says otherwise first. */
  readonly transports: readonly Transport[];
  /** It can encrypt calls with keys that it sends in SDP, which a `secure` domain asks for. */
  readonly srtp: boolean;
  readonly lines: number;
  /** Off-hook dialling is the whole phone's: it follows the first line. */
  readonly oneHotline?: boolean;
  /** What closes its keypad to passers-by; none is said too. Its family has an open question about them. */
  readonly locks: readonly Lock[];
  /**
   * Of a telephone with a dial: its file turns pulses on; only tones reach it, from a converter; or it has keys of
   * its own.
   */
  readonly rotary: 'pulses' | 'by converter' | 'has keys';
  /** It keeps nothing that its files do not hold: none can leave the password out. */
  readonly forgets?: boolean;
  /** Of its maker's, without which its own are incomplete. */
  readonly vendorFiles?: readonly string[];
  /**
   * What it has that nothing here sets up, such as an FXO port; none is said too. Its page says so, and
   * its family has an open question about it.
   */
  readonly notSetUp: readonly string[];
  /** Another model's where its own are not to be had: `warnings` says so, and an open question asks. */
  readonly settingsFrom: 'its own documents' | { readonly documentsOf: string };
  /** An app: no MAC address, and it asks for its file once, under any name. */
  readonly softphone: boolean;
  /**
   * Its files, the one that holds the settings first. A device asks for one file for all its
   * lines: the other extensions on it are `otherLines`. What belongs to the whole device follows
   * `settings`.
   */
  files(settings: PhoneSettings, otherLines?: readonly PhoneSettings[]): readonly ConfigFile[];
  /** The name that its files give it: what it shows of itself, and sends with its calls. */
  shows(settings: PhoneSettings): string;
  /** The names it asks for when it starts, in its order; most of them need not be there. */
  asksFor(mac: string): readonly string[];
  /** What the person at the phone must know: unproven points, transport warnings. */
  warnings(settings: PhoneSettings): readonly string[];
}

/** As its maker's folder has it; `families/index.ts` adds the family. */
export type ModelOfFamily = Omit<PhoneModel, 'family'>;

export interface ConfigFile {
  /** As the device asks for it: `cfg000b82000001.xml`. */
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
  /** Holds the SIP password: written with mode 600, handed out only while a window is open. */
  readonly secret: boolean;
}
