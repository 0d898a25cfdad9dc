/**
 * Area codes of North America by their form. libphonenumber learns of a new one long after it is in
 * service, so what it does not know is a number all the same: in a region of its own.
 */

/** Where a number is whose area code is newer than the numbering data: no country, closed until somebody opens it. */
export const NEW_AREA_CODES = 'new-area-codes';

/**
 * Never an area code (https://www.nanpa.com/numbering/area-codes): N11, which are service codes; N9X, kept to lengthen
 * all numbers one day; 37X and 96X, kept for other uses; 555, 950 and 976; and 933 and 988, which are dialled by themselves.
 */
const NO_AREA_CODE = /^(?:\d(?:11|9\d)|(?:37|96)\d|555|950|976|933|988)/;

/** NXX-NXX-XXXX. */
export function isNorthAmericanForm(national: string): boolean {
  return /^[2-9]\d\d[2-9]\d{6}$/.test(national) && !NO_AREA_CODE.test(national);
}

interface Placed {
  readonly region: string;
  readonly national: string;
}

/** By area code: the country in which the site says that it is. */
export type NewAreaCodes = ReadonlyMap<string, string>;

/** The region of a number, as far as the site knows more than the numbering data. */
export function regionOf({ region, national }: Placed, opened: NewAreaCodes): string {
  return region === NEW_AREA_CODES ? (opened.get(areaCodeOf(national)) ?? region) : region;
}

export function areaCodeOf(national: string): string {
  return national.slice(0, 3);
}

/** What opens an area code, in calling.yaml. */
export function openingLine(areaCode: string, country: string): string {
  return `newAreaCodes: { '${areaCode}': ${country} }`;
}
