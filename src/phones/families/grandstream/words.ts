import type { SheetLanguage } from '../../sheet/language';
import { en, type GrandstreamWords } from './en';
import { es } from './es';

export const GRANDSTREAM_WORDS: Readonly<Record<SheetLanguage, GrandstreamWords>> = { en, es };
