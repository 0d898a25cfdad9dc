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
  let positions = reachable(elements, new Set([0]));
  for (const key of digits) {
    const next = new Set<number>();
    for (const position of positions) {
      const element = elements[position];
      if (element?.keys.includes(key)) next.add(element.any ? position : position + 1);
    }
    positions = reachable(elements, next);
  }
  return {
    complete: positions.has(elements.length),
    open: [...positions].some((position) => position < elements.length),
  };
}

/** With those that come after elements of which there may be none. */
function reachable(elements: readonly Element[], positions: Set<number>): Set<number> {
  // A set that grows is walked to its end.
  for (const position of positions) if (elements[position]?.any) positions.add(position + 1);
  return positions;
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
