/** What a phone's keys can do to it, and the settings that close each. */

/** Change its settings; reset it to the factory's; call an IP address past everybody. */
export const KEYPAD_ACTIONS = ['settings', 'reset', 'ipCalls'] as const;
export type KeypadAction = (typeof KEYPAD_ACTIONS)[number];

/** What is not in it stays as the phone has it. */
export type Keypad = Readonly<Partial<Record<KeypadAction, 'open' | 'closed'>>>;

export interface LockValue {
  /** In its file. */
  readonly value: string;
  /** On its web page. */
  readonly shown: string;
}

/** A setting that closes one of the actions, or several that no other tells apart. */
export interface Lock {
  readonly actions: readonly KeypadAction[];
  /** In its file; `{line}` where each line has its own. */
  readonly key: string;
  /** On its web page; left out where only the file sets it. */
  readonly page?: string;
  readonly field: string;
  readonly closed: LockValue;
  readonly open: LockValue;
}
