/** What a Yealink does with a digit map (T2/T4/T5 Administrator's Guide, "Digit Map"). */
import { type Judge, seconds } from './outcome';
import {
  DIGITS,
  type Element,
  elementsOf,
  progress,
  readSet,
  type Replacement,
  sentFor,
} from './sequence';

export interface YealinkOptions {
  /** `interdigit_short_timer`: seconds of a T that says none itself. */
  readonly shortSeconds?: number;
  /** `interdigit_long_timer`: 0 never dials what is not complete. */
  readonly longSeconds?: number;
  /**
   * A string without T that is complete where another goes on. The guide says that a number that
   * matches any string is dialled; its own examples all have T there.
   */
  readonly shortest?: 'sent' | 'held';
}

interface DigitString {
  readonly elements: readonly Element[];
  readonly barred: boolean;
  /** Undefined without T. */
  readonly waitSeconds: number | undefined;
  /** `<12:234>`. */
  readonly replacement: Replacement;
}

/** @throws SyntaxError for what the guide does not know. */
export function yealink(text: string, options: YealinkOptions = {}): Judge {
  const { shortSeconds = 3, longSeconds = 10, shortest = 'sent' } = options;
  const strings = text.split('|').map((each) => readString(each, shortSeconds));
  return (digits) => {
    if (digits === '') return { kind: 'incomplete', digits, afterMs: Infinity };
    const states = strings.map((each) => ({ ...each, ...progress(each.elements, digits) }));
    const complete = states.filter((state) => state.complete);
    const open = states.some((state) => state.open);
    if (complete.some(({ barred }) => barred)) return { kind: 'denied', digits, afterMs: 0 };
    const [first] = complete;
    if (first) {
      const held = shortest === 'held' && open ? shortSeconds : 0;
      const wait = Math.min(...complete.map(({ waitSeconds }) => waitSeconds ?? held));
      return { kind: 'sent', digits: sentFor(first.replacement, digits), afterMs: seconds(wait) };
    }
    // With no_match_action 1: "Forbidden Number".
    if (!open) return { kind: 'impossible', digits, afterMs: 0 };
    return longSeconds === 0
      ? { kind: 'incomplete', digits, afterMs: Infinity }
      : { kind: 'sent', digits, afterMs: seconds(longSeconds) };
  };
}

function readString(text: string, shortSeconds: number): DigitString {
  const [, dialled = '', sent = '', body = '', timer, own, bar] =
    /^(?:<([\d*#]+):([\d*#]*)>)?([^T<!]*)(T|<T(\d{1,2})>)?(!)?$/.exec(text) ?? [];
  const replacement = { dialled, sent };
  const items = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\.?)/g)];
  if (items.map(([item]) => item).join('') !== body || body + dialled === '') {
    throw new SyntaxError(`${text} is no digit string`);
  }
  return {
    barred: bar !== undefined,
    waitSeconds: timer === undefined ? undefined : own === undefined ? shortSeconds : Number(own),
    replacement,
    elements: [
      ...elementsOf(replacement),
      ...items.map(([, item = '', dot]) => ({
        keys: item === 'x' ? DIGITS : item.startsWith('[') ? readSet(item.slice(1, -1)) : item,
        any: dot === '.',
      })),
    ],
  };
}
