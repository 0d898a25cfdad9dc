/** A call as a webhook reports it. Every string is untrusted; absent means Twilio did not send it. */
import type { EnvironmentName, Language } from '../model/directory';

/** A phone's INVITE to the SIP domain. */
export interface Call {
  readonly environment: EnvironmentName;
  /** `CallSid`. */
  readonly callSid?: string | undefined;
  /** The From URI of the INVITE. */
  readonly from?: string | undefined;
  /** The URI of the INVITE: what was dialled. */
  readonly to?: string | undefined;
  /** Digest username, where Twilio sends it. */
  readonly sipUsername?: string | undefined;
  /** Host of the INVITE, such as `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain?: string | undefined;
  /** `callerId=` of the webhook's URL. */
  readonly callerId?: string | undefined;
  /** Chosen in a menu before. */
  readonly language?: Language | undefined;
  /** What cred-util found; absent when it was not asked. */
  readonly listed?: Listed | undefined;
}

/** SIP usernames on the domain's credential lists, or `failed` when Twilio could not be asked. */
export type Listed = ReadonlySet<string> | 'failed';

/** A call to one of our numbers. */
export interface CallFromOutside {
  readonly environment: EnvironmentName;
  /** `CallSid`. */
  readonly callSid?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What Twilio reports when a Dial ends. */
export interface DialResult {
  readonly environment: EnvironmentName;
  readonly from?: string | undefined;
  /** `DialCallStatus`. */
  readonly status?: string | undefined;
  /** `DialSipResponseCode`. */
  readonly sipCode?: string | undefined;
  /** `ErrorCode`. */
  readonly errorCode?: string | undefined;
  /** What had been dialled, as our own action URL says: one of `LEGS`. */
  readonly leg?: string | undefined;
  /** The number of ours that was called, as our own action URL says, where something may follow. */
  readonly called?: string | undefined;
  /** Which of its rounds has rung, as our own action URL says; absent: the first. */
  readonly round?: string | undefined;
  /** The language of the call, as our own action URL says. */
  readonly lang?: string | undefined;
}
