/** Which devices may have their files now. Its files are made when it is armed, and dropped after. */
import type { ConfigFile } from '../phone';

export interface Arming {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Without what has been handed over. */
  readonly files: readonly ConfigFile[];
  /** Names of what the device may have had whole. */
  readonly taken: ReadonlySet<string>;
  /** A file with the password that is on its way: nobody else gets it meanwhile. */
  readonly underWay?: string | undefined;
  /** When the last of all that is secret left us. */
  readonly handedOver?: number | undefined;
}

/** By device. */
export type Armings = ReadonlyMap<string, Arming>;

export function armed(
  armings: Armings,
  device: string,
  { files, until }: Pick<Arming, 'files' | 'until'>,
): Armings {
  return new Map(armings).set(device, { files, until, taken: new Set() });
}

export function disarmed(armings: Armings, device: string): Armings {
  const rest = new Map(armings);
  rest.delete(device);
  return rest;
}

/** Without those whose time is over. */
export function stillArmed(armings: Armings, now: number): Armings {
  const over = [...armings].some(([, { until }]) => until <= now);
  return over ? new Map([...armings].filter(([, { until }]) => until > now)) : armings;
}

/** A file leaves. */
export function sending(armings: Armings, device: string, file: ConfigFile): Armings {
  const arming = armings.get(device);
  if (!arming || !file.secret) return armings;
  return new Map(armings).set(device, { ...arming, underWay: file.name });
}

/** The last byte of a file has left us, or never will. */
export function sent(
  armings: Armings,
  device: string,
  file: ConfigFile,
  { whole, now }: { readonly whole: boolean; readonly now: number },
): Armings {
  const arming = armings.get(device);
  // Armed anew meanwhile: what is on its way does not belong to this arming.
  if (!arming?.files.includes(file)) return armings;
  const underWay = file.secret ? undefined : arming.underWay;
  if (!whole) return new Map(armings).set(device, { ...arming, underWay });
  const files = file.secret ? arming.files.filter((other) => other !== file) : arming.files;
  const handedOver = arming.handedOver ?? (files.some(({ secret }) => secret) ? undefined : now);
  const taken = new Set([...arming.taken, file.name]);
  return new Map(armings).set(device, { ...arming, files, taken, underWay, handedOver });
}

/**
 * Whether a file may be had. After the password has been handed over a phone may have what it has
 * not had yet: a Polycom asks for its directory last. Its first file it may not have again: with
 * that, but without the password, it would forget who it is when it starts anew.
 */
export function mayHave({ underWay, handedOver, taken }: Arming, file: ConfigFile): boolean {
  if (file.secret) return underWay === undefined;
  return handedOver === undefined || !taken.has(file.name);
}
