/** The dial plan of one extension, computed from the directory and nothing else. */
import type { Directory, Extension } from '../../runtime/model/directory';
import { directoryAt } from '../../runtime/model/local';
import { crisisCodes } from '../../runtime/numbers/crisisCode';
import { emergencyNumber } from '../../runtime/numbers/emergency';
import { candidatesFor } from './candidates';
import {
  afterAreaCode,
  bareEmergencyNumbers,
  emergencyEntries,
  otherEmergencyForms,
} from './emergency';
import { type Candidate, type DialPlan, sendsPrefixed } from './entry';
import { insistedEntries } from './insisted';
import { planNotes } from './notes';
import { onlyString, type Pattern } from './pattern';
import { emergenciesBehind, rulesOf } from './rules';
import { notBeginning } from './sets';
import { assignTimeouts } from './assignTimeouts';

export type { Dial, DialPlan, Entry, EntryKind, When } from './entry';

/**
 * What the extension can dial from the keys of its phone, and when each leaves it. A convenience
 * and a first line: the call path decides every call again.
 */
export function dialPlanFor(extension: Extension, everywhere: Directory): DialPlan {
  const directory = directoryAt(extension, everywhere);
  const plan = planOf(extension, directory, true);
  const shorter = planOf(extension, directory, false);
  return shorter.entries.length < plan.entries.length ? { ...plan, shorter } : plan;
}

/** @param abroad With numbers outside North America that are dialled without 011. */
function planOf(extension: Extension, directory: Directory, abroad: boolean): DialPlan {
  const { site } = directory;
  const rules = rulesOf(directory);
  const bare = bareEmergencyNumbers(site);
  const meant = candidatesFor(extension, directory, rules, abroad).filter(
    ({ pattern }) => emergencyNumber(onlyString(pattern) ?? '', site) === undefined,
  );
  const isShadowed = ({ pattern }: Candidate) =>
    bare.some((number) => onlyString(pattern)?.startsWith(number));
  const candidates = meant.filter((each) => !isShadowed(each));
  const behind = emergenciesBehind(rules, directory);
  const { clear, buried } = otherEmergencyForms(site, candidates, behind);
  const isBuried = (form: string) =>
    buried.includes(form) && !bare.some((number) => form.startsWith(number));
  const insistsOn = {
    numbers: [...(extension.emergency ? bare : []), ...crisisCodes(site.country)],
    forms: extension.emergency ? clear : [],
  };
  const first = [
    ...emergencyEntries(extension, bare, clear),
    ...insistedEntries(insistsOn.numbers, candidates),
  ];
  const permitted = extension.emergency ? candidates : exceptFor(buried, candidates);
  const rest = assignTimeouts(
    permitted,
    first.map(({ pattern }) => pattern),
  );
  return {
    extension: extension.username,
    entries: [...first, ...rest, ...afterAreaCode(extension, bare, site)],
    insistsOn,
    neverSent: extension.emergency ? [] : behind.filter(isBuried),
    notes: planNotes({
      prefixed: sendsPrefixed({ entries: first }) ? bare : [],
      extension,
      directory,
      rules,
      shadowed: meant.filter(isShadowed),
      buried: buried.filter((form) => form.endsWith(bare[0] ?? '')),
    }),
  };
}

/**
 * Where a phone may not call for help, no entry of fixed length is left that is an emergency number
 * in full. What has no end cannot leave one out in every grammar; the server refuses it.
 */
function exceptFor(buried: readonly string[], candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((candidate) => {
    const { keys, more } = candidate.pattern;
    if (more !== undefined) return [candidate];
    return buried
      .filter((digits) => digits.length === keys.length)
      .reduce<Pattern[]>(
        (patterns, digits) => patterns.flatMap((each) => notBeginning(each, digits)),
        [candidate.pattern],
      )
      .map((pattern) => ({ ...candidate, pattern }));
  });
}
