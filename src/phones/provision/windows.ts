/** Which devices may have their files now. The files are made when a window opens, and dropped when it closes. */
import type { ConfigFile } from '../phone';

export interface ProvisioningWindow {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Without what has been handed over. */
  readonly files: readonly ConfigFile[];
  /** Names of what the device may have had whole. */
  readonly taken: ReadonlySet<string>;
  /** A file with the password that is on its way: nobody else gets it meanwhile. */
  readonly sending?: string | undefined;
  /** When the last of all that is secret left us. */
  readonly handedOver?: number | undefined;
}

/** By device. */
export type Windows = ReadonlyMap<string, ProvisioningWindow>;

export function opened(
  windows: Windows,
  device: string,
  { files, until }: Pick<ProvisioningWindow, 'files' | 'until'>,
): Windows {
  return new Map(windows).set(device, { files, until, taken: new Set() });
}

export function closed(windows: Windows, device: string): Windows {
  const rest = new Map(windows);
  rest.delete(device);
  return rest;
}

/** Without those whose time is over. */
export function stillOpen(windows: Windows, now: number): Windows {
  const over = [...windows].some(([, { until }]) => until <= now);
  return over ? new Map([...windows].filter(([, { until }]) => until > now)) : windows;
}

/** A file leaves. */
export function sending(windows: Windows, device: string, file: ConfigFile): Windows {
  const window = windows.get(device);
  if (!window || !file.secret) return windows;
  return new Map(windows).set(device, { ...window, sending: file.name });
}

/** The last byte of a file has left us, or never will. */
export function sent(
  windows: Windows,
  device: string,
  file: ConfigFile,
  { whole, now }: { readonly whole: boolean; readonly now: number },
): Windows {
  const window = windows.get(device);
  // Opened anew meanwhile: what is on its way does not belong to this window.
  if (!window?.files.includes(file)) return windows;
  const sending = file.secret ? undefined : window.sending;
  if (!whole) return new Map(windows).set(device, { ...window, sending });
  const files = file.secret ? window.files.filter((other) => other !== file) : window.files;
  const handedOver = window.handedOver ?? (files.some(({ secret }) => secret) ? undefined : now);
  const taken = new Set([...window.taken, file.name]);
  return new Map(windows).set(device, { ...window, files, taken, sending, handedOver });
}

/**
 * Whether a file may be had. After the password has been handed over a phone may have what it has
 * not had yet: a Polycom asks for its directory last. Its first file it may not have again: with
 * that, but without the password, it would forget who it is when it starts anew.
 */
export function mayHave(
  { sending, handedOver, taken }: ProvisioningWindow,
  file: ConfigFile,
): boolean {
  if (file.secret) return sending === undefined;
  return handedOver === undefined || !taken.has(file.name);
}
