/** What `dialtone sounds check` finds. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** A file or URL. */
  readonly sound: string;
  readonly message: string;
  readonly fix: string;
}

export const diagnostic = (sound: string, message: string, fix: string): Finding => ({
  severity: 'error',
  sound,
  message,
  fix,
});

export const warning = (sound: string, message: string, fix: string): Finding => ({
  severity: 'warning',
  sound,
  message,
  fix,
});
