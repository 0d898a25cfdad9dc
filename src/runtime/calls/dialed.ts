/** What was dialled, and what it means. */
import type { Directory, Site } from '../model/directory';
import { crisisCode } from '../numbers/crisisCode';
import {
  emergencyNumber,
  likelyEmergencyNumber,
  type Numbering,
  withoutSeparators,
} from '../numbers/emergency';
import { regionOf } from '../numbers/northAmerica';
import { type PhoneNumber, readSpelled } from '../numbers/phoneNumber';
import { isLocalNumber, isShortCode } from '../numbers/shortCode';
import type { Reason } from './reasons';

export type DialedNumber =
  | { readonly kind: 'emergency'; readonly number: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'featureCode'; readonly code: string }
  | { readonly kind: 'serviceCode'; readonly code: string }
  | { readonly kind: 'extension'; readonly username: string }
  | ({ readonly kind: 'e164'; readonly number: string } & Omit<PhoneNumber, 'e164'>)
  | { readonly kind: 'invalid'; readonly reason: Reason };

/** What reading a number takes from the directory. */
export type DialPlan = Pick<
  Directory,
  'extensions' | 'shortNames' | 'serviceCodes' | 'rewrites' | 'newAreaCodes'
> & {
  readonly site: Pick<Site, 'country' | 'areaCode' | 'areaCodes'>;
};

/** Nobody dials more; longer strings are not read at all. */
const MAX_LENGTH = 64;

/** Reads what an INVITE is for: the user of its To. Emergency comes first, before and after any rewrite rule. */
export function readDialed(to: string | undefined, plan: DialPlan): DialedNumber {
  const dialled = dialledIn(to);
  if (dialled === undefined) return invalid('to-missing');
  if (dialled.length > MAX_LENGTH) return invalid('too-long');
  const emergency = readEmergency(dialled, plan);
  if (emergency) return emergency;
  const rewritten = rewrite(withoutSeparators(dialled), plan) ?? dialled;
  const ruled = readEmergency(rewritten, plan) ?? read(rewritten, plan);
  return ruled.kind === 'invalid' ? (readLikely(dialled, plan.site) ?? ruled) : ruled;
}

/** What no rule, name or number is, and help may be meant by. */
function readLikely(dialled: string, site: DialPlan['site']): DialedNumber | undefined {
  const number = likelyEmergencyNumber(dialled, site);
  if (number !== undefined) return { kind: 'emergency', number };
  const code = crisisCode(dialled, site.country);
  return code === undefined ? undefined : { kind: 'serviceCode', code };
}

/** The emergency number that was dialled as it is, with nothing read of the directory but where; undefined when it is none. */
export function emergencyDialled(to: string | undefined, numbering: Numbering): string | undefined {
  const dialled = dialledIn(to);
  if (dialled === undefined || dialled.length > MAX_LENGTH) return undefined;
  return emergencyNumber(dialled, numbering);
}

/** Some phones send the key that ended the dialling, and some people press it twice. */
function dialledIn(to: string | undefined): string | undefined {
  return to?.replace(/(?<=\d)#+$/, '');
}

function readEmergency(dialled: string, plan: DialPlan): DialedNumber | undefined {
  const number = emergencyNumber(dialled, plan.site);
  return number === undefined ? undefined : { kind: 'emergency', number };
}

function rewrite(dialled: string, plan: DialPlan): string | undefined {
  for (const rule of plan.rewrites) {
    const rewritten = rule.apply(dialled);
    if (rewritten !== undefined) return rewritten;
  }
  return undefined;
}

function read(dialled: string, plan: DialPlan): DialedNumber {
  const digits = withoutSeparators(dialled);
  if (digits === '0') return { kind: 'operator' };
  if (digits === '#') return { kind: 'menu' };
  if (/^[*#]/.test(digits)) return readCode(digits, plan.site);
  if (plan.serviceCodes.has(digits)) return { kind: 'serviceCode', code: digits };
  const username = extensionNamed(dialled, plan);
  if (username !== undefined) return { kind: 'extension', username };
  if (isShortCode(digits, plan.site.country)) return { kind: 'serviceCode', code: digits };
  return readNumber(digits, plan);
}

/** By its name or its short name; one named by its number is reached by the rule for that number. */
function extensionNamed(dialled: string, plan: DialPlan): string | undefined {
  if (dialled.startsWith('+')) return undefined;
  return plan.extensions.has(dialled) ? dialled : plan.shortNames.get(dialled);
}

function readCode(code: string, { country }: DialPlan['site']): DialedNumber {
  const crisis = crisisCode(code, country);
  return crisis === undefined
    ? { kind: 'featureCode', code }
    : { kind: 'serviceCode', code: crisis };
}

function readNumber(dialled: string, { site, newAreaCodes }: DialPlan): DialedNumber {
  const local = isLocalNumber(dialled, site.country);
  if (local && site.areaCode === undefined) return invalid('area-code-needed');
  const digits = local ? `${site.areaCode}${dialled}` : dialled;
  const number = readSpelled(digits, site.country);
  if (typeof number === 'string') return invalid(number);
  const { e164, ...rest } = number;
  return { kind: 'e164', number: e164, ...rest, region: regionOf(number, newAreaCodes) };
}

function invalid(reason: Reason): DialedNumber {
  return { kind: 'invalid', reason };
}
