/** Every place of a menu that leads somewhere. */
import type { MenuSource, TargetSource } from '../schema';

export interface Exit {
  /** Keys from the menu to the target. */
  readonly path: readonly string[];
  readonly target: TargetSource;
  /** What a caller does to get there: presses a key, nothing, or may not enter. */
  readonly by: string;
}

/** Where each key leads. */
export function keyExits(menu: MenuSource): readonly Exit[] {
  return Object.entries(menu.keys ?? {}).map(([key, { target }]) => ({
    path: ['keys', key],
    target,
    by: key,
  }));
}

/** Where a caller gets who presses nothing. */
export function silentExit({ next = { do: 'hangUp' } }: MenuSource): Exit {
  return { path: ['next'], target: next, by: 'next' };
}

/** Where those go who may not enter; undefined where all may. */
export function otherwiseExit({ otherwise }: MenuSource): Exit | undefined {
  return otherwise && { path: ['otherwise'], target: otherwise, by: 'otherwise' };
}
