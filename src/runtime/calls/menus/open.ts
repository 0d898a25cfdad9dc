/** A menu as it is heard. */
import type { Menu, Prompt, Target } from '../../model/directory';
import type { Gather, Audio } from '../decision';
import { isOpen } from '../../model/hours';
import type { CallContext } from '../context';
import { oneOf, seedOf } from './chance';
import { languageOf } from './language';
import type { MenuPosition } from './position';

/** Which menu, and how the call comes to it. */
export interface Opening {
  readonly menu: string;
  readonly history: readonly string[];
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
  readonly audio: readonly Audio[];
  /** The last menu that leads there. */
  readonly position: MenuPosition | undefined;
}

/** Nobody waits for a key where none is asked for; less is not documented. */
const NO_WAIT_SECONDS = 1;

/**
 * Menus without keys that lead to another menu are merged into it: one document, so that a key
 * pressed during any of their sounds is a key of the menu that follows.
 */
export function openMenu(opening: Opening, context: CallContext): Gather | Onward {
  const audio: Audio[] = [];
  const passed = new Set<string>();
  let { menu: name, enters } = opening;
  let position: MenuPosition | undefined;
  for (;;) {
    const menu = context.directory.menus.get(name);
    // A build refuses both; no call goes round for ever.
    if (!menu || passed.has(name)) {
      return { kind: 'onward', target: { do: 'hangUp' }, audio, position };
    }
    passed.add(name);
    const { history, round } = opening;
    position = { at: 'menu', menu: name, language: languageOf(context), round, history, keys: '' };
    const elsewhere = barred(menu, context);
    if (!elsewhere) audio.push(...soundsOf(menu, enters || !hasKeys(menu), context));
    if (!elsewhere && hasKeys(menu)) {
      return { kind: 'gather', position, audio, digits: 1, waitSeconds: menu.waitSeconds };
    }
    const target = elsewhere ?? menu.next;
    if ('menu' in target) {
      name = target.menu;
      enters = true;
    } else if (audio.length === 0 || isDialTone(target)) {
      return { kind: 'onward', target, audio, position };
    } else {
      return { kind: 'gather', position, audio, digits: 1, waitSeconds: NO_WAIT_SECONDS };
    }
  }
}

/** Where those go who may not enter; undefined for all others. */
export function barred(
  { only }: Menu,
  { caller, directory, now }: CallContext,
): Target | undefined {
  if (!only) return undefined;
  const wrongPhone = only.emergency !== undefined && only.emergency !== caller.emergencyAllowed;
  const open = isOpen(only.hours, now, directory.site.timeZone);
  return wrongPhone || !open ? only.otherwise : undefined;
}

export function hasKeys({ keys }: Menu): boolean {
  return Object.keys(keys).length > 0;
}

function soundsOf(menu: Menu, enters: boolean, context: CallContext): Audio[] {
  const chosen = oneOf(menu.oneOf, seedOf(context, menu.name));
  const onEntry = enters ? [...menu.intro, ...(chosen ? [chosen] : [])] : [];
  return [...onEntry, ...menu.prompts].flatMap((prompt) => soundOf(prompt, context));
}

function soundOf(prompt: Prompt, context: CallContext): Audio[] {
  const sound = prompt[languageOf(context)];
  return sound ? [sound] : [];
}

function isDialTone(target: Target): boolean {
  return 'do' in target && target.do === 'dialTone';
}
