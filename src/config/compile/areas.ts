/** Areas of North America that a class of service can name. */
import { DEFAULT_AREAS } from '../../runtime/model/defaults';
import type { CallingSource } from '../schema';

/** Ours, and the operator's own. */
export function areasIn({
  areas,
}: Pick<CallingSource, 'areas'>): Record<string, readonly string[]> {
  return { ...DEFAULT_AREAS, ...areas };
}

/** Whether a word in `allow` or `deny` is a country, rather than `premium` or an area. */
export function isRegion(destination: string): boolean {
  return /^(?:[A-Z]{2}|001)$/.test(destination);
}
