/** One dial plan for every family of phones, before it is written in the grammar of one. */
import type { Pattern } from './pattern';

/**
 * Longer than the three seconds for which somebody may look for the next figure: what waits is cut
 * off after that.
 */
export const WAIT_SECONDS = 4;
/** Seconds after the last key, where something longer could follow. */
interface After {
  readonly afterSeconds: number;
}

export type When = 'now' | After;

export type EntryKind =
  | 'emergency'
  /** The same with a country code before it, by an alias, or through a rewrite rule. */
  | 'emergencyForm'
  /** The same after an area code, which an adapter may put before it: at the dial tone inside a call too. */
  | 'afterAreaCode'
  /** One of these or a crisis line, with a code before it that people press out of habit. */
  | 'insisted'
  | 'menu'
  | 'operator'
  | 'featureCode'
  | 'serviceCode'
  | 'extension'
  | 'number'
  | 'international'
  | 'rule'
  | 'anything';

export interface Entry {
  readonly kind: EntryKind;
  readonly pattern: Pattern;
  readonly action: 'send' | 'deny';
  readonly when: When;
  /** What leaves the phone before what is dialled: `1` where 911 is sent as 1911. */
  readonly prefix?: string;
  /** For people. */
  readonly note: string;
}

interface InsistsOn {
  /** 911, 933 and 988: those of them that the phone may dial. */
  readonly numbers: readonly string[];
  /** Other forms of an emergency number: 112, 1911. */
  readonly forms: readonly string[];
}

/** In order: what stands first counts first. */
export interface DialPlan {
  /** SIP username, for whoever reads that a phone cannot hold it. */
  readonly extension: string;
  readonly entries: readonly Entry[];
  /** What must come to something when more is pressed: see `insisted.ts`. */
  readonly insistsOn: InsistsOn;
  /** What of the directory cannot be dialled from the keys of this phone, and why. */
  readonly notes: readonly string[];
  /**
   * What a rewrite rule makes an emergency call that this phone may not make, where other numbers
   * begin with it: no entry matches it, and none may come to.
   */
  readonly neverSent: readonly string[];
  /**
   * The same without numbers abroad that are dialled without 011: for a phone that has room for them only in place
   * of what people press around 911.
   */
  readonly shorter?: DialPlan;
  /** Of a telephone with a dial: nothing in it holds `#` or `*` but what a hotline dials by itself. */
  readonly rotary?: boolean;
}

/** What a telephone with a dial can make of a plan. */
export function onDial(plan: DialPlan, dial: Dial): DialPlan {
  const entries = plan.entries.filter(
    ({ kind, pattern }) =>
      (dial === 'hotline' && kind === 'menu') || !pattern.keys.some((set) => /^[*#]+$/.test(set)),
  );
  return {
    ...plan,
    ...(plan.shorter && { shorter: onDial(plan.shorter, dial) }),
    entries,
    rotary: true,
  };
}

/** Whether the phone sends 911 as 1911: then nobody may rely on it before it was tried. */
export function sendsPrefixed({ entries }: Pick<DialPlan, 'entries'>): boolean {
  return entries.some(({ prefix }) => prefix !== undefined);
}

/** What happens when the handset is lifted: `hotline` dials `#` at once. */
export type Dial = 'hotline' | 'dialtone';

/** What the hotline dials: the menu. */
export const HOTLINE = '#';

/** What may be dialled, before it is known what could follow it. */
export interface Candidate {
  readonly kind: EntryKind;
  readonly pattern: Pattern;
  /** How long to wait where something longer could follow. */
  readonly waitSeconds: number;
  readonly note: string;
  /** Whether a real one begins with these keys, which the pattern lets through. */
  readonly begins?: (digits: string) => boolean;
}
