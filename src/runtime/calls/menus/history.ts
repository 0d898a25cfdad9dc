/** The menus behind a call: where `#` leads. */
import type { Directory } from '../../model/directory';
import type { Opening } from './open';
import { LONGEST_WAY, type MenuPosition } from './position';

/** The way after a key in a menu. With `hash: top` nothing but its beginning is needed. */
export function wayFrom({ menu, way }: MenuPosition, { site }: Directory): readonly string[] {
  return site.menus.hash === 'top' ? [way[0] ?? menu] : [...way, menu].slice(-LONGEST_WAY);
}

/** One menu back, or the first; at the first, that again. */
export function back({ menu, way }: MenuPosition): Opening {
  return { menu: way.at(-1) ?? menu, way: way.slice(0, -1), enters: false, round: 1 };
}
