/** A Decision in a menu, in the words of the tables. */
import type { Decision } from '../../../../src/runtime/calls';
import type { Audio } from '../../../../src/runtime/calls/decision';
import { phrase } from '../phrase';

/** Where the call stands, what is asked for, and what is heard. */
export function phraseInMenu(decision: Decision): string {
  if (decision.kind !== 'gather')
    return [...heardOf(decision.preamble), phrase(decision)].join(' | ');
  const { position, audio: heard, digits, waitSeconds } = decision;
  if (position.at === 'operatorOffer') return 'offer';
  const place =
    position.at === 'menu' ? [...position.history, position.menu].join('.') : 'dialTone';
  const keys = position.keys === '' ? '' : ` after ${position.keys}`;
  const asked = `${digits ?? 'any'} in ${waitSeconds} s`;
  return [`${place}${keys}, round ${position.round}, ${asked}`, ...heardOf(heard)].join(' | ');
}

/** Sounds in order; the language stands beside, not in it. */
function heardOf(heard: readonly Audio[] = []): string[] {
  return heard.map((each) => {
    if ('say' in each) return each.say;
    return 'play' in each ? each.play : each.tone;
  });
}
