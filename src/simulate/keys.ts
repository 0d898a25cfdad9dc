/** Keys as `--keys` writes them: `1,2,*,#,911`, with `wait` (or nothing between two commas) for silence; spaces do as well as commas. */
import { UserError } from '../diagnostics/errors';

/** A key, or no key until the wait is over. */
export type Press = string;
export const WAIT = 'wait';

/** @throws UserError where there is something else in it. */
export function readKeys(text: string): readonly Press[] {
  if (text.trim() === '') return [];
  return text
    .trim()
    .split(/\s*,\s*|\s+/)
    .flatMap((keys) => {
      if (keys === '' || keys === WAIT) return [WAIT];
      if (/^[0-9*#]+$/.test(keys)) return [...keys];
      throw new UserError(
        `\`${keys}\` is not a key.`,
        'Write keys such as 1,2,*,#,911, and `wait` for no key.',
      );
    });
}

/** What one Gather takes of the keys that are to come, and what is left. */
export function takeKeys(
  presses: readonly Press[],
  most = Infinity,
): { readonly digits: string; readonly rest: readonly Press[] } {
  let digits = '';
  for (const [i, press] of presses.entries()) {
    if (press === WAIT) return { digits, rest: presses.slice(i + 1) };
    digits += press;
    if (digits.length === most) return { digits, rest: presses.slice(i + 1) };
  }
  return { digits, rest: [] };
}
