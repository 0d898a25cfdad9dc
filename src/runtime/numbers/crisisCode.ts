/** Codes for whoever is in need and must not be told to dial again: 988 in North America. */
import { withoutSeparators } from './emergency';
import { insistedOn, pressedOnceMore, type NumberReader } from './insistence';

/** https://988lifeline.org (US), https://988.ca */
const CODES: Readonly<Record<string, readonly string[]>> = { US: ['988'], CA: ['988'] };

/** The crisis lines of a country. */
export function crisisCodes(country: string): readonly string[] {
  return CODES[country] ?? [];
}

/** The code when `dialled` is one with what people press around it: `988##`, `988988`, `*67988`, `9888`. */
export function crisisCode(dialled: string, country: string): string | undefined {
  const read = (digits: string) => crisisCodes(country).find((code) => code === digits);
  const reader: NumberReader = {
    country,
    read,
    readBare: read,
    isPrefix: (digits) => digits === '',
  };
  const keys = withoutSeparators(dialled);
  return insistedOn(keys, reader) ?? pressedOnceMore(keys, reader);
}
