/** What a page in docs/phones/ says beyond the sheet: for whoever keeps the phones, in English. */

/** Keys to press, file names and words on the device stand between backticks. */
export interface Remark {
  readonly text: string;
  /** Neither in its maker's manual nor seen on this model. */
  readonly unproven: boolean;
}

export interface Remarks {
  /** How DHCP can tell it where its file is. */
  readonly dhcp: readonly Remark[];
  /** What can be done on its keys, and what cannot. */
  readonly keypad: readonly Remark[];
  readonly firmware: readonly Remark[];
  readonly problems: readonly Remark[];
}

export function known(text: string): Remark {
  return { text, unproven: false };
}

export function unsure(text: string): Remark {
  return { text, unproven: true };
}
