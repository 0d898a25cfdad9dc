import type { SheetLanguage } from '../../sheet/language';
import { en, type PolycomWords } from './en';
import { es } from './es';

export const POLYCOM_WORDS: Readonly<Record<SheetLanguage, PolycomWords>> = { en, es };
