/** Where calls of any environment may go: where callers may dial, and where the directory itself dials. Pure. */
import { isRegion } from '../config/compile/areas';
import type { PlacedNumber } from '../config/compile/provisioning';
import type { ClassOfService, Directory } from '../runtime/model/directory';
import { COSTLY, costlyKind } from '../runtime/numbers/costly';
import { regionOf } from '../runtime/numbers/northAmerica';
import { readPhoneNumber } from '../runtime/numbers/phoneNumber';

export interface Destinations {
  /** ISO 3166 region → why a call may go there. */
  readonly regions: ReadonlyMap<string, string>;
  /** Whether some class of service allows premium or non-geographic numbers. */
  readonly dear: boolean;
  /** Region of such a number that the directory itself dials → where that stands. */
  readonly dearRegions: ReadonlyMap<string, string>;
}

export const BY_CLASS = 'a class of service allows it';

export function destinationsOf(
  directory: Directory,
  dialled: readonly PlacedNumber[],
): Destinations {
  const classes = [...directory.classes.values()];
  const allowed = classes.flatMap((klass) => allowedBy(klass).filter(isRegion));
  const placed = dialled.map((each) => ({ ...each, ...read(each.number, directory) }));
  const why = (location: string) => `the directory itself calls there (${location})`;
  return {
    regions: new Map([
      ...firstOf(placed.map(({ region, location }) => [region, why(location)])),
      ...allowed.map((region) => [region, BY_CLASS] as const),
    ]),
    dear: classes.some((klass) => COSTLY.some((each) => allowedBy(klass).includes(each))),
    dearRegions: firstOf(
      placed.flatMap(({ region, location, dear }) => (dear ? [[region, location]] : [])),
    ),
  };
}

function allowedBy({ allow, deny }: ClassOfService): string[] {
  return [...allow].filter((each) => !deny.has(each));
}

/** A short code is one of the site's own country. */
function read(text: string, directory: Directory): { region: string; dear: boolean } {
  const { country } = directory.site;
  const number = readPhoneNumber(text, country);
  if (typeof number === 'string') return { region: country, dear: false };
  const region = regionOf(number, directory.newAreaCodes);
  // Which country it is in, only the site could say; most likely its own.
  return {
    region: isRegion(region) ? region : country,
    dear: costlyKind(number, directory) !== undefined,
  };
}

/** The first place of each region. */
function firstOf(entries: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map([...entries].reverse());
}
