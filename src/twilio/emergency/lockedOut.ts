/** Phones whose password a plan sets: with the one that they have, they call nobody. Pure. */
import type { Change } from '../change';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import { emergencyPhones, listsWith } from './phones';

interface LockedOut {
  /** Usernames of those that may call 911. */
  readonly lockedOut: readonly string[];
  /** Usernames of the others. */
  readonly offAir: readonly string[];
}

/** Nothing holds such a write: whoever raised the generation has named the phone. */
export function lockedOut(changes: readonly Change[], desired: Desired, actual: Actual): LockedOut {
  const set = changes
    .filter(({ kind, action }) => kind === 'credential' && action !== 'delete')
    .filter(({ key, keepsPassword }) => !keepsPassword && listsWith(key, actual.lists).length > 0)
    .map(({ key }) => key);
  const emergency = new Set(emergencyPhones(desired, actual).map(({ username }) => username));
  return {
    lockedOut: set.filter((username) => emergency.has(username)),
    offAir: set.filter((username) => !emergency.has(username)),
  };
}
