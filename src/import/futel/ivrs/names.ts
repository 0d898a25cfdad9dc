/** Names as the directory has them: lower-case letters, digits and hyphens. */
const LONGEST = 40;

export class Names {
  readonly #byOld = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param fallback what is called so whose name has no letter, or begins with none where it must. */
  constructor(readonly fallback: string) {}

  /** The name here of what has `old` there: always the same, and nobody else's. */
  of(old: string): string {
    const known = this.#byOld.get(old);
    if (known !== undefined) return known;
    const name = this.#free(plain(old) ?? this.fallback);
    this.#byOld.set(old, name);
    this.#taken.add(name);
    return name;
  }

  #free(base: string): string {
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : `-${n}`;
      const name = base.slice(0, LONGEST - suffix.length).replace(/-+$/, '') + suffix;
      if (!this.#taken.has(name)) return name;
    }
  }
}

/** Whether a name stays as it was but for its underscores. */
export function isAlike(old: string, name: string): boolean {
  return old.replaceAll('_', '-') === name;
}

function plain(old: string): string | undefined {
  const name = old
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /[a-z]/.test(name.charAt(0)) ? name : undefined;
}
