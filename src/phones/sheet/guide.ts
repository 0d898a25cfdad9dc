/** What a sheet says of one kind of phone: facts only, in every language. */
import type { Language } from '../../runtime/model/directory';
import type { PhoneSettings } from '../phone';

/** Keys to press and words on the device stand between backticks. */
export type Text = Readonly<Record<Language, string>>;

/** A sentence of the sheet. */
export interface Said {
  readonly text: Text;
  /** Neither in its maker's manual nor seen on this model: the sheet marks it. */
  readonly unproven: boolean;
}

export interface Value {
  /** As the device calls it, which is in English on most; or in the sheet's own words. */
  readonly field: string | Text;
  readonly value: string | Text;
  /** A password. */
  readonly secret?: boolean;
  /** Only where the domain takes encrypted calls alone. */
  readonly secure?: boolean;
  /** Made from the directory: another one for every site. */
  readonly dialPlan?: boolean;
}

/** A page or menu of the device, and what belongs there. */
export interface Page {
  readonly name: string | Text;
  readonly values: readonly Value[];
  /** Whether its fields are called so is not known: the sheet marks it. */
  readonly unproven?: boolean;
}

export interface Light {
  readonly light: Text;
  readonly meaning: Said;
}

export interface Guide {
  /** What to plug where. */
  readonly plug: readonly Said[];
  /** How to come to its settings. */
  readonly reach: readonly Said[];
  /** Where the address goes from which it fetches its file: after "Type it". */
  readonly fetch: Text;
  readonly pages: readonly Page[];
  /** Its pages cannot take every setting: they are to compare with. */
  readonly fromFileOnly?: boolean;
  /** A conference phone: nothing to lift. */
  readonly noHandset?: boolean;
  readonly lights: readonly Light[];
  readonly reset: readonly Said[];
}

export type GuideOf = (settings: PhoneSettings) => Guide;

export function say(en: string, es: string): Said {
  return { text: { en, es }, unproven: false };
}

export function unproven(en: string, es: string): Said {
  return { text: { en, es }, unproven: true };
}

export function light(light: Text, meaning: Said): Light {
  return { light, meaning };
}

/** What of a guide carries a mark. */
export function unprovenIn({ plug, reach, reset, lights, pages }: Guide): boolean {
  const said = [...plug, ...reach, ...reset, ...lights.map(({ meaning }) => meaning), ...pages];
  return said.some(({ unproven }) => unproven);
}

export const YES: Text = { en: 'yes', es: 'sí (yes)' };
export const NO: Text = { en: 'no', es: 'no' };
/** A field that must be cleared. */
export const EMPTY: Text = { en: '(empty)', es: '(vacío)' };
