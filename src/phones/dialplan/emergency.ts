/** Emergency numbers in a dial plan: at once, or denied. */
import type { Directory, Extension } from '../../runtime/model/directory';
import { emergencyNumber } from '../../runtime/numbers/emergency';
import { type Candidate, type Entry, WAIT_SECONDS } from './entry';
import { dialledEmergencyForms, isNorthAmerican } from './numbering';
import { couldFollow, KEYS, type KeySet, literal, pattern } from './pattern';

type Site = Directory['site'];

/** The country's own, such as 911, and 933: no alias, and nothing before it. */
export function bareEmergencyNumbers(site: Site): readonly string[] {
  return dialledEmergencyForms(site).filter((form) => emergencyNumber(form, site) === form);
}

export interface OtherForms {
  /** Nothing else begins with them: 1911, and 9911 where 9 is the outside line. */
  readonly clear: readonly string[];
  /**
   * Not for the plan: what begins other numbers, and all with an area code before it, such as
   * 503911: see `afterAreaCode`.
   */
  readonly buried: readonly string[];
}

/** @param behindRules what a rewrite rule makes an emergency call. */
export function otherEmergencyForms(
  site: Site,
  candidates: readonly Candidate[],
  behindRules: readonly string[],
): OtherForms {
  const bare = bareEmergencyNumbers(site);
  const forms = [...new Set([...dialledEmergencyForms(site), ...behindRules])];
  const others = forms.filter((form) => !bare.includes(form));
  const noAreaCode = { country: site.country, areaCodes: [] };
  const isClear = (form: string) =>
    !bare.some((number) => form.startsWith(number)) &&
    (behindRules.includes(form) || emergencyNumber(form, noAreaCode) !== undefined) &&
    !candidates.some((each) => couldBegin(each, form));
  return { clear: others.filter(isClear), buried: others.filter((form) => !isClear(form)) };
}

/**
 * First in the plan: they wait for nothing, and nothing that begins with them is dialled. Where the
 * phone is to send 1911, a bare number leaves with a 1 before it; all other forms are none that
 * Twilio is documented to take, and leave as they are.
 */
export function emergencyEntries(
  { emergency, dial911As }: Extension,
  bare: readonly string[],
  forms: readonly string[],
): readonly Entry[] {
  const entry =
    (kind: Entry['kind']) =>
    (digits: string): Entry => ({
      kind,
      pattern: literal(digits),
      action: emergency ? 'send' : 'deny',
      when: 'now',
      note: emergency ? 'emergency' : 'emergency, not from this phone',
    });
  const prefix = emergency && dial911As === '1911' ? { prefix: '1' } : {};
  return [
    ...bare.map(entry('emergency')).map((each) => ({ ...each, ...prefix })),
    ...forms.map(entry('emergencyForm')),
  ];
}

/**
 * An area code and 911, and then nothing: a call for help, as at the dial tone inside a call. No exchange is 911, so
 * nobody pauses in a number there; the server knows whether the area code is one of ours.
 */
export function afterAreaCode(
  { emergency }: Extension,
  bare: readonly string[],
  { country }: Site,
): readonly Entry[] {
  if (!emergency || !isNorthAmerican(country)) return [];
  const numbers = literalsTogether(bare);
  return ['[2-9]xx', '1[2-9]xx'].map((start) => ({
    kind: 'afterAreaCode',
    pattern: { keys: [...pattern(start).keys, ...numbers] },
    action: 'send',
    when: { afterSeconds: WAIT_SECONDS },
    note: 'emergency, after an area code',
  }));
}

/** Key by key: 911 and 933 are `9[13][13]`. */
function literalsTogether(numbers: readonly string[]): readonly KeySet[] {
  const length = Math.min(...numbers.map((number) => number.length));
  return Array.from({ length }, (_, position) =>
    [...KEYS].filter((key) => numbers.some((number) => number.charAt(position) === key)).join(''),
  );
}

/** Whether something longer that may be dialled begins with these keys. */
export function couldBegin({ pattern, begins }: Candidate, digits: string): boolean {
  return couldFollow(pattern, digits) && (begins?.(digits) ?? true);
}
