/** A volunteer takes the caller, or finds them gone. */
import { readCallSid } from '../../model/callSid';
import type { CallLanguage } from '../../model/directory';
import type { Decision } from '../decision';
import type { CancelLegs } from '../effects';
import { refuse } from '../trace';

export interface Taken {
  /** SID of the caller's call. */
  readonly call?: string | undefined;
  /** `DequeingCallSid`: SID of the volunteer's. */
  readonly leg?: string | undefined;
}

/**
 * Connects without a word, and ends the other legs. Where Twilio does not say whose leg it is,
 * only those that still ring: nobody who talks is cut off.
 * https://www.twilio.com/docs/voice/twiml/queue#attributes-url
 */
export function routeTaken({ call, leg }: Taken): Decision<CancelLegs> {
  const caller = readCallSid(call);
  const except = readCallSid(leg);
  return {
    kind: 'hold',
    audio: [],
    leave: false,
    trace: [
      { step: 'taken', outcome: caller === undefined ? 'by nobody known' : 'by a volunteer' },
    ],
    effects:
      caller === undefined
        ? []
        : [
            {
              kind: 'cancelLegs',
              call: caller,
              ...(except !== undefined && { except }),
              tell: except !== undefined,
            },
          ],
  };
}

export interface Bridged {
  /** `DequeueResult`, which Twilio sends but does not document. */
  readonly result?: string | undefined;
  /** `DialCallStatus`. */
  readonly status?: string | undefined;
  /** The volunteer's language. */
  readonly language?: CallLanguage | undefined;
}

/** The call was had, or the caller was gone. */
export function routeBridged({ result, status, language }: Bridged): Decision {
  const had = result === undefined ? status === 'completed' : result === 'bridged';
  return {
    ...(had ? { kind: 'hangUp' as const } : refuse('caller-gone')),
    ...(language !== undefined && { language }),
    trace: [{ step: 'bridge', outcome: result ?? status ?? 'no result' }],
  };
}
