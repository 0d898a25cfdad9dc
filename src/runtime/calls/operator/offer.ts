/** A volunteer has picked up: who calls, and whether they take it. */
import type { Query } from '../../model/callbacks';
import { type Directory, CALL_LANGUAGES } from '../../model/directory';
import { classNamed, classOutside, timeLimit } from '../classOfService';
import type { Decision, Audio } from '../decision';
import { readLanguage } from '../menus/position';
import { CATALOGUES } from '../sentences';
import { refuse } from '../trace';
import { queueOf } from './ask';
import { languageFor } from './duty';
import { numberOn, phoneOn } from './line';
import type { OfferPosition } from './position';

/** Twice: an answering machine never presses 1. */
const ROUNDS = 2;
const WAIT_SECONDS = 5;
const TAKE = '1';
const DECLINE = '2';

/** The position of a request to `operator-offer`; undefined where it names no call. */
export function readOffer(
  { call, lang, line = '', volunteer: name = '', round = 0 }: Query<'operatorOffer'>,
  directory: Directory,
): OfferPosition | undefined {
  if (call === undefined) return undefined;
  const caller = readLanguage(lang, directory.site);
  const volunteer = directory.operator?.volunteers.find((each) => each.name === name);
  const language = languageFor(volunteer, caller);
  return { at: 'operatorOffer', call, line, caller, volunteer: name, language, round };
}

/**
 * Offers the call, twice; 1 takes it and 2 declines it, for oneself only.
 *
 * @param offer undefined where the request names no call.
 * @param gone Whether the caller is known not to wait any more.
 * @param directory null when it cannot be read.
 */
export function routeOffer(
  offer: OfferPosition | undefined,
  digits: string | undefined,
  gone: boolean,
  directory: Directory | null,
): Decision {
  const outcome = route(offer, digits, gone, directory);
  const trace = [{ step: 'offer', outcome: digits === undefined ? 'no key' : `key ${digits}` }];
  return { ...outcome, ...(offer && { language: offer.language }), trace };
}

function route(
  offer: OfferPosition | undefined,
  digits: string | undefined,
  gone: boolean,
  directory: Directory | null,
): Decision {
  if (!directory) return refuse('directory-unreadable');
  if (!offer || gone) return refuse('caller-gone');
  if (digits === TAKE) return take(offer, directory);
  if (digits === DECLINE) {
    return { kind: 'hangUp', preamble: [{ say: CATALOGUES[offer.language].operator.notYou }] };
  }
  if (offer.round >= ROUNDS) return { kind: 'hangUp' };
  return {
    kind: 'gather',
    position: { ...offer, round: offer.round + 1 },
    audio: introduction(offer, directory),
    digits: 1,
    waitSeconds: WAIT_SECONDS,
  };
}

/** As long as the phone that calls may talk, or whoever called a number of ours. */
function take({ call, line }: OfferPosition, directory: Directory): Decision {
  const phone = phoneOn(line, directory);
  const klass = phone
    ? classNamed(phone.class, directory)
    : classOutside(numberOn(line) ?? '', directory);
  return { kind: 'bridge', queue: queueOf(call), caller: call, ...timeLimit(klass) };
}

function introduction({ line, language, caller }: OfferPosition, directory: Directory): Audio[] {
  const phone = phoneOn(line, directory);
  const words = CATALOGUES[language].operator;
  const oneLanguage = CALL_LANGUAGES.every(
    (each) => each === caller || !directory.site.languages.includes(each),
  );
  return [
    { say: phone ? words.callFrom(phone.name) : words.callFromOutside },
    ...(oneLanguage ? [] : [{ say: words.callerChose[caller] }]),
    { say: words.takeOrDecline },
  ];
}
