/** The names under which devices ask for files, and put them. */
import { TOKEN_LIKE } from './token';

const PATH = /^\/p\/+([A-Za-z0-9]{1,64})\/+([A-Za-z0-9][\w.:+-]{0,99})$/;
/** Written with colons or hyphens: an SPA's `$MAC`. */
const SEPARATED_MAC =
  /([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})/;
/** Yealink's `y0000000000NN.cfg` is of a model, not of a MAC address. */
const NAME_WITH_MAC = /^(?:cfg|spa)?([0-9a-f]{12})(?![0-9a-z])/;

/** What every phone of a maker would get: nothing of ours is ever there. */
const FALLBACK = /^0{12}/;

export interface DevicePath {
  readonly token: string;
  /** In lower case, its MAC address without separators. */
  readonly name: string;
}

/**
 * Undefined for all that no device of ours would ask for: escapes, dots that climb. A query says nothing
 * to us, and takes nothing away.
 */
export function devicePath(target: string): DevicePath | undefined {
  const [, token, name] = PATH.exec(target.split('?', 1)[0] ?? '') ?? [];
  return token !== undefined && name !== undefined ? { token, name: plainName(name) } : undefined;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(SEPARATED_MAC, '$1$2$3$4$5$6');
}

export function isFallback(name: string): boolean {
  return FALLBACK.test(name);
}

/** MAC address that a file name holds; of any path, so that a phone without its token is known. */
export function macIn(target: string): string | undefined {
  const last = plainName(lastPart(target));
  const mac = NAME_WITH_MAC.exec(last)?.[1];
  return mac === undefined || isFallback(mac) ? undefined : mac;
}

/** The last part of a path as it may stand in a log: short, printable, and no token. */
export function shownFile(target: string): string {
  return shown(lastPart(target), 60) || '/';
}

function lastPart(target: string): string {
  return target.slice(0, 2_000).split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
}

/** Text from outside, without control characters and whatever else moves text about. */
export function shown(text: string, length: number): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '·').replace(TOKEN_LIKE, '…');
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}
