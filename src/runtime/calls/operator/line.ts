/**
 * Where a call for the operator comes from: `phone.<username>` for a phone of ours, `number.<E.164>`
 * for a caller from outside, by the number of ours that was called. It travels in URLs and names
 * what is counted; a caller's own number is in none of them, and could be forged to evade a limit.
 */
import type { Directory, Extension } from '../../model/directory';
import { isE164 } from '../../numbers/phoneNumber';
import type { Call } from '../call';
import { numberCalled } from '../incoming';

const PHONE = 'phone.';
const NUMBER = 'number.';
const LONGEST = 64;

export type Ends = Pick<Call, 'from' | 'to'>;

export function lineOf({ from, to }: Ends, directory: Directory): string {
  const line =
    from?.kind === 'phone' ? PHONE + (from.user ?? '') : NUMBER + numberCalled(to, directory);
  return line.slice(0, LONGEST);
}

/** The phone that a line is; undefined for a caller from outside, and for one the directory does not know. */
export function phoneOn(line: string, directory: Directory): Extension | undefined {
  return line.startsWith(PHONE) ? directory.extensions.get(line.slice(PHONE.length)) : undefined;
}

/** The number that a caller from outside has called. */
export function numberOn(line: string): string | undefined {
  return line.startsWith(NUMBER) ? line.slice(NUMBER.length) : undefined;
}

/** A number of ours that volunteers see, and SMS come from; undefined where there is none. */
export function callerIdOn(line: string, directory: Directory): string | undefined {
  const own = line.replace(/^(phone|number)\./, '');
  return (
    phoneOn(line, directory)?.callerId ??
    directory.site.defaults.callerId ??
    (isE164(own) ? own : undefined)
  );
}
