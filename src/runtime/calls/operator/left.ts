/** A caller has left the queue (https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action). */
import { readCallSid } from '../../model/callSid';
import type { Directory, CallLanguage } from '../../model/directory';
import type { Decision } from '../decision';
import { sentence } from '../sentences';
import type { Party } from '../party';
import { refuse } from '../trace';
import type { CancelLegs, DeleteQueue } from '../effects';
import { lineOf } from './line';

export interface Left {
  readonly call?: string | undefined;
  readonly from?: Party | undefined;
  readonly to?: Party | undefined;
  /** `QueueResult`. */
  readonly result?: string | undefined;
  /** `QueueSid`. */
  readonly queue?: string | undefined;
  readonly language: CallLanguage;
}

/**
 * After a talk the call is over; whoever nobody came for leaves a message, whatever the reason.
 *
 * @param directory null when it cannot be read.
 */
export function routeLeft(
  left: Left,
  directory: Directory | null,
): Decision<CancelLegs | DeleteQueue> {
  return {
    ...route(left, directory),
    language: left.language,
    effects: effectsOf(left),
    trace: [{ step: 'left the queue', outcome: left.result ?? 'no result' }],
  };
}

function route(left: Left, directory: Directory | null): Decision {
  if (left.result === 'bridged' || left.result === 'hangup') return { kind: 'hangUp' };
  if (!directory) return refuse('directory-unreadable');
  if (!directory.operator) return refuse('no-operator');
  return {
    kind: 'record',
    maxSeconds: directory.operator.message.maxSeconds,
    line: lineOf(left, directory),
    preamble: [sentence('leaveMessage', left.language, directory.site)],
    unspoken: [sentence('nothingRecorded', left.language, directory.site)],
  };
}

/** Volunteers who have picked up hear that it is too late, unless one of them may have had the caller. */
function effectsOf({ call, result, queue }: Left): (CancelLegs | DeleteQueue)[] {
  const caller = readCallSid(call);
  const effects: (CancelLegs | DeleteQueue)[] = [];
  if (caller !== undefined) {
    effects.push({ kind: 'cancelLegs', call: caller, tell: result !== 'bridged' });
  }
  if (queue !== undefined && /^QU[0-9a-f]{32}$/.test(queue)) {
    effects.push({ kind: 'deleteQueue', queue });
  }
  return effects;
}
