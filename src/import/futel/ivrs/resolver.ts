/** What the names in contexts lead to, through contexts that only stand for something else. */
import type { Context } from './contexts';
import { answersBefore, becameOf, HANG_UP } from './destinations';
import type { Destination } from './destination';
import type { Given } from './given';

/** The menu that stands for what nobody answers: no context is called so. */
export const UNAVAILABLE = ' unavailable';

/** Resolves the names of contexts, through those that only stand for something else. */
export class Resolver {
  readonly #aliases = new Map<string, Destination>();
  /** Names that are no context, with the contexts that lead there. */
  readonly used = new Map<string, Set<string>>();

  constructor(
    readonly contexts: ReadonlyMap<string, Context>,
    readonly given: Given,
    readonly host: string | undefined,
  ) {
    for (const [name, context] of contexts) {
      const { before } = context;
      if (before !== undefined && answersBefore(context)) {
        this.#aliases.set(name, contexts.has(before) ? { menu: before } : this.#away(before, name));
      } else if (isEmpty(context)) this.#aliases.set(name, HANG_UP);
    }
  }

  isAlias(name: string): boolean {
    return this.#aliases.has(name);
  }

  /** Where a name in a context leads. */
  to(name: string, from: string): Destination {
    return this.contexts.has(name) ? this.ofContext(name) : this.#away(name, from);
  }

  /** The menu of a context, or that for which it stands. */
  ofContext(name: string): Destination {
    const seen = new Set<string>();
    for (let at = name; !seen.has(at);) {
      seen.add(at);
      const alias = this.#aliases.get(at);
      if (alias === undefined) return { menu: at };
      if (!('menu' in alias)) return alias;
      at = alias.menu;
    }
    // They stand for each other.
    return HANG_UP;
  }

  #away(name: string, from: string): Destination {
    this.used.set(name, (this.used.get(name) ?? new Set()).add(from));
    return becameOf(name, this.given, this.host).to ?? { menu: UNAVAILABLE };
  }
}

/** Nothing is heard, and no key does anything. */
export function isEmpty({ random, sounds, statements, keys }: Context): boolean {
  return random.length + sounds.length + statements.length + keys.length === 0;
}
