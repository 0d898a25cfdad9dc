/** A caller asks for the operator. */
import type { Reply } from '../decision';
import { languageOf } from '../menus/language';
import type { Attempt } from '../ring';
import { say } from '../say';
import { refuse } from '../trace';
import { SENTENCES } from './sentences';

/** Waits in a queue of its own, told so in its language. */
export function askOperator(attempt: Attempt): Reply {
  const { call, directory } = attempt;
  if (!directory.operator) return refuse('no-operator');
  const language = languageOf(attempt);
  return {
    kind: 'queue',
    queue: queueOf(call.callSid ?? ''),
    language,
    first: [say(SENTENCES.pleaseHold, language)],
  };
}

/** One queue a call: nobody can be connected with another caller than the one who was offered. */
export function queueOf(callSid: string): string {
  return `operator-${callSid}`;
}
