import { areasOf, costlyKind, type CostlyRules } from '../../../src/runtime/numbers/costly';
import { NEW_AREA_CODES } from '../../../src/runtime/numbers/northAmerica';
import { readPhoneNumber } from '../../../src/runtime/numbers/phoneNumber';
import { DEFAULT_AREAS, DEFAULT_PREMIUM } from '../../../src/runtime/model/defaults';

/** A site that says nothing of its own. */
const RULES: CostlyRules = {
  premium: {
    areaCodes: new Set(DEFAULT_PREMIUM.areaCodes),
    exchanges: new Set(DEFAULT_PREMIUM.exchanges),
  },
  areas: new Map(Object.entries(DEFAULT_AREAS).map(([name, starts]) => [name, new Set(starts)])),
};

/** As libphonenumber reads it; for what it does not know (700) the digits alone. */
function read(national: string) {
  const number = readPhoneNumber(`+1${national}`, 'US');
  return typeof number === 'string'
    ? ({ charge: 'ordinary', countryCode: '1', national } as const)
    : number;
}

describe('A number of North America', () => {
  it.each('500 521 522 523 524 525 526 527 528 529 533 544 566 577 588 600 622 633 700'.split(' '))(
    'in %s belongs to no place',
    (areaCode) => {
      expect(costlyKind(read(`${areaCode}5550199`), RULES)).toBe('non-geographic');
    },
  );

  it.each([
    ['9005550199', 'premium'],
    ['5039765501', 'premium'],
    ['8009765501', undefined],
    ['8335550199', undefined],
    ['5035550199', undefined],
    ['5036005501', undefined],
    ['5039005501', undefined],
  ])('%s is %s', (national, dear) => {
    expect(costlyKind(read(national), RULES)).toBe(dear);
  });

  it('is dear in no area code of a place', () => {
    const places = Array.from({ length: 800 }, (_, n) => String(n + 200)).filter((areaCode) => {
      const number = readPhoneNumber(`+1${areaCode}5550199`, 'US');
      return (
        typeof number !== 'string' &&
        number.charge === 'ordinary' &&
        number.region !== NEW_AREA_CODES &&
        areaCode !== '600'
      );
    });
    expect(places.length).toBeGreaterThan(300);
    const dear = places.filter((areaCode) => costlyKind(read(`${areaCode}5550199`), RULES));
    expect(dear).toEqual([]);
  });

  it.each([
    ['9075550199', ['alaska']],
    ['8675550199', ['northern-canada']],
    ['5039075501', []],
    ['5005550199', ['non-geographic']],
  ])('%s lies in %j', (national, areas) => {
    expect(areasOf(read(national), RULES.areas)).toEqual(areas);
  });
});
