/** The keys of a telephone, and sets of them. */

/** In the order in which a set holds them. */
export const KEYS = '0123456789*#';
export const DIGITS = '0123456789';

/** Distinct keys, in the order of KEYS. */
export type KeySet = string;

/** Whether a telephone can dial the text. */
export function isDialable(text: string): boolean {
  return /^[0-9*#]+$/.test(text);
}
