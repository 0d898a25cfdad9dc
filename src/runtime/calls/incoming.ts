/** What should happen to a call to one of our numbers. */
import type { ClassOfService, Directory, NumberRule } from '../model/directory';
import { e164Of, readPhoneNumber } from '../numbers/phoneNumber';
import { isBlockedCaller } from './blockList';
import type { Call } from './call';
import { ANONYMOUS, callerFromOutside } from './caller';
import { classOutside, incomingLimit, timeLimit } from './classOfService';
import { isOpen } from '../model/hours';
import { directoryAt } from '../model/local';
import type { Answer, Connect, Decision } from './decision';
import { CLOSED, phonesIn } from './ring';
import { roundOf } from './rounds';
import type { Party } from './party';
import { routeTarget } from './target';
import { decide, refuse, Trace } from './trace';

/**
 * Routes a call from the telephone network. Any environment answers, but only
 * its own phones ring.
 *
 * @param directory null when it cannot be read.
 */
export function routeIncoming(call: Call, directory: Directory | null, now: Date): Decision {
  const trace = new Trace();
  return decide(route(call, directory, now, trace), trace);
}

function route(call: Call, directory: Directory | null, now: Date, trace: Trace): Decision {
  if (!directory) return refuse('directory-unreadable');
  const number = numberCalled(call.to, directory);
  const rule = directory.numbers.get(number);
  trace.add('number called', rule ? number : 'not ours');
  if (!rule) return refuse('number-not-in-service');

  const from = callerNumber(call.from);
  const blocked = isBlockedCaller(call.from?.user, directory);
  trace.add('caller', `${from ?? 'no number'}${blocked ? ', blocked' : ''}`);
  if (blocked) return refuse('caller-blocked');

  const local = directoryAt(rule, directory);
  if (!isOpen(rule.hours, now, local.site.timeZone)) {
    trace.add('hours', 'closed');
    return CLOSED;
  }
  if (rule.answer) {
    const caller = callerFromOutside(from, number, directory);
    return routeTarget(rule.answer, 'unavailable', { call, caller, directory: local, now });
  }
  if (rule.ring.length === 0) return { kind: 'answer', twiml: rule.twiml };
  const phones = phonesIn(call.environment, rule.ring, directory);
  const sipDomain = directory.site.environments[call.environment]?.sipDomain;
  trace.add('phones here', phones.join(', ') || 'none');
  const round = roundOf(phones, { number, rule });
  if (!round || sipDomain === undefined) {
    const klass = classOutside(number, directory);
    return followOtherwise(rule, from ?? number, klass, directory) ?? refuse('unavailable');
  }
  return {
    kind: 'ring',
    leg: 'incoming',
    twiml: rule.twiml,
    ...round,
    sipDomain,
    callerId: from ?? ANONYMOUS,
    ...incomingLimit(rule),
    ringSeconds: directory.site.defaults.ringSeconds,
  };
}

/** What follows when nobody answered, where the rule says; `klass` says how long. */
export function followOtherwise(
  rule: NumberRule,
  callerId: string,
  klass: ClassOfService,
  directory: Directory,
): Answer | Connect | undefined {
  if (rule.otherwise === undefined) return undefined;
  if ('twiml' in rule.otherwise) return { kind: 'answer', twiml: rule.otherwise.twiml };
  return {
    kind: 'connect',
    leg: 'otherwise',
    to: rule.otherwise.dial,
    callerId,
    ...timeLimit(klass, rule.otherwise.dial),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}

/** One of our numbers as the directory writes it: E.164. */
export function numberCalled(to: Party | undefined, directory: Directory): string {
  const user = to?.user ?? '';
  const number = readPhoneNumber(user, directory.site.country);
  return typeof number === 'string' ? user : number.e164;
}

/** The caller's number, or undefined when it is withheld or is none. */
export function callerNumber(from: Party | undefined): string | undefined {
  return e164Of(from?.user);
}
