/** All that callers and volunteers hear of us in one language. */
import type { CallLanguage } from '../../model/language';
import type { Notice, Reason } from '../reasons';

export interface Catalogue {
  /**
   * Said where our own functions fail. True of a phone that Twilio lets dial 911 past us, of one that our
   * next answer may still connect, of one that cannot call for help at all, and of a caller from outside.
   */
  readonly inAnEmergency: string;
  /** Said, before that, when everything has failed. */
  readonly apology: string;
  /** Digits as they are said one by one, from 0. */
  readonly digits: readonly string[];
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly notices: Readonly<Record<Notice, string>>;
  /** Numbers and keys are given digit by digit, as they are spoken. */
  readonly menus: {
    /** Before an emergency call from a menu. */
    readonly dialing: (number: string) => string;
    /** Where a key of an emergency number seems to be lost: its last key is asked for. */
    readonly pressLast: (number: string, last: string) => string;
    /** The same, where the call is made without it too. */
    readonly pressLastOrWait: (number: string, last: string) => string;
  };
  readonly operator: {
    readonly pleaseHold: string;
    readonly leaveMessage: string;
    readonly thanks: string;
    readonly nothingRecorded: string;
    /** To volunteers, like what follows. */
    readonly callFromOutside: string;
    readonly takeOrDecline: string;
    readonly notYou: string;
    readonly callFrom: (phone: string) => string;
    readonly callerChose: Readonly<Record<CallLanguage, string>>;
  };
}
