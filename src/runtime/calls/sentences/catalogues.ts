/** What callers hear, one file a language. A new language is one more, and a line in `model/language.ts`. */
import type { CallLanguage } from '../../model/language';
import type { Catalogue } from './catalogue';
import { en } from './en';
import { es } from './es';

export const CATALOGUES: Readonly<Record<CallLanguage, Catalogue>> = { en, es };
