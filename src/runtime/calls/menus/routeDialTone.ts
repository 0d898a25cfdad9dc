/** What digits at the dial tone inside a call do. */
import type { ClassOfService, Directory } from '../../model/directory';
import type { Decision, Gather, Audio } from '../decision';
import { classOfCaller, directoryFor } from '../caller';
import { emergencyDialled, readDialed } from '../dialed';
import { bookOf, type EmergencyBook } from '../emergencyBook';
import { isPhoneCalling } from '../emergencyCaller';
import { routeOutgoing, routeUrgent, usernameToLookUp } from '../outgoing';
import type { Party } from '../party';
import { explanation } from '../sentences';
import { decide, refuse, Trace } from '../trace';
import { collect, nextStage } from './dialTone';
import { refuseOutside } from './emergency';
import { type DialTonePosition, readDialTonePosition, readLanguage } from './position';
import { type KeyRequest, pressedKeys } from './request';

/** Then the line is busy, as an exchange makes it. */
const MOST_DIAL_TONES = 3;
const GIVEN_UP: Decision = { kind: 'hangUp', preamble: [{ tone: 'busy' }] };

/**
 * Collects a number, and routes it like one that a phone dials. A refusal is spoken, and the dial
 * tone comes back; an emergency call that is refused ends, for another telephone is needed.
 *
 * @param directory null when it cannot be read.
 */
export function routeDialTone(
  request: KeyRequest,
  directory: Directory | null,
  now: Date,
  book: EmergencyBook = bookOf(directory),
): Decision {
  const urgent = routeUrgentDialTone(request, book);
  if (urgent) return urgent;
  const { call, query, digits } = request;
  const trace = new Trace();
  const dialled = pressedKeys(request);
  const to = dialledParty(dialled);
  // A caller from outside could have us pay for any call.
  if (call.from?.kind !== 'phone') return decide(refuse('no-dial-tone'), trace);
  if (!directory) return routeOutgoing({ ...call, to }, null, now, book);

  const local = directoryFor(call, directory);
  const position = readDialTonePosition(query, local);
  const klass = classOfCaller(call, local);
  const { language } = position;
  trace.add('digits so far', dialled || 'none');
  if (dialled === '') return decide(anew(position, local, klass) ?? GIVEN_UP, trace, language);
  if (!isDone(position, digits, local, klass)) {
    return decide(collect({ ...position, keys: dialled }, local, klass), trace);
  }
  const decision = routeOutgoing({ ...call, to, language, atDialTone: true }, directory, now, book);
  if (decision.kind !== 'refuse' || isEmergency(dialled, local)) return decision;
  const why = explanation(decision, language, local.site);
  const again = anew(position, local, klass, why);
  return again ? { ...again, language, trace: decision.trace } : decision;
}

/** An emergency number, when its last digit has come; undefined for all others, and where a rule makes one. */
export function routeUrgentDialTone(
  request: KeyRequest,
  book: EmergencyBook,
): Decision | undefined {
  const { call, query } = request;
  const to = dialledParty(pressedKeys(request));
  const number = emergencyDialled(to.user, book);
  if (number === undefined) return undefined;
  const language = readLanguage(query.lang, book);
  return isPhoneCalling(call, book)
    ? routeUrgent({ ...call, to, language }, book)
    : decide(refuseOutside(number, book), new Trace(), language);
}

/** The username that Twilio must be asked about before a number that is complete. */
export function usernameAtDialTone(
  request: KeyRequest,
  directory: Directory | null,
): string | undefined {
  const { call, query, digits } = request;
  const dialled = pressedKeys(request);
  if (!directory || dialled === '' || call.from?.kind !== 'phone') return undefined;
  const local = directoryFor(call, directory);
  if (!isDone(readDialTonePosition(query, local), digits, local, classOfCaller(call, local)))
    return undefined;
  return usernameToLookUp({ ...call, to: dialledParty(dialled) }, directory);
}

/** Complete, or fewer digits than the stage had room for: nothing came after them. */
function isDone(
  position: DialTonePosition,
  digits: string,
  directory: Directory,
  klass: ClassOfService,
): boolean {
  const stage = nextStage(position.keys, directory, klass);
  const room = stage?.digits ?? Infinity;
  return digits.length < room || nextStage(position.keys + digits, directory, klass) === undefined;
}

/** The dial tone again, after a sentence; after the last one nothing more. */
function anew(
  position: DialTonePosition,
  directory: Directory,
  klass: ClassOfService,
  sentence?: Audio,
): Gather | undefined {
  if (position.round >= MOST_DIAL_TONES) return undefined;
  const again = { ...position, keys: '', round: position.round + 1 };
  return collect(again, directory, klass, [...(sentence ? [sentence] : []), { tone: 'dialTone' }]);
}

function isEmergency(dialled: string, directory: Directory): boolean {
  return readDialed(dialled, directory).kind === 'emergency';
}

/** Keys, as if a phone had sent them. */
function dialledParty(keys: string): Party {
  return { kind: 'outside', user: keys, sip: false };
}
