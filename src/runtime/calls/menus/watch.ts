/** Keys of a menu that are an emergency number, or may become one: seen before they mean anything else. */
import type { OutgoingCall } from '../call';
import type { Gather, Reply } from '../decision';
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
  call: OutgoingCall,
  place: MenuPosition,
  book: EmergencyBook,
): Reply | undefined {
  const number = emergencyIn(keys, book);
  if (number !== undefined) return callEmergency(number, call, place.language, book);
  const [longest] = numbersFrom(keys, book);
  if (longest === undefined) return undefined;
  return keys.length === 1
    ? hold(place, keys, longest.length - 1)
    : askForLast(keys, call, place, book);
}

/** Waits for the rest of what may be an emergency number. */
function hold(place: MenuPosition, keys: string, more: number): Gather {
  const position = { ...place, keys };
  return { kind: 'gather', position, heard: [], digits: more, waitSeconds: HOLD_SECONDS };
}
