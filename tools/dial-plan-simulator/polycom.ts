/**
 * What a Polycom does with a digit map (SIP 3.1 Administrator's Guide, `dialplan.digitmap`;
 * RFC 3435 §2.1.5: the shortest possible match).
 */
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

export interface PolycomOptions {
  /** `dialplan.digitmap.timeOut`: seconds of each segment's T, `1|4|1`. */
  readonly timeOut?: string;
  /**
   * A segment without T that is complete where another goes on: sent, as the RFC has it, or held
   * until it is clear, as some software may.
   */
  readonly shortest?: 'sent' | 'held';
}

interface Segment {
  readonly elements: readonly Element[];
  readonly timed: boolean;
  readonly waitSeconds: number;
  /** `R9R604Rxxxxxxx` sends 604 for 9. */
  readonly replacement: Replacement;
}

/** @throws SyntaxError for what the RFC does not know, and for lists that do not go together. */
export function polycom(digitmap: string, options: PolycomOptions = {}): Judge {
  const { timeOut, shortest = 'sent' } = options;
  const texts = digitmap.split('|');
  const waits = timeOut === undefined ? texts.map(() => 3) : timeOut.split('|').map(Number);
  if (waits.length !== texts.length || waits.some((wait) => !Number.isInteger(wait) || wait < 1)) {
    throw new SyntaxError(`${waits.length} timeouts for ${texts.length} segments`);
  }
  const segments = texts.map((text, n) => readSegment(text, waits[n] ?? 3));
  return (digits) => {
    if (digits === '') return { kind: 'incomplete', digits, afterMs: Infinity };
    const states = segments.map((each) => ({ ...each, ...progress(each.elements, digits) }));
    const complete = states.filter((state) => state.complete);
    const open = states.some((state) => state.open);
    const atOnce = complete.find(({ timed }) => !timed);
    if (atOnce && (shortest === 'sent' || !open)) {
      return { kind: 'sent', digits: sentFor(atOnce.replacement, digits), afterMs: 0 };
    }
    const [first] = complete;
    if (first) {
      const wait = Math.min(...complete.map(({ waitSeconds }) => waitSeconds));
      const afterMs = seconds(wait);
      return { kind: 'sent', digits: sentFor(first.replacement, digits), afterMs };
    }
    // With impossibleMatchHandling 1: reorder tone. What is not complete waits for Send.
    if (open) return { kind: 'incomplete', digits, afterMs: Infinity };
    return { kind: 'impossible', digits, afterMs: 0 };
  };
}

function readSegment(text: string, waitSeconds: number): Segment {
  const [, dialled = '', sent = '', body = '', timer] =
    /^(?:R([\d*#]*)R([\d*#]*)R)?([^RT]*)(T)?$/.exec(text) ?? [];
  const replacement = { dialled, sent };
  const items = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\.?)/g)];
  if (items.map(([item]) => item).join('') !== body || body + dialled === '') {
    throw new SyntaxError(`${text} is no segment`);
  }
  return {
    timed: timer !== undefined,
    replacement,
    waitSeconds,
    elements: [
      ...elementsOf(replacement),
      ...items.map(([, item = '', dot]) => ({
        keys: item === 'x' ? DIGITS : item.startsWith('[') ? readSet(item.slice(1, -1)) : item,
        any: dot === '.',
      })),
    ],
  };
}
