/**
 * What should happen to a call. TwiML, `explain`, the log and the tests all
 * read this one value; nothing else decides.
 */
import type { CallLanguage, Sound } from '../model/directory';
import type { Effect } from './effects';
import type { Position } from './menus/position';
import type { OfferPosition } from './operator/position';
import type { Reason } from './reasons';

/**
 * What Twilio is answered, and what is done beside the answer. `Decision` alone has no effects, and
 * one that has some is not assignable to it: whoever takes one must say what becomes of its effects.
 */
export type Decision<E extends Effect = never> = (
  | Connect
  | Ring
  | Emergency
  | Answer
  | HandOff
  | Refuse
  | HangUp
  | Gather
  | Queue
  | Hold
  | Bridge
  | Record
) & {
  /** The language that the caller chose; absent: all of the site's, one after the other. */
  readonly language?: CallLanguage;
  /** Played before anything else. */
  readonly preamble?: readonly Audio[];
  /** The steps that led here, in order; added when all is decided. May hold phone numbers: never logged. */
  readonly trace?: readonly Step[] | undefined;
  readonly effects?: readonly E[];
};

/** What a caller hears: of the operator's, or one of our own sounds. */
export type Audio = Sound | { readonly tone: Tone };

/** Sounds that the project makes itself: see `src/build/tones`. */
export type Tone = 'dialTone' | 'busy' | 'hold';

export interface Step {
  readonly step: string;
  readonly outcome: string;
}

/** Dial a number on the telephone network. */
export interface Connect {
  readonly kind: 'connect';
  readonly leg: 'outside' | 'otherwise';
  /** E.164, or a service code that Twilio is given as it is. */
  readonly to: string;
  readonly callerId: string;
  /** Absent: Twilio's own limit of four hours. */
  readonly timeLimitSeconds?: number;
  readonly ringSeconds: number;
}

/** Ring registered phones together; the first to answer has the call. */
export interface Ring {
  readonly kind: 'ring';
  readonly leg: 'phone' | 'incoming';
  /** SIP usernames, one to ten. */
  readonly extensions: readonly string[];
  /** First label of this environment's SIP domain. */
  readonly sipDomain: string;
  readonly callerId: string;
  readonly timeLimitSeconds?: number;
  readonly ringSeconds: number;
  /** For incoming calls: the TwiML asset that rings. */
  readonly twiml?: string;
  /** The number of ours that is called, where something follows when nobody answers. E.164. */
  readonly called?: string;
  /** Which ten of the number's phones these are, from 2; absent: the first. */
  readonly round?: number;
  /** Who rings after them when nobody answers, ten at a time. */
  readonly later?: readonly (readonly string[])[];
}

/** Dial an emergency number: bare, without any limit. */
export interface Emergency {
  readonly kind: 'emergency';
  /** `911`, or the test number `933`. */
  readonly number: string;
  /** What Twilio is given, where it is not the number itself: `+1911`. */
  readonly dials?: string;
  readonly callerId: string;
}

/** Answer with a TwiML asset. */
export interface Answer {
  readonly kind: 'answer';
  readonly twiml: string;
}

/** Hand the call to another SIP system. */
export interface HandOff {
  readonly kind: 'handOff';
  /** User and host, such as `portland@pbx.example.org`. */
  readonly to: string;
  /** Of the phone; `parameter` of its host stands instead of it. */
  readonly edge?: string;
  /** Such as `;region=us2`. */
  readonly parameter?: string;
  readonly callerId: string;
  readonly emergencyAllowed: boolean;
  readonly timeLimitSeconds?: number;
  readonly ringSeconds: number;
}

/** Say why not, or reject unanswered: `REASONS` tells which. */
export interface Refuse {
  readonly kind: 'refuse';
  readonly reason: Reason;
  /** What the sentence of the reason names. */
  readonly number?: string;
}

/** The call was had and is over. */
interface HangUp {
  readonly kind: 'hangUp';
}

/** Play, and take keys: they go to `position`, and so does their absence. */
export interface Gather {
  readonly kind: 'gather';
  readonly position: Position | OfferPosition;
  readonly audio: readonly Audio[];
  /** Acts when this many keys have come; absent: only after the wait. */
  readonly digits?: number;
  /** Seconds of silence, after the sounds or the last key, that end it. */
  readonly waitSeconds: number;
}

/** Wait for a volunteer, in a queue of this call alone. */
interface Queue {
  readonly kind: 'queue';
  /** Its name. */
  readonly queue: string;
}

/** What a caller in the queue hears next. */
export interface Hold {
  readonly kind: 'hold';
  readonly audio: readonly Audio[];
  /** Waited long enough: out of the queue after this. */
  readonly leave: boolean;
  /** Otherwise to be asked again after this, with when the wait began: seconds since 1970. */
  readonly since?: number;
}

/** Connect a volunteer with the caller who waits in the queue. */
export interface Bridge {
  readonly kind: 'bridge';
  readonly queue: string;
  /** SID of the caller's call. */
  readonly caller: string;
  readonly timeLimitSeconds?: number;
}

/** Record a message, after what is heard first. */
export interface Record {
  readonly kind: 'record';
  readonly maxSeconds: number;
  /** Where the caller calls from: see `operator/line.ts`. */
  readonly line: string;
  /** Heard when nobody spoke: Twilio then asks nothing more. */
  readonly unspoken: readonly Audio[];
}
