/** What `dialtone sounds check` finds. */
export interface Finding {
  readonly severity: 'fault' | 'warning';
  /** A file or URL. */
  readonly sound: string;
  readonly message: string;
  readonly mend: string;
}

export const fault = (sound: string, message: string, mend: string): Finding => ({
  severity: 'fault',
  sound,
  message,
  mend,
});

export const warning = (sound: string, message: string, mend: string): Finding => ({
  severity: 'warning',
  sound,
  message,
  mend,
});
