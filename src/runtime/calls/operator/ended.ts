/** A call to a volunteer is over (https://www.twilio.com/docs/voice/api/call-resource#statuscallback). */
import { readCallSid } from '../../model/callSid';
import type { Decision } from '../decision';
import type { LegEnded } from '../effects';

export interface Ended {
  /** SID of the caller's call. */
  readonly call?: string | undefined;
  /** SID of the volunteer's. */
  readonly leg?: string | undefined;
  /** `CallStatus`. */
  readonly status?: string | undefined;
}

/** Nobody hears the answer; what counts is that a caller need not wait for who cannot come. */
export function routeEnded(ended: Ended): Decision<LegEnded> {
  const call = readCallSid(ended.call);
  const leg = readCallSid(ended.leg);
  return {
    kind: 'hangUp',
    trace: [{ step: 'leg over', outcome: ended.status ?? 'no status' }],
    effects: call !== undefined && leg !== undefined ? [{ kind: 'legEnded', call, leg }] : [],
  };
}
