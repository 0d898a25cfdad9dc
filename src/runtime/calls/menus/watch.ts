/** Keys of a menu that are an emergency number, or may become one: seen before they mean anything else. */
import type { Call } from '../call';
import type { Gather, Decision } from '../decision';
import type { EmergencyBook } from '../emergencyBook';
import { callEmergency, emergencyIn, numbersFrom } from './emergency';
import type { MenuPosition } from './position';
import { askForLast } from './question';

/** How long a key that begins an emergency number waits for the next one. */
const HOLD_SECONDS = 2;

/**
 * What keys come to that are an emergency number, its beginning, or most of it; undefined when they
 * are free to mean something else. A key that may begin one waits for the others. Where one of
 * them seems to be lost the last one is asked for, but only where it would lead anywhere.
 */
export function watchKeys(
  keys: string,
  call: Call,
  position: MenuPosition,
  book: EmergencyBook,
): Decision | undefined {
  const number = emergencyIn(keys, book);
  if (number !== undefined) return callEmergency(number, call, position.language, book);
  const [longest] = numbersFrom(keys, book);
  if (longest === undefined) return undefined;
  return keys.length === 1
    ? hold(position, keys, longest.length - 1)
    : askForLast(keys, call, position, book);
}

/** Waits for the rest of what may be an emergency number. */
function hold(position: MenuPosition, keys: string, more: number): Gather {
  return {
    kind: 'gather',
    position: { ...position, keys },
    audio: [],
    digits: more,
    waitSeconds: HOLD_SECONDS,
  };
}
