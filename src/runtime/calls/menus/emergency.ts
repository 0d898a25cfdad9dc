/** Emergency numbers among the keys of a menu, and the call that they make. */
import type { CallLanguage } from '../../model/directory';
import {
  emergencyNumbersFrom,
  generalEmergencyNumber,
  isTestNumber,
} from '../../numbers/emergency';
import type { Call } from '../call';
import type { Refuse, Decision } from '../decision';
import { routeEmergency } from '../emergency';
import type { EmergencyBook } from '../emergencyBook';
import { isPhoneCalling } from '../emergencyCaller';
import { announcement } from '../sentences';
import { refuse } from '../trace';

/** The emergency number with which keys begin; undefined when they begin with none. */
export function emergencyIn(keys: string, book: EmergencyBook): string | undefined {
  return numbersFrom(keys, book).find((each) => keys.startsWith(each));
}

/** The emergency numbers that begin with the first key. */
export function numbersFrom(keys: string, { country }: EmergencyBook): readonly string[] {
  return /^\d/.test(keys) ? emergencyNumbersFrom(keys.charAt(0), country) : [];
}

/**
 * Asked anew at every step, by the phone that calls and never by the URL.
 *
 * @param language Of the menu that the call is announced in: no key calls it off, for a caller in panic may
 * end what was dialled with `#`, but whoever did not mean it can hang up.
 */
export function callEmergency(
  number: string,
  call: Call,
  language: CallLanguage | undefined,
  book: EmergencyBook,
): Decision {
  if (!isPhoneCalling(call, book)) return refuseOutside(number, book);
  const outcome = routeEmergency(number, call, book);
  if (outcome.kind === 'refuse' || language === undefined) return outcome;
  return { ...outcome, preamble: [announcement(number, language, book)] };
}

/** They can call for help themselves. A test is of our phones: nobody is to dial 911 because of one. */
export function refuseOutside(number: string, { country }: EmergencyBook): Refuse {
  return isTestNumber(number, country)
    ? refuse('no-dial-tone')
    : { ...refuse('emergency-outside'), number: generalEmergencyNumber(country) };
}
