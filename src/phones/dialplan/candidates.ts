/** What the directory lets an extension dial, one candidate after another. */
import {
  classNamed,
  codesAbroad,
  isOpened,
  refusedAlways,
} from '../../runtime/calls/classOfService';
import { readDialed } from '../../runtime/calls/dialed';
import type { ClassOfService, Directory, Extension } from '../../runtime/model/directory';
import { isShortCode } from '../../runtime/numbers/shortCode';
import { callsAbroad } from './abroad';
import { type Candidate, WAIT_SECONDS } from './entry';
import { beginsNumber, countryCodes, isNorthAmerican } from './numbering';
import { DIGITS, literal, pattern } from './pattern';
import { ruleBegins, type Rules } from './rules';
import { covers } from './sets';

/** After `0` and `*`, where hardly anybody stops to think. */
const SHORT_WAIT_SECONDS = 3;

/** In the order of the plan; what a rule reads only where nothing before it covers it. */
export function candidatesFor(
  extension: Extension,
  directory: Directory,
  rules: Rules,
  abroad: boolean,
): readonly Candidate[] {
  const { country } = directory.site;
  const plain = [
    ...keys(),
    ...serviceCodes(directory),
    ...extensions(extension, directory),
    ...(isNorthAmerican(country) ? numbers(extension, directory, abroad) : [anything(country)]),
  ];
  const read = rules.patterns
    .filter((each) => !plain.some((other) => covers(other.pattern, each.pattern)))
    .map(({ rule, pattern: read }): Candidate => ({
      kind: 'rule',
      pattern: read,
      waitSeconds: WAIT_SECONDS,
      note: rule.note ?? `by the rule ${rule.from}`,
      begins: (digits) => ruleBegins(read, digits, directory),
    }));
  return [...plain, ...read];
}

function keys(): readonly Candidate[] {
  const wait = { waitSeconds: SHORT_WAIT_SECONDS };
  return [
    { kind: 'menu', pattern: literal('#'), note: 'menu', ...wait },
    { kind: 'operator', pattern: literal('0'), note: 'operator', ...wait },
    { kind: 'featureCode', pattern: literal('*'), note: 'star', ...wait },
    {
      kind: 'featureCode',
      pattern: pattern('*xx'),
      note: 'feature codes',
      waitSeconds: WAIT_SECONDS,
    },
  ];
}

/**
 * The directory's, and the country's own that the directory may come to have: until then the
 * server says that the code is unknown, where the phone would only make a noise.
 */
function serviceCodes({ serviceCodes: codes, site }: Directory): readonly Candidate[] {
  const countrys = isNorthAmerican(site.country) ? countryCodes(site.country) : [];
  return [...new Set([...codes.keys(), ...countrys])].filter(isShort).map((code) => ({
    kind: 'serviceCode' as const,
    pattern: literal(code),
    waitSeconds: WAIT_SECONDS,
    note: codes.has(code) ? `service code ${code}` : `service code ${code}, not in the directory`,
  }));
}

/** Those that live where this one does, and it itself: it hears that it is busy. */
function extensions({ environments }: Extension, directory: Directory): readonly Candidate[] {
  return [...directory.extensions.values()]
    .filter((other) => other.environments.some((each) => environments.includes(each)))
    .flatMap(({ username, short = '', name }) =>
      [username, short]
        .filter((digits) => isShort(digits) && !directory.serviceCodes.has(digits))
        .map((digits) => ({
          kind: 'extension' as const,
          pattern: literal(digits),
          waitSeconds: WAIT_SECONDS,
          note: name,
        })),
    );
}

function isShort(digits: string): boolean {
  return /^\d{1,9}$/.test(digits) && digits !== '0';
}

/** North America: seven, ten, eleven digits, and all of the world after 011. */
function numbers(
  extension: Extension,
  directory: Directory,
  abroad: boolean,
): readonly Candidate[] {
  const { country, areaCode } = directory.site;
  const klass = classNamed(extension.class, directory);
  const after = (prefix: string, note: string): Candidate => ({
    kind: 'number',
    pattern: pattern(`${prefix}[2-9]xxxxxxxxx`),
    waitSeconds: WAIT_SECONDS,
    note,
    begins: (digits) =>
      beginsNumber(digits.slice(prefix.length), (areaCode) => isOpened(areaCode, klass, directory)),
  });
  const local: Candidate = {
    kind: 'number',
    pattern: pattern('[2-9]xxxxxx'),
    waitSeconds: WAIT_SECONDS,
    note: `seven digits, in area code ${areaCode}`,
    // A short number is not kept waiting for the few exchanges of the same figures.
    begins: (digits) => !isShortCode(digits.slice(0, 3), country),
  };
  const international: Candidate = {
    kind: 'international',
    pattern: pattern('011[2-9]xxxxx+'),
    waitSeconds: WAIT_SECONDS,
    note: 'outside North America',
  };
  return [
    ...(areaCode === undefined ? [] : [local]),
    after('', 'ten digits'),
    after('1', '1 and ten digits'),
    after('0111', 'North America as from abroad'),
    ...(callsAbroad(extension, directory) ? [international] : []),
    ...(abroad ? withoutPrefix(klass, directory) : []),
  ];
}

/** More countries than these would fill a plan: their numbers are dialled with 011 alone. */
const MOST_COUNTRIES = 4;

/**
 * Numbers abroad without 011, where they begin as none that this class may dial here: ten digits that begin with 521 to 529 wait
 * for two more where Mexico is allowed. A number in an area code that it may dial never waits.
 */
function withoutPrefix(klass: ClassOfService, directory: Directory): readonly Candidate[] {
  const codes = codesAbroad(klass);
  if (codes.length > MOST_COUNTRIES) return [];
  const sets = new Map<string, string>();
  for (let areaCode = 200; areaCode < 1000; areaCode += 1) {
    const digits = String(areaCode);
    if (!codes.some((code) => digits.startsWith(code)) || mayDialIn(digits, klass, directory))
      continue;
    const start = digits.slice(0, 2);
    sets.set(start, (sets.get(start) ?? '') + digits.slice(2));
  }
  return [...sets].map(([start, set]) => ({
    kind: 'international' as const,
    pattern: { keys: [...start, set, ...Array<string>(8).fill(DIGITS)], more: DIGITS },
    waitSeconds: WAIT_SECONDS,
    note: `outside North America, without 011: ${start}…`,
  }));
}

/** Whether the first three digits mean something by themselves, or begin numbers that the class may dial. */
function mayDialIn(digits: string, klass: ClassOfService, directory: Directory): boolean {
  if (readDialed(digits, directory).kind !== 'invalid') return true;
  const dialed = readDialed(`${digits}2345678`, directory);
  if (dialed.kind !== 'e164') return dialed.kind !== 'invalid';
  return refusedAlways(dialed, klass, directory) === undefined;
}

/** Other countries' numbers are of many lengths: each is over when nothing follows. */
function anything(country: string): Candidate {
  return {
    kind: 'anything',
    pattern: pattern('x+'),
    waitSeconds: WAIT_SECONDS,
    note: `any number of ${country} or after its international prefix`,
  };
}
