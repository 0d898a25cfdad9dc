/** Numbers that the directory itself dials, and that cost more than they seem: no class of service is asked. */
import { areasOf, type Costly, costlyKind, type CostlyRules } from '../../runtime/numbers/costly';
import { type PhoneNumber, readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { areasIn } from '../compile/areas';
import { type DialledNumber, numbersDialled } from './dialled';
import type { Source } from '../read/load';
import type { Context } from './context';

const WHAT: Readonly<Record<Costly, string>> = {
  premium: 'is premium rate or shared cost',
  'non-geographic': 'is non-geographic, and may cost more than other calls to its country',
};

const COST: Readonly<Record<DialledNumber['by'], string>> = {
  call: 'no class of service applies: every caller who gets here calls it at your cost',
  message: 'a message to it is sent at your cost',
  handOff:
    'no class of service applies: every caller who gets here has it called by the other system',
};

export function checkCosts({ source, report }: Context): void {
  const rules = dearRulesOf(source);
  const denied = deniedByAll(source);
  for (const { number, file, path, by } of numbersDialled(source)) {
    const read = readPhoneNumber(number, source.site.country);
    if (typeof read === 'string') continue;
    const what = whatOf(read, rules, denied);
    if (what === undefined) continue;
    const message = `\`${number}\` ${what}, and ${COST[by]}`;
    report.warn(file, path, message, 'Use another number, or remove it.');
  }
}

/** Why a number that no class is asked about is reported. */
export function costMessage(number: string, dear: Costly, by: DialledNumber['by']): string {
  return `\`${number}\` ${WHAT[dear]}, and ${COST[by]}`;
}

/** The site's own lists, as the call path will have them. */
function dearRulesOf({ calling }: Pick<Source, 'calling'>): CostlyRules {
  const { areaCodes, exchanges } = calling.premium;
  return {
    premium: { areaCodes: new Set(areaCodes), exchanges: new Set(exchanges) },
    areas: new Map(
      Object.entries(areasIn(calling)).map(([name, starts]) => [name, new Set(starts)]),
    ),
  };
}

function whatOf(
  number: PhoneNumber,
  rules: CostlyRules,
  denied: ReadonlySet<string>,
): string | undefined {
  const dear = costlyKind(number, rules);
  if (dear !== undefined) return WHAT[dear];
  const area = areasOf(number, rules.areas).find((each) => denied.has(each));
  return area === undefined ? undefined : `is in \`${area}\`, which every class denies`;
}

/** What nobody may dial, the directory hardly means to. */
function deniedByAll({ calling }: Source): ReadonlySet<string> {
  const [first = [], ...others] = Object.values(calling.classes).map(({ deny }) => deny);
  return new Set(first.filter((each) => others.every((deny) => deny.includes(each))));
}
