/** The menus as they will be compiled, and everyone who can be in them: what the checks of whole calls read. */
import { type Plan, type When, whenAt } from './sequences';
import { compileMenus } from '../compile/menus';
import { scheduleBoundaries } from './scheduleBoundaries';
import type { Context } from './context';

export interface Planned {
  readonly plan: Plan;
  /** Every kind of phone at every kind of moment. */
  readonly whens: readonly When[];
}

export function planOf({ source, recordings }: Context): Planned {
  const menus = new Map(compileMenus(source, recordings).map((menu) => [menu.name, menu]));
  const hours = [...menus.values(), ...Object.values(source.numbers)].flatMap((each) => {
    const own = 'keys' in each ? each.only?.hours : 'hours' in each ? each.hours : undefined;
    return own ? [own] : [];
  });
  const whens = scheduleBoundaries(hours).flatMap((moment) =>
    [true, false].map((emergency) => whenAt(emergency, moment)),
  );
  return { plan: { menus, numbers: source.numbers }, whens };
}
