/** What a write that moves emergency calls may go by: what the functions answered, and what was tried. */
import type { Form, EmergencySetup } from '../../config/emergency/answer';
import { type Drill, drillProves } from './drills';
import type { Release } from './releases';

export interface Evidence {
  /** Undefined: the functions answered for this phone as they must. */
  whyNotShown(username: string): string | undefined;
  /** Undefined: the functions ring the phone whose number it is. */
  whyNotRung(number: string): string | undefined;
  drilled(form: Form, setup: EmergencySetup): boolean;
  released(release: Release): boolean;
}

export interface FunctionAnswers {
  /** Why none of their answers counts. */
  readonly whyNone?: string | undefined;
  /** By username: why not, for one phone. */
  readonly phones: ReadonlyMap<string, string | undefined>;
  /** By number. */
  readonly numbers: ReadonlyMap<string, string | undefined>;
}

/** Nobody has asked: then nothing counts as shown. */
export const NOT_ASKED: FunctionAnswers = {
  whyNone: 'the functions have not been asked',
  phones: new Map(),
  numbers: new Map(),
};

export function evidenceOf(
  answers: FunctionAnswers,
  drills: readonly Drill[],
  releases: ReadonlySet<Release>,
): Evidence {
  const why = (reasons: ReadonlyMap<string, string | undefined>, key: string) =>
    answers.whyNone ?? (reasons.has(key) ? reasons.get(key) : 'the functions have not been asked');
  return {
    whyNotShown: (username) => why(answers.phones, username),
    whyNotRung: (number) => why(answers.numbers, number),
    drilled: (form, setup) => drills.some((drill) => drillProves(drill, form, setup)),
    released: (release) => releases.has(release),
  };
}
