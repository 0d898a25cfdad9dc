/** Rewrite rules as entries of a dial plan: what is dialled is what the rule reads. */
import { type DialPlan, readDialed } from '../../runtime/calls/dialed';
import type { Directory, Rewrite } from '../../runtime/model/directory';
import { isNorthAmericanForm } from '../../runtime/numbers/northAmerica';
import { dialledEmergencyForms, isNorthAmerican } from './numbering';
import { DIGITS, matches, onlyString, type Pattern } from './pattern';
import { sequencesOf } from '../../runtime/numbers/rulePatterns';

interface RulePattern {
  readonly rule: Rewrite;
  readonly pattern: Pattern;
}

export interface Rules {
  readonly patterns: readonly RulePattern[];
  /** Those that match too freely for a phone to hold. */
  readonly tooFree: readonly Rewrite[];
}

/** What each rule reads, where its expression is plain enough. */
export function rulesOf({ rewrites }: Pick<Directory, 'rewrites'>): Rules {
  const patterns: RulePattern[] = [];
  const tooFree: Rewrite[] = [];
  for (const rule of rewrites) {
    const sequences = sequencesOf(rule.from);
    const read = (sequences ?? []).filter((keys) => keys.length > 0);
    if (sequences && read.every((keys) => isRead(rule, keys))) {
      patterns.push(...read.map((keys) => ({ rule, pattern: { keys } })));
    } else tooFree.push(rule);
  }
  return { patterns, tooFree };
}

/** The rule itself has the last word on what was read out of its expression. */
function isRead(rule: Rewrite, keys: readonly string[]): boolean {
  const first = keys.map((set) => set.at(0)).join('');
  const last = keys.map((set) => set.at(-1)).join('');
  return rule.apply(first) !== undefined && rule.apply(last) !== undefined;
}

/**
 * What a rule makes an emergency call, such as 9911 where 9 is the outside line. The directory
 * allows no rule that stands before an emergency number, but one may lead to it.
 */
export function emergenciesBehind(rules: Rules, directory: Directory): readonly string[] {
  const forms = dialledEmergencyForms(directory.site);
  const found = rules.patterns.flatMap(({ pattern }) =>
    suspects(pattern, forms).filter((each) => readDialed(each, directory).kind === 'emergency'),
  );
  return [...new Set(found)];
}

/** Small patterns in full; of others, what ends in an emergency number. */
function suspects(pattern: Pattern, forms: readonly string[]): readonly string[] {
  const count = pattern.keys.reduce((product, set) => product * set.length, 1);
  if (count <= 100) return strings(pattern.keys);
  return forms.flatMap((form) => {
    const start = { keys: pattern.keys.slice(0, pattern.keys.length - form.length) };
    const prefix = onlyString(start);
    if (form.length > pattern.keys.length || prefix === undefined) return [];
    return matches(pattern, prefix + form) ? [prefix + form] : [];
  });
}

function strings(keys: readonly string[]): readonly string[] {
  return keys.reduce(
    (starts, set) => starts.flatMap((start) => [...set].map((key) => start + key)),
    [''],
  );
}

/**
 * Whether something that a rule reads begins with these digits. Of an emergency number only if it is
 * a number that can be called: 9 and 911 begin none, for 911 is no area code.
 */
export function ruleBegins(pattern: Pattern, digits: string, directory: DialPlan): boolean {
  if (isNumberAfterNoAreaCode(pattern, digits, directory)) return false;
  if (readDialed(digits, directory).kind !== 'emergency') return true;
  const rest = pattern.keys.slice(digits.length);
  return TAILS.some((tail) => {
    const dialled =
      digits + rest.map((set, n) => keyOf(set, tail[tail.length - rest.length + n])).join('');
    const { kind } = readDialed(dialled, directory);
    return kind !== 'invalid' && kind !== 'emergency';
  });
}

/** Nobody dials a telephone number after 211, as the dial tone inside a call has it too. */
function isNumberAfterNoAreaCode({ keys }: Pattern, digits: string, { site }: DialPlan): boolean {
  const isNumber = digits.length === 3 && keys.length === 10 && isNorthAmerican(site.country);
  return isNumber && !isNorthAmericanForm(`${digits}5550123`);
}

/** Ends of numbers: of exchanges that most area codes have. */
const TAILS = [...DIGITS].map((digit) => `2035${digit}550199`);

function keyOf(set: string, preferred: string | undefined): string {
  return preferred !== undefined && set.includes(preferred) ? preferred : (set.at(0) ?? '');
}
