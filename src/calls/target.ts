/** Where an operator's own setting leads: what `#`, `0` and service codes do. */
import type { Target } from '../directory/types';
import { timeLimit } from './classOfService';
import type { Connect, HandOff, Outcome, Refuse } from './decision';
import { type Attempt, ringExtensions, routeToOwnNumber } from './phones';
import type { Reason } from './reasons';
import { refuse } from './trace';

/** Follows a target; `missing` is the reason when there is none. */
export function routeTarget(
  target: Target | undefined,
  missing: Reason,
  attempt: Attempt,
): Outcome {
  if (target === undefined) return refuse(missing);
  if ('ring' in target) return ringExtensions(target.ring, attempt);
  if ('twiml' in target) return { kind: 'answer', twiml: target.twiml };
  if ('handOff' in target) return handOff(target.handOff, attempt);
  if (!('dial' in target)) return refuse(missing);
  return routeToOwnNumber(target.dial, attempt) ?? connect(target.dial, target.dial, attempt);
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
    callerId: caller.callerId,
    emergencyAllowed: caller.emergencyAllowed,
    ...timeLimit(caller.class),
    ringSeconds: directory.site.defaults.dialSeconds,
  };
}
