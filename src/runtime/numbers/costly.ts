/**
 * Numbers that cost more than an ordinary call to their country, and hide inside it: Twilio's dialing
 * permissions know whole countries, and all of North America's `+1` is two of them.
 */
import type { PhoneNumber } from './phoneNumber';

/** What a class of service allows by its name alone: the country of such a number is not enough. */
export const COSTLY = ['premium', 'non-geographic'] as const;
export type Costly = (typeof COSTLY)[number];

/** The site's own lists, beside what the numbering plans say. */
export interface CostlyRules {
  readonly premium: {
    readonly areaCodes: ReadonlySet<string>;
    /** NANP exchanges, such as `976`. */
    readonly exchanges: ReadonlySet<string>;
  };
  /** By name: the first digits of North American numbers, an area code or that and an exchange. */
  readonly areas: ReadonlyMap<string, ReadonlySet<string>>;
}

type Number = Pick<PhoneNumber, 'charge' | 'countryCode' | 'national'>;

/** Why a number costs more; undefined where it does not. Calls to toll-free numbers never do. */
export function costlyKind(number: Number, { premium, areas }: CostlyRules): Costly | undefined {
  if (number.charge === 'tollFree') return undefined;
  if (number.charge === 'premium' || isListed(number, premium)) return 'premium';
  const nowhere = number.charge === 'personal' || areasOf(number, areas).includes('non-geographic');
  return nowhere ? 'non-geographic' : undefined;
}

/** Names of the areas that a North American number lies in. */
export function areasOf(
  { countryCode, national }: Omit<Number, 'charge'>,
  areas: CostlyRules['areas'],
): readonly string[] {
  if (countryCode !== '1') return [];
  const found = [...areas].filter(
    ([, starts]) => starts.has(national.slice(0, 3)) || starts.has(national.slice(0, 6)),
  );
  return found.map(([name]) => name);
}

function isListed(
  { countryCode, national }: Omit<Number, 'charge'>,
  { areaCodes, exchanges }: CostlyRules['premium'],
): boolean {
  if (countryCode !== '1') return false;
  return areaCodes.has(national.slice(0, 3)) || exchanges.has(national.slice(3, 6));
}
