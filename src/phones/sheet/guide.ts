/** What a sheet says of one kind of phone, in one language: facts only. */

/** A sentence. Keys to press and words on the device stand between backticks. */
export interface Said {
  readonly text: string;
  /** Neither in its maker's manual nor seen on this model: the sheet marks it. */
  readonly unproven: boolean;
  /** Done with the phone's own keys: left out where its keypad is closed to it. */
  readonly byKeys?: boolean;
}

export interface Value {
  /** As the device calls it, which is in English on most; or in the sheet's own words. */
  readonly field: string;
  readonly value: string;
  /** What is to be chosen or done, in the sheet's own words: not to be typed as it stands. */
  readonly inWords?: boolean;
  /** A password. */
  readonly secret?: boolean;
  /** Whether it is called so, or is so at all, is not known: the sheet marks it. */
  readonly unproven?: boolean;
  /** Only where the domain takes encrypted calls alone. */
  readonly secure?: boolean;
  /** Made from the directory: another one for every site. */
  readonly dialPlan?: boolean;
}

/** A page or menu of the device, and what belongs there. */
export interface Page {
  readonly name: string;
  readonly values: readonly Value[];
  /** Whether its fields are called so is not known: the sheet marks it. */
  readonly unproven?: boolean;
}

export interface Light {
  readonly light: string;
  readonly meaning: Said;
}

export interface Guide {
  /** What to plug where. */
  readonly plug: readonly Said[];
  /** How to open its settings. */
  readonly openSettings: readonly Said[];
  readonly pages: readonly Page[];
  /** Its pages cannot take every setting: they are to compare with. */
  readonly fromFileOnly?: boolean;
  /** A conference phone: nothing to lift. */
  readonly noHandset?: boolean;
  readonly lights: readonly Light[];
  readonly reset: readonly Said[];
}

export function say(text: string): Said {
  return { text, unproven: false };
}

export function unproven(text: string): Said {
  return { text, unproven: true };
}

export function byKeys(said: Said): Said {
  return { ...said, byKeys: true };
}

export function light(light: string, meaning: Said): Light {
  return { light, meaning };
}

/** What of a guide carries a mark. */
export function unprovenIn({ plug, openSettings, reset, lights, pages }: Guide): boolean {
  const said = [
    ...plug,
    ...openSettings,
    ...reset,
    ...lights.map(({ meaning }) => meaning),
    ...pages,
    ...pages.flatMap(({ values }) => values),
  ];
  return said.some(({ unproven }) => unproven);
}
