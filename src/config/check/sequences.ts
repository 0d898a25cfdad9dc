/** What a target leads to when no key is pressed: menus that one TwiML document reads out, and what follows. */
import type { Hours, Menu, Target } from '../../runtime/model/directory';
import { isOpenAt, type Moment } from '../../runtime/model/hours';
import {
  barred,
  menuSequence,
  type Sequence,
  type Visitor,
} from '../../runtime/calls/menus/sequence';

/** The menus, and the numbers that lead to them. */
export interface Plan {
  readonly menus: ReadonlyMap<string, Menu>;
  readonly numbers: Readonly<Record<string, Rule | undefined>>;
}

interface Rule {
  readonly menu?: string | undefined;
  readonly hours?: readonly Hours[] | undefined;
}

/** Who is in a menu, and when. */
export interface When extends Visitor {
  readonly moment: Moment;
}

export function whenAt(emergency: boolean, moment: Moment): When {
  return { emergency, moment, isOpen: (hours) => isOpenAt(hours, moment) };
}

/** Every sequence that a target can lead to, several only for a list of numbers; `passed` includes the menus on the way to it. */
export function sequencesFrom(
  target: Target,
  plan: Plan,
  when: When,
  passed: readonly string[] = [],
  tried = new Set<string>(),
): readonly Sequence[] {
  return choices(target, plan, when).flatMap((name): readonly Sequence[] => {
    if (name === undefined) return [{ passed, entered: [], end: target }];
    if (passed.includes(name)) return [{ passed: [...passed, name], entered: [], end: 'round' }];
    if (tried.has(name)) return [];
    tried.add(name);
    const sequence = menuSequence(name, plan.menus, when);
    const { entered, end } = sequence;
    const path = [...passed, ...sequence.passed];
    return typeof end === 'string' || entered.some(hasAudio)
      ? [{ ...sequence, passed: path }]
      : sequencesFrom(end, plan, when, path, tried);
  });
}

/** Whether it takes a key: it has keys, or a key can be pressed while its recordings play. */
export function listens({ entered, end }: Sequence): boolean {
  return end === 'keys' || (typeof end !== 'string' && entered.some(hasAudio));
}

export function hasAudio({ intro, oneOf, prompts }: Menu): boolean {
  return intro.length + oneOf.length + prompts.length > 0;
}

/** What follows a menu in which nothing is pressed. */
export function silentTarget(menu: Menu, when: When): Target {
  return barred(menu, when) ?? menu.next;
}

/** The menus to which a target leads at once; undefined for what is none. */
function choices(target: Target, { numbers }: Plan, { isOpen }: When): (string | undefined)[] {
  if ('menu' in target) return [target.menu];
  const dialled = 'dial' in target ? [target.dial] : 'dialOneOf' in target ? target.dialOneOf : [];
  if (dialled.length === 0) return [undefined];
  return dialled.map((number) => {
    const rule = Object.hasOwn(numbers, number) ? numbers[number] : undefined;
    return rule && isOpen(rule.hours) ? rule.menu : undefined;
  });
}
