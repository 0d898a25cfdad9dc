/** Emergency phones whose password a plan sets: with the one that they have, they call nobody. Pure. */
import type { Change } from '../change';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import { emergencyPhones, listsWith } from './phones';

/** By username. Nothing holds such a write: whoever raised the generation has named the phone. */
export function lockedOut(
  changes: readonly Change[],
  desired: Desired,
  actual: Actual,
): readonly string[] {
  const set = new Set(
    changes
      .filter(({ kind, action }) => kind === 'credential' && action !== 'delete')
      .map(({ key }) => key),
  );
  return emergencyPhones(desired, actual)
    .map(({ username }) => username)
    .filter((username) => set.has(username) && listsWith(username, actual.lists).length > 0);
}
