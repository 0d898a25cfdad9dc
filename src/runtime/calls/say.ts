/** A sentence of ours among what is heard. */
import type { Language } from '../model/directory';
import type { Audio } from './decision';
import type { Sentence } from './reasons';

/** In one language, as it is spoken. */
export function say(sentence: Sentence, language: Language): Audio {
  return { say: sentence[language] };
}

/** Digits as they are said one by one. */
const DIGITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
};

/** Digits one by one: `911` is nine one one. */
export function spell(digits: string, language: Language): string {
  return [...digits].map((digit) => DIGITS[language][Number(digit)]).join(' ');
}
