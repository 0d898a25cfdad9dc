/** What a page in docs/phones/ says beyond the sheet: for whoever keeps the phones, in English. */

/** Keys to press, file names and words on the device stand between backticks. */
export interface Note {
  readonly text: string;
  /** Neither in its maker's manual nor seen on this model. */
  readonly unproven: boolean;
}

export interface ModelNotes {
  /** How DHCP can tell it where its file is. */
  readonly dhcp: readonly Note[];
  /** What can be done on its keys, and what cannot. */
  readonly keypad: readonly Note[];
  readonly firmware: readonly Note[];
  readonly problems: readonly Note[];
}

export function known(text: string): Note {
  return { text, unproven: false };
}

export function unsure(text: string): Note {
  return { text, unproven: true };
}

/** Of the dial plans alone: docs/dial-plans.md. */
export interface Question {
  /** Ids of models; left out where it is about all of the family. */
  readonly models?: readonly string[];
  /** Asked by the notes by which these phones used to be set up. */
  readonly noted?: boolean;
  readonly asked: string;
  /** What is known, and what we do. */
  readonly answer: string;
  /** What to do on a real phone; none where it is answered. */
  readonly test?: string;
}
