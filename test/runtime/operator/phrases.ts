/** What is heard, as a leg's story tells it. */
import { type Catalogue, CATALOGUES } from '../../../src/runtime/calls';
import type { CallLanguage } from '../../../src/runtime/model/directory';

type Words = Catalogue['operator'];
type Name = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

export const said = (name: Name, language: CallLanguage = 'en') =>
  `${language}: ${CATALOGUES[language].operator[name]}`;

/** Whether a sentence stands in what was heard in that language, be it among others. */
export const hears = (what: string, name: Name, language: CallLanguage = 'en') =>
  what.startsWith(`${language}: `) && what.includes(CATALOGUES[language].operator[name]);

/** To a volunteer who is too late. */
export const tooLate = (language: CallLanguage = 'en') =>
  `${language}: ${CATALOGUES[language].reasons['caller-gone']}`;

export const HOLD = 'plays /sounds/hold.wav';
