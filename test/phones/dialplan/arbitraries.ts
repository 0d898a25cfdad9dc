/** Random directories with short numbers that get in each other's way, and what people dial. */
import fc from 'fast-check';
import { readDialed } from '../../../src/runtime/calls/dialed';
import type { Directory } from '../../../src/runtime/model/directory';
import { emergencyNumber } from '../../../src/runtime/numbers/emergency';
import { isShortCode } from '../../../src/runtime/numbers/shortCode';
import { shortNamesOf, someDirectory } from '../../runtime/calls/arbitraries';
import { classOfService, extension, rewrite } from '../../fixtures/directory';

const NOWHERE = { country: 'US', areaCodes: [] };
const digit = fc.constantFrom(...'0123456789');
const digits = (minLength: number, maxLength: number) =>
  fc.array(digit, { minLength, maxLength }).map((each) => each.join(''));

/** Near emergency numbers, service codes and area codes, where plans go wrong; and anywhere. */
const short = fc
  .tuple(
    fc.constantFrom('', '9', '91', '911', '93', '112', '19', '50', '503', '21', '8'),
    digits(0, 3),
  )
  .map((parts) => parts.join(''))
  .filter((each) => each.length >= 2 && each.length <= 5 && !each.startsWith('0'));

const OTHER_RULES = [
  rewrite(/\*82(\d{10})/, '$1', 'show the number'),
  rewrite(/7(?:0|1\d)/, '+15035550199', 'short and shorter'),
  rewrite(/8([0-5]\d{2,3})/, '+1503555$1', 'four or five'),
];

/** Generous, for it is the phones that are tried here and not the classes of service. */
const CLASSES = new Map([
  ['local', classOfService('local', { allow: new Set(['US', 'CA']) })],
  ['national', classOfService('national', { allow: new Set(['US', 'CA', 'MX', 'GB', 'JM']) })],
]);

/** As an operator may write it: no name is an emergency number, or a code of the country. */
export const dialDirectory: fc.Arbitrary<Directory> = fc
  .tuple(
    someDirectory,
    fc.uniqueArray(short, { maxLength: 8 }),
    fc.uniqueArray(short, { maxLength: 4 }),
    fc.shuffledSubarray(OTHER_RULES),
  )
  .map(([from, names, codes, rules]) => {
    const isFree = (each: string) =>
      emergencyNumber(each, from.site) === undefined && !isShortCode(each, 'US');
    // Half of them are named by digits, the others by their number with the digits beside it.
    const added = names.filter(isFree).map((digits, i) => {
      const username = i % 2 === 0 ? digits : `+197155501${10 + i}`;
      const short = i % 2 === 0 ? {} : { short: digits };
      return [username, extension(username, short)] as const;
    });
    const extensions = new Map([...from.extensions, ...added]);
    const led = codes.filter(isFree).map((code) => [code, '+15035550188'] as const);
    return {
      ...from,
      classes: CLASSES,
      extensions,
      shortNames: shortNamesOf(extensions.values()),
      serviceCodes: new Map([...from.serviceCodes, ...led]),
      rewrites: [...from.rewrites, ...rules],
    };
  });

/** What somebody dials who knows the directory, or what nobody would. */
export function dialledIn(directory: Directory): fc.Arbitrary<string> {
  const known = [
    ...directory.extensions.keys(),
    ...directory.shortNames.keys(),
    ...directory.serviceCodes.keys(),
  ]
    .map((name) => name.replace(/^\+/, ''))
    .filter((name) => /^\d+$/.test(name));
  const number = fc
    .tuple(
      fc.constantFrom('', '1', '0111', '9', '91', '*82'),
      fc.constantFrom('503', '971', '604', '876', '212', '650', '913', '931', '800', '900'),
      fc.constantFrom('555', '911', '933', '211', '200'),
      fc.constant('01'),
      digits(2, 2),
    )
    .map((parts) => parts.join(''));
  return fc.oneof(
    { weight: 4, arbitrary: number },
    { weight: 3, arbitrary: fc.constantFrom('0', '#', '*', '*72', '211', '988', '411', ...known) },
    { weight: 2, arbitrary: emergencyIn(directory) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('7', '8', '9', '64', '88'), digits(1, 8))
        .map((each) => each.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom('011525555550123', '011442079460123', '525555550123') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(digits(3, 3), fc.constant('5550199'))
        .map((each) => each.join('').slice(3)),
    },
    { weight: 2, arbitrary: digits(1, 14) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...'0123456789*#'), { minLength: 1, maxLength: 12 })
        .map((each) => each.join('')),
    },
  );
}

/** Every form in which 911 and 933 may be dialled, by a rule too, and what is near them. */
export function emergencyIn({ site }: Directory): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', '', '1', '9', '91', '8'),
      fc.constantFrom('', '', '', ...site.areaCodes),
      fc.constantFrom('911', '911', '933', '112', '77'),
      fc.constantFrom('', '', '', '#', '0'),
    )
    .map((parts) => parts.join(''));
}

/** What a plan has: one code, or one or two stars. */
const CODED = /^(?:\*|\*\*|\*67|\*70|\*82|\*31#)(?:911|933|999|988)$/;

/**
 * Why the keys of a telephone cannot dial what the server takes, as docs/dial-plans.md says;
 * undefined where they must.
 */
export function exception(typed: string, directory: Directory): string | undefined {
  const { site } = directory;
  const begins = (...starts: string[]) =>
    starts.some((each) => typed.startsWith(each) && typed !== each);
  if (/\d#+$/.test(typed)) return 'the key that ends dialling is not sent';
  if (begins('911', '933')) return 'an emergency number does not wait';
  if (begins('#')) return 'a hash opens the menu at once';
  const dialed = readDialed(typed, directory);
  const insisted = dialed.kind === 'emergency' || /^\W*988/.test(typed);
  if (insisted && begins('988', '112', '1112', '1911', '1933', '999'))
    return 'a number that leaves at once';
  if (insisted && /[*#]/.test(typed) && !CODED.test(typed)) return 'more than one thing before it';
  if (emergencyNumber(typed, site) !== undefined && !['911', '933'].includes(typed)) {
    if (emergencyNumber(typed, NOWHERE) === undefined) return 'behind an area code';
    const names = [...directory.extensions.keys(), ...directory.serviceCodes.keys()];
    const longer = names.some((name) => name.startsWith(typed) && name !== typed);
    const anyFour = directory.rewrites.some((rule) => rule.apply('1129') !== undefined);
    if (longer || anyFour) return 'begins a short number';
  }
  const rewritten = directory.rewrites.some((rule) => rule.apply(typed) !== undefined);
  if (dialed.kind !== 'e164' || rewritten) return undefined;
  if (/^(011)?11+[2-9]\d{9}$/.test(typed)) return 'a 1 too many';
  if (typed.length === 7 && isShortCode(typed.slice(0, 3), 'US')) return 'a code does not wait';
  if (dialed.countryCode !== '1' && !typed.startsWith('011')) return 'abroad without 011';
  return undefined;
}
