/** Targets with the names in them resolved. */
import type { Source } from '../read/load';
import { own } from '../read/raw';
import type { TargetSource } from '../schema';
import type { Target } from '../../runtime/model/directory';

/** Keys of a phone, and of the site's defaults, that lead somewhere. */
export const PHONE_TARGETS = ['hash', 'hashAtDialTone', 'zero'] as const;
export type PhoneTarget = (typeof PHONE_TARGETS)[number];

/** A number, or anything that begins as one, rather than the name of a list. */
export function isNumberText(text: string): boolean {
  return /^[+(\d]/.test(text);
}

export function compileTarget(target: TargetSource, { calling }: Pick<Source, 'calling'>): Target {
  if (!('dial' in target) || isNumberText(target.dial)) return target;
  return { dialOneOf: own(calling.numberLists, target.dial) ?? [] };
}
