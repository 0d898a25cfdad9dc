/** A caller asks for the operator. */
import type { Decision } from '../decision';
import { languageOf } from '../menus/language';
import type { CallContext } from '../context';
import { sentence } from '../sentences';
import { refuse } from '../trace';

/** Waits in a queue of its own, and hears so in its language. */
export function askOperator(context: CallContext): Decision {
  const { call, directory } = context;
  if (!directory.operator) return refuse('no-operator');
  const language = languageOf(context);
  return {
    kind: 'queue',
    queue: queueOf(call.callSid ?? ''),
    language,
    preamble: [sentence('pleaseHold', language, directory.site)],
  };
}

/** One queue a call: nobody can be connected with another caller than the one who was offered. */
export function queueOf(callSid: string): string {
  return `operator-${callSid}`;
}
