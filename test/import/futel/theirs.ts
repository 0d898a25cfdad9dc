/**
 * Their engine, after its description: one context after another, each answered as the first of
 * what is asked before it, its random sounds, its intro or its menu.
 */
type Fields = Readonly<Record<string, unknown>>;

/** What has been heard up to a place that waits for a key, or to the end. */
export interface Heard {
  readonly sounds: readonly string[];
  /** How many of them the first document with any has. */
  readonly fetched: number;
  /** Where a key is awaited; else `end` says where the call went. */
  readonly at?: Place;
  readonly end?: string;
}

export interface Place {
  readonly context: string;
  readonly language: 'en' | 'es';
  readonly plays: number;
}

const PRESS = 'zero one two three four five six seven eight nine'
  .split(' ')
  .map((digit) => `press-${digit}`);
const MOST_PLAYS = 10;

const list = (fields: Fields, key: string) => (fields[key] ?? []) as readonly unknown[];
const names = (fields: Fields, key: string) => list(fields, key) as readonly string[];

export class Theirs {
  readonly contexts: ReadonlyMap<string, Fields>;

  /** @param top the context of the phone, to which `#` leads. */
  constructor(
    files: Readonly<Record<string, Fields>>,
    readonly top: string,
  ) {
    const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
    this.contexts = new Map(
      sorted.flatMap(([, file]) => Object.entries(file) as [string, Fields][]),
    );
  }

  /** The names of contexts on the way are added to `sounds` as long as they play something. */
  enter(context: string, language: Place['language'] = 'en'): Heard {
    return this.#from(context, language, [], new Set());
  }

  /** A key while a menu is played or in the two seconds after it; `''` is none. */
  press({ context, language, plays }: Place, key: string): Heard {
    if (key === '') {
      // Only silence counts: any key begins anew.
      if (plays >= MOST_PLAYS) return { sounds: [], fetched: 0, end: 'hangUp' };
      return this.#menu({ context, language, plays: plays + 1 }, []);
    }
    if (key === '*') return this.enter(context, language === 'en' ? 'es' : 'en');
    if (key === '#') return this.enter(this.top, language);
    return this.enter(this.#destinations(context)[key] ?? context, language);
  }

  /** The context whose keys count while the intro of `context` is played; undefined without intro. */
  listening(context: string): string | undefined {
    const fields = this.contexts.get(context);
    return fields && this.#intro(fields, 'en') ? (fields.next_context as string) : undefined;
  }

  #from(
    name: string,
    language: Place['language'],
    sounds: readonly string[],
    seen: Set<string>,
    first = 0,
  ): Heard {
    const fields = this.contexts.get(name);
    if (fields === undefined) return { sounds, fetched: first, end: name };
    if (seen.has(name)) return { sounds, fetched: first, end: 'endless' };
    const before = fields.pre_callable;
    if (typeof before === 'string' && before !== 'friction' && before !== 'call_911_9_bounce') {
      return { sounds, fetched: first, end: before };
    }
    const intro = this.#intro(fields, language);
    if (intro === undefined)
      return this.#menu({ context: name, language, plays: 1 }, sounds, first);
    const next = (fields.next_context as string | undefined) ?? name;
    const fetched = first || intro.length;
    return this.#from(next, language, [...sounds, ...intro], new Set([...seen, name]), fetched);
  }

  #intro(fields: Fields, language: Place['language']): string[] | undefined {
    const folder = String(fields.statement_dir);
    const random = names(fields, 'random_sounds');
    if (random.length > 0)
      return [`one of ${random.map((each) => `sound/${folder}/${each}`).join()}`];
    const sounds = names(fields, 'intro_sounds');
    if (sounds.length > 0) return sounds.map((each) => `sound/${folder}/${each}`);
    const statements = names(fields, 'intro_statements');
    if (statements.length === 0) return undefined;
    return statements.map((each) => `${language}/${folder}/${each}`);
  }

  #menu(at: Place, before: readonly string[], first = 0): Heard {
    const fields = this.contexts.get(at.context) ?? {};
    const folder = `${at.language}/${String(fields.statement_dir)}`;
    const sounds = this.#entries(at.context).flatMap(([key, [statement]]) => {
      if (statement === null) return [];
      const said = [statement as string | string[]].flat();
      return [...said, PRESS[Number(key)]].map((each) => `${folder}/${each}`);
    });
    return { sounds: [...before, ...sounds], fetched: first || sounds.length, at };
  }

  #destinations(context: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.#entries(context).map(([key, [, destination]]) => [`${key}`, String(destination)]),
    );
  }

  #entries(context: string): [string, readonly unknown[]][] {
    const fields = this.contexts.get(context) ?? {};
    const ones = list(fields, 'menu_entries').flatMap((entry, i): [string, readonly unknown[]][] =>
      Array.isArray(entry) ? [[String(i + 1), entry]] : [],
    );
    const others = list(fields, 'other_menu_entries').flatMap(
      (entry): [string, readonly unknown[]][] => {
        const [statement, key, destination] = entry as [unknown, unknown, unknown];
        return key === 0 ? [['0', [statement, destination]]] : [];
      },
    );
    return [...ones, ...others];
  }
}
