/** Where an operator's own setting leads: what `#`, `0`, a key, a number of ours or a service code does. */
import type { Action, NumberRule, Target } from '../model/directory';
import { generalEmergencyNumber } from '../numbers/emergency';
import { timeLimit } from './classOfService';
import type { Connect, HandOff, Audio, Refuse, Decision } from './decision';
import { bookOf } from './emergencyBook';
import { isOpen } from '../model/hours';
import { directoryAt } from '../model/local';
import { oneOf, seedOf } from './menus/chance';
import { offerDialTone } from './menus/dialTone';
import { callEmergency } from './menus/emergency';
import { isDialTone, openMenu, type Opening } from './menus/open';
import type { MenuPosition } from './menus/position';
import { back } from './menus/history';
import { askOperator } from './operator/ask';
import type { CallContext } from './context';
import { CLOSED, ring, ringExtensions } from './ring';
import type { Reason } from './reasons';
import { refuse } from './trace';

/** Menus that only pass a call on, and numbers that lead to them: a build refuses longer rows. */
const MOST_HOPS = 16;

/** Follows a target; `missing` is the reason when there is none. */
export function routeTarget(
  target: Target | undefined,
  missing: Reason,
  context: CallContext,
  audio: readonly Audio[] = [],
): Decision {
  if (target === undefined) return refuse(missing);
  if ('menu' in target) {
    return enter(
      { menu: target.menu, history: context.history ?? [], enters: true, round: 1 },
      context,
    );
  }
  if ('do' in target) return act(target.do, missing, context, audio);
  if ('ring' in target) return ringExtensions(target.ring, context);
  if ('twiml' in target) return { kind: 'answer', twiml: target.twiml };
  if ('handOff' in target) return handOff(target.handOff, context);
  const number = 'dial' in target ? target.dial : oneOf(target.dialOneOf, seedOf(context, 'dial'));
  if (number === undefined) return refuse(missing);
  return routeToOwnNumber(number, context) ?? connect(number, number, context);
}

/** A menu, or what it leads to without a sound. */
export function enter(opening: Opening, context: CallContext): Decision {
  const opened = openMenu(opening, context);
  if (opened.kind === 'gather') return opened;
  const hops = (context.hops ?? 0) + 1;
  if (hops > MOST_HOPS) return { kind: 'hangUp' };
  const { target, position, audio } = opened;
  return routeTarget(
    target,
    'no-menu',
    { ...context, position, history: opening.history, hops },
    audio,
  );
}

/** What `#` does in a menu. The top of a phone that begins with the dial tone is that. */
export function goBack(position: MenuPosition, context: CallContext): Decision {
  const { caller, directory } = context;
  const beginsWithTone = caller.hash !== undefined && isDialTone(caller.hash);
  return directory.site.menus.hash === 'top' && beginsWithTone
    ? offerDialTone(context, [])
    : enter(back(position), context);
}

function act(
  action: Action,
  missing: Reason,
  context: CallContext,
  audio: readonly Audio[],
): Decision {
  const { position } = context;
  switch (action) {
    case 'dialTone':
      return offerDialTone(context, audio);
    case 'operator':
      return askOperator(context);
    case 'emergency':
      return callForHelp(context);
    case 'back':
      return position ? goBack(position, context) : refuse(missing);
    case 'repeat':
      return position ? enter({ ...position, enters: false, round: 1 }, context) : refuse(missing);
    case 'hangUp':
      return { kind: 'hangUp' };
  }
}

function callForHelp({ call, position, directory }: CallContext): Decision {
  const number = generalEmergencyNumber(directory.site.country);
  return callEmergency(number, call, position?.language, bookOf(directory));
}

/** What one of our own numbers does for one of our phones; undefined when it is not ours. */
export function routeToOwnNumber(number: string, context: CallContext): Decision | undefined {
  const { directory, caller } = context;
  if (directory.elsewhere.has(number)) return undefined;
  const rule = directory.numbers.get(number);
  if (rule) return followRule(number, rule, context);
  if (directory.extensions.has(number)) return ringExtensions([number], context);
  if (number === caller.username) return refuse('busy');
  if (caller.neighbours.has(number)) return ring({ extensions: [number] }, context);
  // The house number without a rule: nothing answers it.
  return number === directory.site.defaults.callerId ? refuse('unavailable') : undefined;
}

function followRule(number: string, rule: NumberRule, context: CallContext): Decision {
  const { timeZone } = directoryAt(rule, context.directory).site;
  if (!isOpen(rule.hours, context.now, timeZone)) return CLOSED;
  if (rule.answer) return routeTarget(rule.answer, 'unavailable', context);
  if (rule.ring.length === 0) return { kind: 'answer', twiml: rule.twiml };
  return ringExtensions(rule.ring, context, { number, rule });
}

/** Dials out. `dialled` is what a class of service may exempt from its time limit. */
export function connect(to: string, dialled: string, { caller, directory }: CallContext): Connect {
  return {
    kind: 'connect',
    leg: 'outside',
    to,
    callerId: caller.callerId,
    ...timeLimit(caller.class, dialled),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}

function handOff(to: string, { call, caller, directory }: CallContext): HandOff | Refuse {
  const host = to.slice(to.lastIndexOf('@') + 1);
  const entry = directory.site.handOffHosts.find((each) => each.split(';', 1)[0] === host);
  if (entry === undefined) return refuse('hand-off-not-allowed');
  const parameter = entry.slice(host.length);
  return {
    kind: 'handOff',
    to: to.replaceAll('{environment}', call.environment),
    ...(caller.edge !== undefined && { edge: caller.edge }),
    ...(parameter !== '' && { parameter }),
    callerId: caller.number,
    emergencyAllowed: caller.emergencyAllowed,
    ...timeLimit(caller.class),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}
