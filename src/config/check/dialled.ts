/**
 * Every number that the directory itself can have called, and where it stands: no caller dials these,
 * and no class of service is asked. What opens countries at Twilio, what warns of a price and what
 * the doctor compares read this list and no other.
 */
import { generalEmergencyNumber } from '../../runtime/numbers/emergency';
import type { FileName, Path } from '../read/files';
import type { Source } from '../read/load';
import { isExtension } from '../compile/operator';
import { keyExits, otherwiseExit, silentExit } from '../compile/menuTargets';
import type { TargetSource } from '../schema';
import { isNumberText, PHONE_TARGETS } from '../compile/targets';

export interface DialledNumber {
  /** As written: E.164, or a short code of the site's country. */
  readonly number: string;
  readonly file: FileName;
  readonly path: Path;
  /** A call that Twilio makes; a text message; a call that another SIP system is asked to make. */
  readonly by: 'call' | 'message' | 'handOff';
}

/** In the order of the files. Numbers of our own are left out where they are answered without a call. */
export function numbersDialled(source: Source): readonly DialledNumber[] {
  const own = ownNumbers(source);
  return [
    ...inSite(source),
    ...inExtensions(source),
    ...inNumbers(source),
    ...inCalling(source),
    ...inOperators(source),
    ...inMenus(source),
  ].filter(({ number, path, by }) => by !== 'call' || !own.has(number) || leavesUs(path));
}

/** What follows when nobody answers, and volunteers: also to a number of ours it is a call outside. */
function leavesUs(path: Path): boolean {
  return path.at(-1) === 'otherwise' || path[0] === 'volunteers';
}

type Placed = readonly DialledNumber[];

function inSite({ site: { defaults } }: Source): Placed {
  return PHONE_TARGETS.flatMap((key) => ofTarget(defaults[key], 'site.yaml', ['defaults', key]));
}

function inExtensions({ extensions, site }: Source): Placed {
  const file = 'extensions.yaml';
  return Object.entries(extensions).flatMap(([name, extension]) => [
    ...PHONE_TARGETS.flatMap((key) => ofTarget(extension[key], file, [name, key])),
    ...(extension.emergency
      ? [call(generalEmergencyNumber(site.country), file, [name, 'emergency'])]
      : []),
  ]);
}

function inNumbers({ numbers }: Source): Placed {
  return Object.entries(numbers).flatMap(([name, { otherwise }]) =>
    otherwise !== undefined && isNumberText(otherwise)
      ? [call(otherwise, 'numbers.yaml', [name, 'otherwise'])]
      : [],
  );
}

function inCalling({ calling: { serviceCodes, numberLists } }: Source): Placed {
  const file = 'calling.yaml';
  return [
    ...Object.entries(serviceCodes).flatMap(([code, to]) =>
      typeof to === 'string'
        ? [call(to, file, ['serviceCodes', code])]
        : ofTarget(to, file, ['serviceCodes', code]),
    ),
    ...Object.entries(numberLists).flatMap(([name, numbers]) =>
      numbers.map((number, i) => call(number, file, ['numberLists', name, i])),
    ),
  ];
}

function inOperators({ operators, extensions }: Source): Placed {
  const file = 'operators.yaml';
  if (!operators) return [];
  return [
    ...Object.entries(operators.volunteers).flatMap(([name, volunteer]) =>
      isExtension(volunteer.call, extensions)
        ? []
        : [call(volunteer.call, file, ['volunteers', name, 'call'])],
    ),
    ...operators.notice.sms.map((number, i): DialledNumber => ({
      ...call(number, file, ['notice', 'sms', i]),
      by: 'message',
    })),
  ];
}

function inMenus({ menus }: Source): Placed {
  return [...menus].flatMap(([name, { file, menu }]) => {
    const otherwise = otherwiseExit(menu);
    const exits = [...keyExits(menu), silentExit(menu), ...(otherwise ? [otherwise] : [])];
    return exits.flatMap(({ path, target }) => ofTarget(target, file, [name, ...path]));
  });
}

/** A list of numbers stands where its numbers do. */
function ofTarget(target: TargetSource | undefined, file: FileName, path: Path): Placed {
  if (target === undefined) return [];
  if ('dial' in target && isNumberText(target.dial)) {
    return [call(target.dial, file, [...path, 'dial'])];
  }
  if (!('handOff' in target)) return [];
  const user = target.handOff.slice(0, target.handOff.lastIndexOf('@'));
  if (!/^\+?\d+$/.test(user)) return [];
  return [{ ...call(user, file, [...path, 'handOff']), by: 'handOff' }];
}

function call(number: string, file: FileName, path: Path): DialledNumber {
  return { number, file, path, by: 'call' };
}

function ownNumbers({ extensions, numbers, site }: Source): ReadonlySet<string | undefined> {
  return new Set([
    ...Object.keys(numbers),
    ...Object.keys(extensions),
    ...Object.values(extensions).map(({ number }) => number),
    site.defaults.callerId,
  ]);
}
