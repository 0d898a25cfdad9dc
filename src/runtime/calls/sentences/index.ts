/** What callers hear, one file a language. A new language is one more, and a line in `model/language.ts`. */
import type { CallLanguage } from '../../model/language';
import type { Catalogue } from './catalogue';
import { en } from './en';
import { es } from './es';

export type { Catalogue } from './catalogue';

export const CATALOGUES: Readonly<Record<CallLanguage, Catalogue>> = { en, es };

/** Digits one by one: `911` is nine one one. */
export function spell(digits: string, language: CallLanguage): string {
  return [...digits].map((digit) => CATALOGUES[language].digits[Number(digit)]).join(' ');
}
