/**
 * What a menu comes to when no key is pressed: one document, and what follows it. It repeats in small
 * what calls/menus does, because nothing here may import it; a test holds the two together.
 */
import { isOpenAt, type Moment } from './moments';
import type { Hours, Menu, Target } from '../../runtime/model/directory';

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
export interface When {
  /** Whether the phone may call 911. */
  readonly emergency: boolean;
  readonly moment: Moment;
}

export interface Document {
  /** The menus passed, in order; also those that send the caller on. */
  readonly passed: readonly string[];
  /** Of them, those whose sounds are heard. */
  readonly heard: readonly Menu[];
  /** The last has keys, the menus come round to one of them unheard, or what follows. */
  readonly end: 'keys' | 'round' | Target;
}

/** Every document that a target can come to: several only by a list of numbers. */
export function documentsOf(
  target: Target,
  plan: Plan,
  when: When,
  passed: readonly string[] = [],
  tried = new Set<string>(),
): readonly Document[] {
  return choices(target, plan, when).flatMap((name): readonly Document[] => {
    if (name === undefined) return [{ passed, heard: [], end: target }];
    if (passed.includes(name)) return [{ passed: [...passed, name], heard: [], end: 'round' }];
    if (tried.has(name)) return [];
    tried.add(name);
    const document = documentOf(name, plan, when);
    const way = [...passed, ...document.passed];
    const { heard, end } = document;
    if (end === 'keys' || end === 'round' || heard.length > 0)
      return [{ ...document, passed: way }];
    return documentsOf(end, plan, when, way, tried);
  });
}

/** Whether a key pressed in it is heard: with keys, or while its sounds are. */
export function listens({ heard, end }: Document): boolean {
  return end === 'keys' || (end !== 'round' && heard.length > 0);
}

/** Menus without keys stand in one document with the menu that follows them. */
export function documentOf(start: string, { menus }: Plan, when: When): Document {
  const passed = new Set<string>();
  const heard: Menu[] = [];
  for (let name = start; ;) {
    const menu = menus.get(name);
    if (passed.has(name)) return { passed: [...passed, name], heard, end: 'round' };
    passed.add(name);
    if (!menu) return { passed: [...passed], heard: [], end: { do: 'hangUp' } };
    const refused = refusedFrom(menu, when);
    if (!refused && isHeard(menu)) heard.push(menu);
    if (!refused && hasKeys(menu)) return { passed: [...passed], heard, end: 'keys' };
    const target = refused ?? menu.next;
    if (!('menu' in target)) return { passed: [...passed], heard, end: target };
    name = target.menu;
  }
}

/** What follows a menu in which nothing is pressed. */
export function silentTarget(menu: Menu, when: When): Target {
  return refusedFrom(menu, when) ?? menu.next;
}

/** Where a caller is sent who may not enter; undefined for who may. */
export function refusedFrom({ only }: Menu, { emergency, moment }: When): Target | undefined {
  if (!only) return undefined;
  const wrongPhone = only.emergency !== undefined && only.emergency !== emergency;
  return wrongPhone || !isOpenAt(only.hours, moment) ? only.otherwise : undefined;
}

/** The menus to which a target leads at once; undefined for what is none. */
function choices(target: Target, { numbers }: Plan, { moment }: When): (string | undefined)[] {
  if ('menu' in target) return [target.menu];
  const dialled = 'dial' in target ? [target.dial] : 'dialOneOf' in target ? target.dialOneOf : [];
  if (dialled.length === 0) return [undefined];
  return dialled.map((number) => {
    const rule = Object.hasOwn(numbers, number) ? numbers[number] : undefined;
    return rule && isOpenAt(rule.hours, moment) ? rule.menu : undefined;
  });
}

function hasKeys({ keys }: Menu): boolean {
  return Object.keys(keys).length > 0;
}

function isHeard({ intro, oneOf, prompts }: Menu): boolean {
  return intro.length + oneOf.length + prompts.length > 0;
}
