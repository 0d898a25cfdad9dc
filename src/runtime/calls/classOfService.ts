/** What a class of service lets a phone dial, for how long and when. */
import type { ClassOfService, Directory, NumberRule } from '../model/directory';
import { areasOf, costlyKind } from '../numbers/costly';
import { NEW_AREA_CODES } from '../numbers/northAmerica';
import { countryCodeOf, type PhoneNumber } from '../numbers/phoneNumber';
import { isOpen } from '../model/hours';
import type { Reason } from './reasons';

/** Closed by default: a class that nobody defined allows nothing. */
const NOTHING: ClassOfService = {
  name: 'nothing',
  allow: new Set(),
  deny: new Set(),
  noLimit: new Set(),
};

type Number = Omit<PhoneNumber, 'e164'>;

/** Why the class refuses the number at this moment; undefined when it allows it. */
export function refusedByClass(
  number: Number,
  klass: ClassOfService,
  directory: Directory,
  now: Date,
): Reason | undefined {
  const refused = refusedAlways(number, klass, directory);
  if (refused) return refused;
  return isOpen(klass.hours, now, directory.site.timeZone) ? undefined : 'outside-hours';
}

/** The same at whatever hour. */
export function refusedAlways(
  number: Number,
  klass: ClassOfService,
  directory: Directory,
): Reason | undefined {
  const allows = (what: string) => klass.allow.has(what) && !klass.deny.has(what);
  const dear = costlyKind(number, directory);
  if (dear !== undefined && !allows(dear)) return dear;
  if (!allows(number.region)) {
    return number.region === NEW_AREA_CODES ? 'new-area-code' : 'destination-not-allowed';
  }
  if (areasOf(number, directory.areas).some((area) => klass.deny.has(area))) {
    return 'area-not-allowed';
  }
  return undefined;
}

/** Country codes outside North America that the class may dial. */
export function codesAbroad({ allow, deny }: ClassOfService): readonly string[] {
  const codes = [...allow].filter((region) => !deny.has(region)).map(countryCodeOf);
  return [...new Set(codes)].filter((code) => code !== '' && code !== '1');
}

/** Whether an area code that is newer than the numbering data may be dialled: in a country of the site's, or by name. */
export function isOpened(areaCode: string, klass: ClassOfService, directory: Directory): boolean {
  const region = directory.newAreaCodes.get(areaCode) ?? NEW_AREA_CODES;
  return klass.allow.has(region) && !klass.deny.has(region);
}

/** When a call is cut off, unless what was dialled is exempt. */
export function timeLimit(
  klass: ClassOfService,
  dialled?: string,
): { readonly timeLimitSeconds?: number } {
  const exempt = dialled !== undefined && klass.noLimit.has(dialled);
  if (klass.maxMinutes === undefined || exempt) return {};
  return { timeLimitSeconds: klass.maxMinutes * 60 };
}

/** When a call to one of our numbers is cut off: each leg of it, and what follows. */
export function incomingLimit({ maxMinutes }: NumberRule): { readonly timeLimitSeconds?: number } {
  return maxMinutes === undefined ? {} : { timeLimitSeconds: maxMinutes * 60 };
}

/** Whoever called `called`: the site's default class, for as long as that number says. */
export function classOutside(called: string, directory: Directory): ClassOfService {
  const standard = classNamed(directory.site.defaults.class, directory);
  const rule = directory.numbers.get(called);
  return rule ? { ...standard, maxMinutes: rule.maxMinutes } : standard;
}

export function classNamed(name: string, directory: Directory): ClassOfService {
  return directory.classes.get(name) ?? NOTHING;
}
