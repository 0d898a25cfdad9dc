/** Menus that follow one another without a key: Twilio gets them as one document. */
import type { Hours, Menu, Target } from '../../model/directory';

/** Who comes to a menu, and when. */
export interface Visitor {
  /** Whether the phone may call 911. */
  readonly emergency: boolean;
  /** Whether these hours are now. */
  readonly isOpen: (hours: readonly Hours[] | undefined) => boolean;
}

export interface Sequence {
  /** Names in order, also of menus that send the visitor on; the last is said twice where they come round. */
  readonly passed: readonly string[];
  /** Of them, those that the visitor may enter. */
  readonly entered: readonly Menu[];
  /** The last menu has keys; they come round to one of them; the last name is no menu; or what follows. */
  readonly end: 'keys' | 'round' | 'unknown' | Target;
}

/** What a visitor passes from the menu `start` on, until a key can be pressed or it is no menu that follows. */
export function menuSequence(
  start: string,
  menus: Pick<ReadonlyMap<string, Menu>, 'get'>,
  visitor: Visitor,
): Sequence {
  const passed = new Set<string>();
  const entered: Menu[] = [];
  for (let name = start; ;) {
    if (passed.has(name)) return { passed: [...passed, name], entered, end: 'round' };
    passed.add(name);
    const menu = menus.get(name);
    if (!menu) return { passed: [...passed], entered, end: 'unknown' };
    const elsewhere = barred(menu, visitor);
    if (!elsewhere) entered.push(menu);
    if (!elsewhere && hasKeys(menu)) return { passed: [...passed], entered, end: 'keys' };
    const target = elsewhere ?? menu.next;
    if (!('menu' in target)) return { passed: [...passed], entered, end: target };
    name = target.menu;
  }
}

/** Where those go who may not enter; undefined for all others. */
export function barred({ only }: Menu, { emergency, isOpen }: Visitor): Target | undefined {
  if (!only) return undefined;
  const wrongPhone = only.emergency !== undefined && only.emergency !== emergency;
  return wrongPhone || !isOpen(only.hours) ? only.otherwise : undefined;
}

export function hasKeys({ keys = {} }: { readonly keys?: object | undefined }): boolean {
  return Object.keys(keys).length > 0;
}
