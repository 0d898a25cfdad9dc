/** What the page says, in every language of sheets. */
import type { SheetLanguage } from '../../../sheet/language';
import { en, type PageCatalogue } from './en';
import { es } from './es';

const CATALOGUES: Readonly<Record<SheetLanguage, PageCatalogue>> = { en, es };

/** A script that hands all of it to the page, which has no modules. */
export const TEXTS = `globalThis.TEXTS = ${JSON.stringify(CATALOGUES)};\n`;
