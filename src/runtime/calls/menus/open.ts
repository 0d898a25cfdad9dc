/** A menu as it is heard. */
import type { Menu, Prompt, Target } from '../../model/directory';
import type { Gather, Heard } from '../decision';
import { isOpen } from '../../model/hours';
import type { Attempt } from '../ring';
import { oneOf, seedOf } from './chance';
import { languageOf } from './language';
import type { MenuPosition } from './position';

/** Which menu, and how the call comes to it. */
export interface Opening {
  readonly menu: string;
  readonly way: readonly string[];
  /** With its intro: it is entered, not said again. */
  readonly enters: boolean;
  /** How many times it will have been said. */
  readonly round: number;
}

/** No menu after all, but what it leads to. */
export interface Onward {
  readonly kind: 'onward';
  readonly target: Target;
  /** The menus' sounds that come before it. */
  readonly heard: readonly Heard[];
  /** The last menu that leads there. */
  readonly place: MenuPosition | undefined;
}

/** Nobody waits for a key where none is asked for; less is not documented. */
const NO_WAIT_SECONDS = 1;

/**
 * Menus without keys that lead to another menu are merged into it: one document, so that a key
 * pressed during any of their sounds is a key of the menu that follows.
 */
export function openMenu(opening: Opening, attempt: Attempt): Gather | Onward {
  const heard: Heard[] = [];
  const passed = new Set<string>();
  let { menu: name, enters } = opening;
  let place: MenuPosition | undefined;
  for (;;) {
    const menu = attempt.directory.menus.get(name);
    // A build refuses both; no call goes round for ever.
    if (!menu || passed.has(name)) {
      return { kind: 'onward', target: { do: 'hangUp' }, heard, place };
    }
    passed.add(name);
    const { way, round } = opening;
    place = { at: 'menu', menu: name, language: languageOf(attempt), round, way, keys: '' };
    const elsewhere = barred(menu, attempt);
    if (!elsewhere) heard.push(...soundsOf(menu, enters || !hasKeys(menu), attempt));
    if (!elsewhere && hasKeys(menu)) {
      return { kind: 'gather', position: place, heard, digits: 1, waitSeconds: menu.waitSeconds };
    }
    const target = elsewhere ?? menu.next;
    if ('menu' in target) {
      name = target.menu;
      enters = true;
    } else if (heard.length === 0 || isDialTone(target)) {
      return { kind: 'onward', target, heard, place };
    } else {
      return { kind: 'gather', position: place, heard, digits: 1, waitSeconds: NO_WAIT_SECONDS };
    }
  }
}

/** Where those go who may not enter; undefined for all others. */
export function barred({ only }: Menu, { caller, directory, now }: Attempt): Target | undefined {
  if (!only) return undefined;
  const wrongPhone = only.emergency !== undefined && only.emergency !== caller.emergencyAllowed;
  const open = isOpen(only.hours, now, directory.site.timeZone);
  return wrongPhone || !open ? only.otherwise : undefined;
}

export function hasKeys({ keys }: Menu): boolean {
  return Object.keys(keys).length > 0;
}

function soundsOf(menu: Menu, enters: boolean, attempt: Attempt): Heard[] {
  const chosen = oneOf(menu.oneOf, seedOf(attempt, menu.name));
  const onEntry = enters ? [...menu.intro, ...(chosen ? [chosen] : [])] : [];
  return [...onEntry, ...menu.prompts].flatMap((prompt) => soundOf(prompt, attempt));
}

function soundOf(prompt: Prompt, attempt: Attempt): Heard[] {
  const sound = prompt[languageOf(attempt)];
  return sound ? [sound] : [];
}

function isDialTone(target: Target): boolean {
  return 'do' in target && target.do === 'dialTone';
}
