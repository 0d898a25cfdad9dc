/** A call as a webhook reports it. Every string is untrusted; absent means Twilio did not send it. */
import type { Leg } from '../model/callbacks';
import type { EnvironmentName, CallLanguage } from '../model/directory';
import { type Party, readParty } from './party';

/** A phone's INVITE to the SIP domain, or a call from outside to one of our numbers. */
export interface Call {
  readonly environment: EnvironmentName;
  /** `CallSid`. */
  readonly callSid?: string | undefined;
  readonly from?: Party | undefined;
  /** What was dialled, or the number of ours that was called. */
  readonly to?: Party | undefined;
  /** Digest username, where Twilio sends it. */
  readonly sipUsername?: string | undefined;
  /** Host of the INVITE, such as `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain?: string | undefined;
  /** `callerId=` of the webhook's URL. */
  readonly callerId?: string | undefined;
  /** Digits at the dial tone inside a call, not an INVITE. */
  readonly atDialTone?: boolean | undefined;
  /** Chosen in a menu before. */
  readonly language?: CallLanguage | undefined;
  /** What Twilio's credential lists say; absent when they were not asked. */
  readonly listed?: Listed | undefined;
}

/** SIP usernames on the domain's credential lists, or `failed` when Twilio could not be asked. */
export type Listed = ReadonlySet<string> | 'failed';

/** From and To as Twilio writes them. */
interface Written {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Reads From and To of a call, or of anything else that has them. What a phone of ours calls is a SIP address as
 * well: a SIP address that calls one of our numbers has no password of ours.
 */
export function readCall<const T extends Written>(
  call: T,
): Omit<T, keyof Written> & Pick<Call, 'from' | 'to'> {
  const from = readParty(call.from);
  const isInvite = call.to === undefined || /@|\b(?:sips?|tel):/i.test(call.to);
  return {
    ...call,
    from: from && !isInvite ? { ...from, kind: 'outside' } : from,
    to: readParty(call.to),
  };
}

/** What Twilio reports when a Dial ends, and what our own action URL says. */
export interface DialResult {
  readonly environment: EnvironmentName;
  readonly from?: Party | undefined;
  /** `DialCallStatus`. */
  readonly status?: string | undefined;
  /** `DialSipResponseCode`. */
  readonly sipCode?: string | undefined;
  /** `ErrorCode`. */
  readonly errorCode?: string | undefined;
  /** What had been dialled. */
  readonly leg?: Leg | undefined;
  /** The number of ours that was called, where something may follow. */
  readonly called?: string | undefined;
  /** Which of its rounds has rung; absent: the first. */
  readonly round?: number | undefined;
  /** The language of the call. */
  readonly lang?: string | undefined;
}
