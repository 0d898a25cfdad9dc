/** Which menus a target leads to, also by way of a number of ours. */
import type { Source } from '../read/load';
import { own } from '../read/raw';
import type { TargetSource } from '../schema';
import { isNumberText } from '../compile/targets';

/** By name, also of menus that there are not. */
export function reachableMenus(target: TargetSource, source: Source): readonly string[] {
  if ('menu' in target) return [target.menu];
  if (!('dial' in target)) return [];
  const numbers = isNumberText(target.dial)
    ? [target.dial]
    : (own(source.calling.numberLists, target.dial) ?? []);
  return numbers.flatMap((number) => menusBehind(number, source));
}

/** A number of ours may be answered by a menu, or when nobody answers lead to another one. */
function menusBehind(number: string, { numbers }: Source): readonly string[] {
  const passed = new Set<string>();
  for (let next: string | undefined = number; next !== undefined && !passed.has(next);) {
    passed.add(next);
    const rule: Source['numbers'][string] | undefined = own(numbers, next);
    if (rule?.menu !== undefined) return [rule.menu];
    next = rule?.otherwise;
  }
  return [];
}
