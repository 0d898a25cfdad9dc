/** The menus behind a call: where `#` leads. */
import type { Directory } from '../../model/directory';
import type { Opening } from './open';
import { LONGEST_HISTORY, type MenuPosition } from './position';

/** The way after a key in a menu. With `hash: top` nothing but its beginning is needed. */
export function historyAfter(
  { menu, history }: MenuPosition,
  { site }: Directory,
): readonly string[] {
  return site.menus.hash === 'top'
    ? [history[0] ?? menu]
    : [...history, menu].slice(-LONGEST_HISTORY);
}

/** One menu back, or the first; at the first, that again. */
export function back({ menu, history }: MenuPosition): Opening {
  return { menu: history.at(-1) ?? menu, history: history.slice(0, -1), enters: false, round: 1 };
}
