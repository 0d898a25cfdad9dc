/**
 * What a Polycom does with a digit map (SIP 3.1 Administrator's Guide, `dialplan.digitmap`;
 * RFC 3435 §2.1.5: the shortest possible match).
 */
import { type Judge, seconds } from './outcome';
import { DIGITS, type Element, progress, readSet } from './sequence';

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
    const atOnce = complete.some(({ timed }) => !timed) && (shortest === 'sent' || !open);
    if (atOnce) return { kind: 'sent', digits, afterMs: 0 };
    if (complete.length > 0) {
      const wait = Math.min(...complete.map(({ waitSeconds }) => waitSeconds));
      return { kind: 'sent', digits, afterMs: seconds(wait) };
    }
    // With impossibleMatchHandling 1: reorder tone. What is not complete waits for Send.
    if (open) return { kind: 'incomplete', digits, afterMs: Infinity };
    return { kind: 'impossible', digits, afterMs: 0 };
  };
}

function readSegment(text: string, waitSeconds: number): Segment {
  const body = text.replace(/T$/, '');
  const items = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\.?)/g)];
  if (items.map(([item]) => item).join('') !== body || body === '') {
    throw new SyntaxError(`${text} is no segment`);
  }
  return {
    timed: body !== text,
    waitSeconds,
    elements: items.map(([, item = '', dot]) => ({
      keys: item === 'x' ? DIGITS : item.startsWith('[') ? readSet(item.slice(1, -1)) : item,
      any: dot === '.',
    })),
  };
}
