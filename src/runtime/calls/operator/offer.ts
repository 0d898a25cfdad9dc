/** A volunteer has picked up: who calls, and whether they take it. */
import { type Directory, type Language, LANGUAGES } from '../../model/directory';
import { classNamed, classOutside, timeLimit } from '../classOfService';
import type { Decision, Heard, Outcome } from '../decision';
import { type Parameters, readLanguage } from '../menus/position';
import { say } from '../say';
import { refuse } from '../trace';
import { queueOf } from './ask';
import { tongueOf } from './duty';
import { numberOn, phoneOn } from './line';
import { callerSpeaks, callFrom, SENTENCES } from './sentences';

/** What a volunteer's leg knows; it travels in the URL, and is read anew from each request. */
export interface OfferPosition {
  readonly at: 'operatorOffer';
  /** SID of the caller's call. */
  readonly call: string;
  readonly line: string;
  /** The caller's language. */
  readonly caller: Language;
  /** By the directory's name. */
  readonly volunteer: string;
  /** In which the volunteer is spoken to. */
  readonly language: Language;
  /** How many times the offer has been made. */
  readonly round: number;
}

/** Twice: an answering machine never presses 1. */
const ROUNDS = 2;
const WAIT_SECONDS = 5;
const TAKE = '1';
const DECLINE = '2';

/** As the query of a URL. */
export function offerQuery({ call, caller, line, volunteer, round }: OfferPosition): string {
  return new URLSearchParams({
    call,
    lang: caller,
    line,
    volunteer,
    round: String(round),
  }).toString();
}

/** The position of a request to `operator-offer`; undefined where it names no call. */
export function readOffer(parameters: Parameters, directory: Directory): OfferPosition | undefined {
  const call = readCallSid(parameters.call);
  if (call === undefined) return undefined;
  const caller = readLanguage(parameters, directory.site);
  const name = parameters.volunteer ?? '';
  const volunteer = directory.operator?.volunteers.find((each) => each.name === name);
  return {
    at: 'operatorOffer',
    call,
    line: parameters.line ?? '',
    caller,
    volunteer: name,
    language: tongueOf(volunteer, caller),
    round: /^\d$/.test(parameters.round ?? '') ? Number(parameters.round) : 0,
  };
}

export function readCallSid(sid: string | undefined): string | undefined {
  return sid !== undefined && /^CA[0-9a-f]{32}$/.test(sid) ? sid : undefined;
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
): Outcome & Pick<Decision, 'first'> {
  if (!directory) return refuse('directory-unreadable');
  if (!offer || gone) return refuse('caller-gone');
  if (digits === TAKE) return take(offer, directory);
  if (digits === DECLINE) {
    return { kind: 'hangUp', first: [say(SENTENCES.notYou, offer.language)] };
  }
  if (offer.round >= ROUNDS) return { kind: 'hangUp' };
  return {
    kind: 'gather',
    position: { ...offer, round: offer.round + 1 },
    heard: told(offer, directory),
    digits: 1,
    waitSeconds: WAIT_SECONDS,
  };
}

/** As long as the phone that calls may talk, or whoever called a number of ours. */
function take({ call, line }: OfferPosition, directory: Directory): Outcome {
  const phone = phoneOn(line, directory);
  const klass = phone
    ? classNamed(phone.class, directory)
    : classOutside(numberOn(line) ?? '', directory);
  return { kind: 'bridge', queue: queueOf(call), caller: call, ...timeLimit(klass) };
}

function told({ line, language, caller }: OfferPosition, directory: Directory): Heard[] {
  const phone = phoneOn(line, directory);
  const oneLanguage = LANGUAGES.every(
    (each) => each === caller || !directory.site.languages.includes(each),
  );
  return [
    say(phone ? callFrom(phone.name) : SENTENCES.callFromOutside, language),
    ...(oneLanguage ? [] : [say(callerSpeaks(caller), language)]),
    say(SENTENCES.takeOrDecline, language),
  ];
}
