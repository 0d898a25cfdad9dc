/** The plain part of RE2 in which operators write rewrite rules, as all that it reads: sets of keys in a row. */
import { DIGITS, isDialable, type KeySet, KEYS } from './keys';

/** Rules that come to more, or to longer ones, are too free for a phone to hold. */
const MOST = 16;
const LONGEST = 24;

type Sequence = readonly KeySet[];

/**
 * Everything that the expression matches and a telephone can dial, as sequences of sets.
 * It knows characters, `\d`, `[…]`, `(…)`, `|`, `?`, `{n}`, `{n,m}`, and `^` and `$` around all.
 *
 * @returns undefined where the expression holds anything else, or matches strings of any length.
 */
export function sequencesOf(expression: string): readonly Sequence[] | undefined {
  try {
    const reader = new Reader(expression);
    const found = reader.alternatives();
    return reader.ended ? found.filter((sequence) => !sequence.includes('')) : undefined;
  } catch (error) {
    if (error instanceof TooFree) return undefined;
    throw error;
  }
}

class TooFree extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  get ended(): boolean {
    return this.at === this.text.length;
  }

  alternatives(): readonly Sequence[] {
    let found = this.sequence();
    while (this.take('|')) found = bounded([...found, ...this.sequence()]);
    return found;
  }

  private sequence(): readonly Sequence[] {
    let found: readonly Sequence[] = [[]];
    while (!this.ended && !/[|)]/.test(this.next)) {
      if (this.take('^') || this.take('$')) continue;
      found = followedBy(found, this.repeated(this.atom()));
    }
    return found;
  }

  private atom(): readonly Sequence[] {
    if (this.take('(')) {
      if (!this.take('?:') && this.next === '?') throw new TooFree();
      const inner = this.alternatives();
      if (!this.take(')')) throw new TooFree();
      return inner;
    }
    if (this.take('\\d')) return [[DIGITS]];
    if (this.take('[')) return [[this.set()]];
    const escaped = this.take('\\');
    const character = this.next;
    if ((escaped ? /^[A-Za-z0-9]?$/ : /^[.*+?{}\]]?$/).test(character)) throw new TooFree();
    this.at += 1;
    return [[isDialable(character) ? character : '']];
  }

  private set(): KeySet {
    const [whole = '', inner = ''] = /^([0-9*#-]+)\]/.exec(this.text.slice(this.at)) ?? [];
    if (whole === '' || /^-|-$|-.-/.test(inner)) throw new TooFree();
    this.at += whole.length;
    const all = inner.replace(/(\d)-(\d)/g, (_, from: string, to: string) =>
      DIGITS.slice(Number(from), Number(to) + 1),
    );
    if (all === '' || all.includes('-')) throw new TooFree();
    return [...KEYS].filter((key) => all.includes(key)).join('');
  }

  private repeated(atom: readonly Sequence[]): readonly Sequence[] {
    if (this.take('?')) return bounded([[], ...atom]);
    const [whole = '', from = '', to = from] =
      /^\{(\d{1,2})(?:,(\d{1,2}))?\}/.exec(this.text.slice(this.at)) ?? [];
    if (whole === '') return atom;
    this.at += whole.length;
    const found: Sequence[] = [];
    let times: readonly Sequence[] = [[]];
    for (let n = 0; n <= Number(to); n += 1) {
      if (n > 0) times = followedBy(times, atom);
      if (n >= Number(from)) found.push(...times);
    }
    return bounded(found);
  }

  private get next(): string {
    return this.text[this.at] ?? '';
  }

  private take(expected: string): boolean {
    const found = this.text.startsWith(expected, this.at);
    if (found) this.at += expected.length;
    return found;
  }
}

function followedBy(first: readonly Sequence[], then: readonly Sequence[]): readonly Sequence[] {
  return bounded(first.flatMap((start) => then.map((end) => [...start, ...end])));
}

function bounded(sequences: readonly Sequence[]): readonly Sequence[] {
  const tooLong = sequences.some((sequence) => sequence.length > LONGEST + 1);
  if (sequences.length > MOST || tooLong) throw new TooFree();
  return sequences;
}
