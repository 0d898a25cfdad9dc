/** One alternative of a dial plan as a simulator has read it, and what may still become of keys. */

export interface Element {
  /** What one key may be. */
  readonly keys: string;
  /** Any number of them, or none. */
  readonly any: boolean;
}

export interface Progress {
  /** The keys are all of it. */
  readonly complete: boolean;
  /** Another key can follow. */
  readonly open: boolean;
}

/** How far the keys have got in the elements; neither complete nor open means they do not fit. */
export function progress(elements: readonly Element[], digits: string): Progress {
  let places = reachable(elements, new Set([0]));
  for (const key of digits) {
    const next = new Set<number>();
    for (const place of places) {
      const element = elements[place];
      if (element?.keys.includes(key)) next.add(element.any ? place : place + 1);
    }
    places = reachable(elements, next);
  }
  return {
    complete: places.has(elements.length),
    open: [...places].some((place) => place < elements.length),
  };
}

/** With those that come after elements of which there may be none. */
function reachable(elements: readonly Element[], places: Set<number>): Set<number> {
  // A set that grows is walked to its end.
  for (const place of places) if (elements[place]?.any) places.add(place + 1);
  return places;
}

/** `2-8` → `2345678`, as in all grammars. */
export function readSet(inner: string): string {
  if (!/^(?:\d-\d|[\dx*#])+$/.test(inner)) throw new SyntaxError(`[${inner}] is no set of keys`);
  return inner
    .replace(/(\d)-(\d)/g, (_, from: string, to: string) => DIGITS.slice(+from, +to + 1))
    .replace(/x/g, DIGITS);
}

/** Where the text says that what is dialled first is sent as something else. */
export interface Replacement {
  readonly dialled: string;
  readonly sent: string;
}

/** @returns the elements of what is to be dialled. */
export function elementsOf({ dialled }: Replacement): readonly Element[] {
  return [...dialled].map((keys) => ({ keys, any: false }));
}

export function sentFor({ dialled, sent }: Replacement, digits: string): string {
  return sent + digits.slice(dialled.length);
}

export const DIGITS = '0123456789';
