/** What is heard, as a leg's story tells it. */
import { SENTENCES } from '../../../src/runtime/calls/operator/sentences';
import { REASONS } from '../../../src/runtime/calls/reasons';
import type { Language } from '../../../src/runtime/model/directory';

type Name = keyof typeof SENTENCES;

export const said = (name: Name, language: Language = 'en') =>
  `${language}: ${SENTENCES[name][language]}`;

/** Whether a sentence stands in what was heard in that language, be it among others. */
export const hears = (what: string, name: Name, language: Language = 'en') =>
  what.startsWith(`${language}: `) && what.includes(SENTENCES[name][language]);

/** To a volunteer who is too late. */
export const tooLate = (language: Language = 'en') =>
  `${language}: ${REASONS['caller-gone'].sentence[language]}`;

export const HOLD = 'plays /sounds/hold.wav';
