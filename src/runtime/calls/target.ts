/** Where an operator's own setting leads: what `#`, `0`, a key, a number of ours or a service code does. */
import type { Action, NumberRule, Target } from '../model/directory';
import { generalEmergencyNumber } from '../numbers/emergency';
import { timeLimit } from './classOfService';
import type { Connect, HandOff, Heard, Refuse, Reply } from './decision';
import { bookOf } from './emergencyBook';
import { isOpen } from '../model/hours';
import { oneOf, seedOf } from './menus/chance';
import { offerDialTone } from './menus/dialTone';
import { callEmergency } from './menus/emergency';
import { openMenu, type Opening } from './menus/open';
import { back } from './menus/history';
import { askOperator } from './operator/ask';
import { type Attempt, CLOSED, ring, ringExtensions } from './ring';
import type { Reason } from './reasons';
import { refuse } from './trace';

/** Menus that only pass a call on, and numbers that lead to them: a build refuses longer rows. */
const MOST_HOPS = 16;

/** Follows a target; `missing` is the reason when there is none. */
export function routeTarget(
  target: Target | undefined,
  missing: Reason,
  attempt: Attempt,
  heard: readonly Heard[] = [],
): Reply {
  if (target === undefined) return refuse(missing);
  if ('menu' in target) {
    return enter({ menu: target.menu, way: attempt.way ?? [], enters: true, round: 1 }, attempt);
  }
  if ('do' in target) return act(target.do, missing, attempt, heard);
  if ('ring' in target) return ringExtensions(target.ring, attempt);
  if ('twiml' in target) return { kind: 'answer', twiml: target.twiml };
  if ('handOff' in target) return handOff(target.handOff, attempt);
  const number = 'dial' in target ? target.dial : oneOf(target.dialOneOf, seedOf(attempt, 'dial'));
  if (number === undefined) return refuse(missing);
  return routeToOwnNumber(number, attempt) ?? connect(number, number, attempt);
}

/** A menu, or what it leads to without a sound. */
export function enter(opening: Opening, attempt: Attempt): Reply {
  const opened = openMenu(opening, attempt);
  if (opened.kind === 'gather') return opened;
  const hops = (attempt.hops ?? 0) + 1;
  if (hops > MOST_HOPS) return { kind: 'hangUp' };
  const { target, place, heard } = opened;
  return routeTarget(target, 'no-menu', { ...attempt, place, way: opening.way, hops }, heard);
}

function act(action: Action, missing: Reason, attempt: Attempt, heard: readonly Heard[]): Reply {
  const { place } = attempt;
  switch (action) {
    case 'dialTone':
      return offerDialTone(attempt, heard);
    case 'operator':
      return askOperator(attempt);
    case 'emergency':
      return callForHelp(attempt);
    case 'back':
      return place ? enter(back(place), attempt) : refuse(missing);
    case 'repeat':
      return place ? enter({ ...place, enters: false, round: 1 }, attempt) : refuse(missing);
    case 'hangUp':
      return { kind: 'hangUp' };
  }
}

function callForHelp({ call, place, directory }: Attempt): Reply {
  const number = generalEmergencyNumber(directory.site.country);
  return callEmergency(number, call, place?.language, bookOf(directory));
}

/** What one of our own numbers does for one of our phones; undefined when it is not ours. */
export function routeToOwnNumber(number: string, attempt: Attempt): Reply | undefined {
  const { directory, caller } = attempt;
  const rule = directory.numbers.get(number);
  if (rule) return followRule(number, rule, attempt);
  if (directory.extensions.has(number)) return ringExtensions([number], attempt);
  if (number === caller.username) return refuse('busy');
  if (caller.neighbours.has(number)) return ring({ extensions: [number] }, attempt);
  // The house number without a rule: nothing answers it.
  return number === directory.site.defaults.callerId ? refuse('unavailable') : undefined;
}

function followRule(number: string, rule: NumberRule, attempt: Attempt): Reply {
  const { directory, now } = attempt;
  if (!isOpen(rule.hours, now, directory.site.timeZone)) return CLOSED;
  if (rule.answer) return routeTarget(rule.answer, 'unavailable', attempt);
  if (rule.ring.length === 0) return { kind: 'answer', twiml: rule.twiml };
  return ringExtensions(rule.ring, attempt, { number, rule });
}

/** Dials out. `dialled` is what a class of service may exempt from its time limit. */
export function connect(to: string, dialled: string, { caller, directory }: Attempt): Connect {
  return {
    kind: 'connect',
    leg: 'outside',
    to,
    callerId: caller.callerId,
    ...timeLimit(caller.class, dialled),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}

function handOff(to: string, { caller, directory }: Attempt): HandOff | Refuse {
  const host = to.slice(to.lastIndexOf('@') + 1);
  if (!directory.site.handOffHosts.includes(host)) return refuse('hand-off-not-allowed');
  return {
    kind: 'handOff',
    to,
    ...(caller.edge !== undefined && { edge: caller.edge }),
    callerId: caller.number,
    emergencyAllowed: caller.emergencyAllowed,
    ...timeLimit(caller.class),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}
