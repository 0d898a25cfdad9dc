/** Emergency numbers among the keys of a menu: seen before any key means anything else. */
import type { Directory } from '../../directory/types';
import { emergencyNumbersFrom, isTestNumber } from '../../numbers/emergency';
import type { OutgoingCall } from '../call';
import { isPhone } from '../caller';
import type { Gather, Reply } from '../decision';
import { routeEmergency } from '../emergency';
import { say } from '../say';
import { sipUser } from '../sipUri';
import { refuse } from '../trace';
import type { MenuPosition } from './position';
import { dialing, toCall } from './sentences';

/** Of a directory that cannot be read. */
const COUNTRY = 'US';
/** How long a key that begins an emergency number waits for the next one. */
const HOLD_SECONDS = 2;
const ASK_SECONDS = 5;

/** The emergency number with which keys begin; undefined when they begin with none. */
export function emergencyIn(keys: string, directory: Directory | null): string | undefined {
  return numbersFrom(keys, directory).find((each) => keys.startsWith(each));
}

/**
 * What keys come to that are an emergency number, its beginning, or most of it; undefined when they
 * are free to mean something else. A key that may begin one waits for the others. Where one of
 * them seems to be lost the last one is asked for, but only where it would lead anywhere.
 */
export function watchKeys(
  keys: string,
  call: OutgoingCall,
  place: MenuPosition,
  directory: Directory | null,
): Reply | undefined {
  const number = emergencyIn(keys, directory);
  if (number !== undefined) return callEmergency(number, call, place, directory);
  const [longest] = numbersFrom(keys, directory);
  if (longest === undefined) return undefined;
  return keys.length === 1
    ? hold(place, keys, longest.length - 1)
    : askForLast(keys, call, place, directory);
}

/** Asks for the last key of the number that the keys begin; a test that goes wrong is tried again. */
export function askForLast(
  keys: string,
  call: OutgoingCall,
  place: MenuPosition,
  directory: Directory | null,
): Gather | undefined {
  const country = countryOf(directory);
  const number = numbersFrom(keys, directory).find(
    (each) => each.startsWith(keys) && each.length > 2 && !isTestNumber(each, country),
  );
  if (number === undefined) return undefined;
  const able = callEmergency(number, call, place, directory).kind === 'emergency';
  return able ? ask(place, number) : undefined;
}

/**
 * `#` calls an announced call off. A phone may have sent it to end the dialling, so the call is
 * offered once more.
 */
export function callOff(
  number: string,
  call: OutgoingCall,
  place: MenuPosition,
  directory: Directory | null,
): Reply {
  const reply = callEmergency(number, call, undefined, directory);
  return reply.kind === 'emergency' ? ask(place, number) : reply;
}

function numbersFrom(keys: string, directory: Directory | null): readonly string[] {
  return /^\d/.test(keys) ? emergencyNumbersFrom(keys.charAt(0), countryOf(directory)) : [];
}

function countryOf(directory: Directory | null): string {
  return directory?.site.country ?? COUNTRY;
}

/** Asked anew at every step, by the phone that calls and never by the URL. */
export function callEmergency(
  number: string,
  call: OutgoingCall,
  place: MenuPosition | undefined,
  directory: Directory | null,
): Reply {
  if (!isPhone(call.from)) return refuse('emergency-not-allowed');
  const outcome = routeEmergency(number, sipUser(call.from), directory);
  if (outcome.kind === 'refuse' || !place) return outcome;
  return {
    ...outcome,
    first: [say(dialing(number), place.language)],
    abort: { ...place, keys: number },
  };
}

/** Waits for the rest of what may be an emergency number. */
function hold(place: MenuPosition, keys: string, more: number): Gather {
  const position = { ...place, keys };
  return { kind: 'gather', position, heard: [], digits: more, waitSeconds: HOLD_SECONDS };
}

function ask(place: MenuPosition, number: string): Gather {
  return {
    kind: 'gather',
    position: { ...place, keys: number.slice(0, -1) },
    heard: [say(toCall(number), place.language)],
    digits: 1,
    waitSeconds: ASK_SECONDS,
  };
}
