/** What follows when a Dial ends (https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus). */
import type { Leg } from '../model/callbacks';
import type { ClassOfService, Directory, Extension, CallLanguage } from '../model/directory';
import type { DialResult } from './call';
import { ANONYMOUS, extensionOf, shownInside } from './caller';
import { classNamed, classOutside, timeLimit } from './classOfService';
import type { Decision, Ring } from './decision';
import { callerNumber, followOtherwise } from './incoming';
import { phonesIn } from './ring';
import type { Reason } from './reasons';
import { type Called, roundAfter, roundOf } from './rounds';
import { decide, refuse, Trace } from './trace';

/** Twilio's error for a number that cannot be called. */
const INVALID_NUMBER = '13224';
/** Twilio's errors for a phone that is not registered, and for one that is and cannot be reached. */
const NOT_CONNECTED = ['32009', '32011'];
/** What a phone of ours that is called answers (https://www.rfc-editor.org/rfc/rfc3261#section-21). */
const ANSWERS: ReadonlyMap<string, Reason> = new Map([
  // Not found, and no response at all.
  ['404', 'not-registered'],
  ['408', 'not-registered'],
  // Do not disturb, or logged out; declined.
  ['480', 'unavailable'],
  ['603', 'unavailable'],
]);
/** Busy here, and busy everywhere: whoever is called. */
const BUSY = ['486', '600'];

/**
 * Says how the call ended, or follows what the called number says comes next.
 *
 * @param directory null when it cannot be read.
 */
export function routeDialResult(result: DialResult, directory: Directory | null): Decision {
  const trace = new Trace();
  return decide(route(result, directory, trace), trace, languageChosen(result.lang, directory));
}

function route(result: DialResult, directory: Directory | null, trace: Trace): Decision {
  const { leg = 'outside' } = result;
  const reason = failureOf(result, leg);
  trace.add(`dial ${leg}`, `${result.status ?? 'no status'}: ${reason ?? 'over'}`);
  if (reason === undefined) return { kind: 'hangUp' };
  const onward = directory && next(result, leg, directory);
  if (onward) return onward;
  return reason === 'busy' && directory?.site.defaults.busy === 'tone' ? BUSY_TONE : refuse(reason);
}

/** As an exchange says it. */
const BUSY_TONE: Decision = { kind: 'hangUp', preamble: [{ tone: 'busy' }] };

/** undefined where the caller chose none: the site's languages, one after the other. */
function languageChosen(
  lang: string | undefined,
  directory: Directory | null,
): CallLanguage | undefined {
  return directory?.site.languages.find((each) => each === lang);
}

/** Why the call was not had; undefined when it was, or when the caller hung up. */
function failureOf({ status, errorCode, sipCode }: DialResult, leg: Leg): Reason | undefined {
  if (status === 'completed' || status === 'answered' || status === 'canceled') return undefined;
  if (leg === 'emergency') return 'emergency-failed';
  if (status === 'busy' || BUSY.includes(sipCode ?? '')) return 'busy';
  const ofPhone =
    leg === 'phone' || leg === 'incoming' ? phoneFailure(errorCode, sipCode) : undefined;
  if (ofPhone) return ofPhone;
  if (status === 'no-answer') return 'no-answer';
  return status === 'failed' && errorCode === INVALID_NUMBER ? 'number-refused' : 'call-failed';
}

/** Which status Twilio gives an unregistered phone is not documented; the codes tell. */
function phoneFailure(errorCode = '', sipCode = ''): Reason | undefined {
  return NOT_CONNECTED.includes(errorCode) ? 'not-registered' : ANSWERS.get(sipCode);
}

/**
 * The next of the phones of the number that was called; after the last what it says follows, once
 * only. `To` need not be that number: a menu may have led to it.
 */
function next(result: DialResult, leg: Leg, directory: Directory): Decision | undefined {
  if (leg !== 'incoming' && leg !== 'phone') return undefined;
  const { called = '' } = result;
  const rule = directory.numbers.get(called);
  if (!rule) return undefined;
  const ring = nextRound(result, leg, { number: called, rule }, directory);
  if (ring) return ring;
  const callerId = callerIdOf(result, directory) ?? called;
  return followOtherwise(rule, callerId, classOf(result, called, directory), directory);
}

/** Without a TwiML asset: what it says before it rings has been said. */
function nextRound(
  result: DialResult,
  leg: Ring['leg'],
  called: Called,
  directory: Directory,
): Ring | undefined {
  const { environments, defaults } = directory.site;
  const { environment } = result;
  const phones = phonesIn(environment, called.rule.ring, directory);
  const caller = phoneOf(result, directory);
  const others = phones.filter((name) => name !== caller?.username);
  const round = roundOf(others, called, roundAfter(result.round));
  const sipDomain = environments[environment]?.sipDomain;
  if (!round || sipDomain === undefined) return undefined;
  return {
    kind: 'ring',
    leg,
    ...round,
    sipDomain,
    callerId: caller ? shownInside(caller) : (callerNumber(result.from) ?? ANONYMOUS),
    ...(!caller && timeLimit(classOutside(called.number, directory))),
    ringSeconds: defaults.ringSeconds,
  };
}

type From = Pick<DialResult, 'from'>;

/** The phone of ours that calls; undefined for a caller from outside. */
function phoneOf({ from }: From, directory: Directory): Extension | undefined {
  return from?.kind === 'phone' ? extensionOf(from.user, directory) : undefined;
}

/** Of one of our phones its own; of all others that of callers from outside. */
function classOf(result: From, called: string, directory: Directory): ClassOfService {
  const phone = phoneOf(result, directory);
  return phone ? classNamed(phone.class, directory) : classOutside(called, directory);
}

/** Of one of our phones its own, of a caller from outside theirs; undefined where it is withheld. */
function callerIdOf({ from }: From, directory: Directory): string | undefined {
  return extensionOf(from?.user, directory)?.callerId ?? callerNumber(from);
}
