/**
 * What should happen to a call. TwiML, `explain`, the log and the tests all
 * read this one value; nothing else decides.
 */
import type { Reason } from './reasons';

export type Decision = Outcome & {
  /** The steps that led here, in order. May hold phone numbers: never logged. */
  readonly trace: readonly Step[];
};

export interface Step {
  readonly step: string;
  readonly outcome: string;
}

export type Outcome = Connect | Ring | Emergency | Answer | HandOff | Refuse | HangUp;

/**
 * What was dialled, told to `dial-result` in the action URL of the Dial:
 * a number outside, one of our phones, an emergency number, another SIP system,
 * the phones of a number that was called, or what follows when those do not answer.
 */
export const LEGS = ['outside', 'phone', 'emergency', 'handOff', 'incoming', 'otherwise'] as const;
export type Leg = (typeof LEGS)[number];

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
}

/** Dial an emergency number: bare, without any limit. */
export interface Emergency {
  readonly kind: 'emergency';
  /** `911`, or the test number `933`. */
  readonly number: string;
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
  readonly edge?: string;
  readonly callerId: string;
  readonly emergencyAllowed: boolean;
  readonly timeLimitSeconds?: number;
  readonly ringSeconds: number;
}

/** Say why not, or reject unanswered: `REASONS` tells which. */
export interface Refuse {
  readonly kind: 'refuse';
  readonly reason: Reason;
}

/** The call was had and is over. */
export interface HangUp {
  readonly kind: 'hangUp';
}
