/**
 * The languages of sheets: one file each, apart from the languages of calls. The compiler asks a new one
 * for everything here, and for its file in each folder of `families/`.
 */
import { en, type SheetCatalogue } from './en';
import { es } from './es';

export type { SheetCatalogue } from './en';

export const SHEET_LANGUAGES = ['en', 'es'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

export const CATALOGUES: Readonly<Record<SheetLanguage, SheetCatalogue>> = { en, es };

/** Those of a site's languages in which there are sheets: English where there is none. */
export function sheetLanguages(
  spoken: readonly string[],
): readonly [SheetLanguage, ...SheetLanguage[]] {
  const [first = 'en', ...others] = spoken.filter(isSheetLanguage);
  return [first, ...others];
}

function isSheetLanguage(language: string): language is SheetLanguage {
  return SHEET_LANGUAGES.some((each) => each === language);
}
