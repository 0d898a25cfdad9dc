/**
 * What a webhook does beside answering: requests to Twilio, as data. The answer is decided before
 * any of them, and stays the same when they fail.
 */
import type { CallLanguage, OperatorDesk, Rate } from '../model/directory';
import type { OfferPosition } from './operator/position';

export type Effect = CallVolunteers | CancelLegs | DeleteQueue | LegEnded | Notify;

/** Call everybody on duty together, unless that was done for this call, or was done too often. */
export interface CallVolunteers {
  readonly kind: 'callVolunteers';
  /** SID of the caller's call. */
  readonly call: string;
  /** Where the caller calls from: whose calls are counted. */
  readonly line: string;
  /** Caller ID that volunteers see. */
  readonly from: string;
  readonly legs: readonly Leg[];
  readonly ringSeconds: number;
  readonly limits: { readonly phone: Rate; readonly site: Rate };
}

/** A call to one volunteer. */
export interface Leg {
  readonly to:
    { readonly number: string } | { readonly extension: string; readonly sipDomain: string };
  readonly offer: OfferPosition;
}

/** The caller needs nobody any more: end the calls to volunteers that were made for this call. */
export interface CancelLegs {
  readonly kind: 'cancelLegs';
  readonly call: string;
  /** SID of the leg that has the caller. */
  readonly except?: string;
  /** Whether those who have picked up hear that it is too late; else only what rings is cancelled. */
  readonly tell: boolean;
}

/** A volunteer's leg is over: when all of a call's are, nobody can come any more. */
export interface LegEnded {
  readonly kind: 'legEnded';
  readonly call: string;
  /** Its SID. */
  readonly leg: string;
}

/** The queue of a call that has left it. */
export interface DeleteQueue {
  readonly kind: 'deleteQueue';
  /** Its SID. */
  readonly queue: string;
}

/** Record a message, once, and notify those who are to know. */
export interface Notify {
  readonly kind: 'notify';
  readonly message: Message;
  /** What the SMS says. */
  readonly text: string;
  readonly notice: OperatorDesk['notice'];
  /** Sender of the SMS; undefined where the site has no number. */
  readonly from: string | undefined;
  readonly keepDays: number;
  /** How often somebody is notified. */
  readonly limits: OperatorDesk['limits'];
}

/** A message as it is recorded, and sent to the webhook. */
export interface Message {
  /** SID of the recording. */
  readonly recording: string;
  /** SID of the call. */
  readonly call: string;
  readonly line: string;
  /** What the directory calls the phone; absent for a caller from outside. */
  readonly phone?: string;
  readonly language: CallLanguage;
  readonly seconds: number;
  /** Where it can be heard, with a login where the account asks for one. */
  readonly url: string;
  /** Too short to hold a word: nobody is notified. */
  readonly empty: boolean;
}
