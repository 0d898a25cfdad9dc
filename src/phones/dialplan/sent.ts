/** What leaves a phone, by its plan: the compiled texts mean the same, as tools/dial-plan-simulator proves. */
import type { DialPlan } from './entry';
import { matches } from './pattern';

/**
 * What is sent when the keys are pressed without a pause: of 911 perhaps 1911. Undefined where nothing
 * is. Less than was pressed where something leaves at once.
 */
export function sentBy({ entries }: Pick<DialPlan, 'entries'>, keys: string): string | undefined {
  for (let length = 1; length <= keys.length; length += 1) {
    const pressed = keys.slice(0, length);
    const entry = entries.find(({ pattern }) => matches(pattern, pressed));
    if (!entry) continue;
    if (entry.action === 'deny') return undefined;
    if (entry.when === 'now' || length === keys.length) return (entry.prefix ?? '') + pressed;
  }
  return undefined;
}
