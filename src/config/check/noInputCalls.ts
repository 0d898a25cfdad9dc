/** Calls in which nobody presses a key: from document to document, until they end. */
import { sequencesFrom, listens, type Plan, silentTarget, type When } from './sequences';
import type { Sequence } from '../../runtime/calls/menus/sequence';
import type { Target } from '../../runtime/model/directory';

export interface NoInputCalls {
  /** From each menu that waits for a key to those that wait next, with the menus passed on the way. */
  readonly steps: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Menus that come round to themselves in one document; calls/ gives that up at once. */
  readonly rounds: readonly (readonly string[])[];
}

/**
 * @param starts Menus in which somebody can be. `back` ends a call here: without a key nothing is
 * added to the way, so it leads to ever fewer menus, each of which is a start too.
 */
export function noInputCalls(starts: readonly string[], plan: Plan, when: When): NoInputCalls {
  const steps = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const rounds: (readonly string[])[] = [];
  const next = (target: Target) => {
    const sequences = sequencesFrom(target, plan, when);
    rounds.push(...sequences.filter(({ end }) => end === 'round').map(roundOf));
    return new Map(
      sequences.filter(waits).map((each) => [each.passed.at(-1) ?? '', each.passed] as const),
    );
  };
  const passed = new Set<string>();
  const open: string[] = [];
  for (const menu of starts) {
    // Whoever begins in the middle of a document comes to the same end.
    if (passed.has(menu)) continue;
    for (const [name, names] of next({ menu })) {
      open.push(name);
      for (const name of names) passed.add(name);
    }
  }
  // A list that grows while it is read is read to its end.
  for (const name of open) {
    const menu = plan.menus.get(name);
    if (!menu || steps.has(name)) continue;
    const after = next(silentTarget(menu, when));
    steps.set(name, after);
    open.push(...after.keys());
  }
  return { steps, rounds };
}

/** The dial tone listens too, but is no menu any more. */
function waits(sequence: Sequence): boolean {
  const { end } = sequence;
  const isDialTone = typeof end === 'object' && 'do' in end && end.do === 'dialTone';
  return listens(sequence) && !isDialTone;
}

function roundOf({ passed }: Sequence): readonly string[] {
  return passed.slice(passed.indexOf(passed.at(-1) ?? ''));
}
