/**
 * What a Linksys or Cisco SPA does with a dial plan (SPA Provisioning Guide 3.0, "Dial Plan";
 * SPA9x2 Administration Guide, "Configuring a Dial Plan").
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

export interface SpaOptions {
  /** `Interdigit_Long_Timer`. */
  readonly longSeconds?: number;
  /** `Interdigit_Short_Timer`. */
  readonly shortSeconds?: number;
  /**
   * What is not complete when the long timer ends. The manuals say that the call is rejected; notes
   * from the field say that 911 went out as the beginning of ten digits.
   */
  readonly incomplete?: 'rejected' | 'sent';
}

interface Sequence {
  readonly elements: readonly Element[];
  readonly barred: boolean;
  /** `S0` at the end, or `P5` at the start. */
  readonly ownSeconds: number | undefined;
  readonly startsWithPause: boolean;
  /** `<8:1650>`; `<:#>`, of which nothing is dialled. */
  readonly replacement: Replacement;
}

/** @throws SyntaxError for what the manuals do not know. */
export function spa(text: string, options: SpaOptions = {}): Judge {
  const { longSeconds = 10, shortSeconds = 3, incomplete = 'rejected' } = options;
  const plan = /^\((.*)\)$/.exec(text.replace(/\s/g, ''))?.[1];
  if (plan === undefined) throw new SyntaxError('a dial plan is written in brackets');
  const sequences = plan.split('|').map(readSequence);
  return (digits) => {
    const states = sequences
      .filter(({ startsWithPause }) => digits !== '' || startsWithPause)
      .map((sequence) => ({ ...sequence, ...progress(sequence.elements, digits) }));
    const complete = states.filter((state) => state.complete);
    const open = states.some((state) => state.open);
    if (digits === '' && complete.length === 0) {
      return { kind: 'incomplete', digits, afterMs: Infinity };
    }
    if (complete.length === 0 && !open) return ended(digits);
    if (complete[0]?.barred) return { kind: 'denied', digits, afterMs: 0 };
    const sendable = complete.filter(({ barred }) => !barred);
    if (sendable.length === 0) {
      const kind = incomplete === 'sent' ? 'sent' : 'incomplete';
      return { kind, digits, afterMs: seconds(longSeconds) };
    }
    const wait = Math.min(...sendable.map(({ ownSeconds }) => ownSeconds ?? shortSeconds));
    return {
      kind: 'sent',
      digits: sentFor(sendable[0]?.replacement ?? NONE, digits),
      afterMs: open || digits === '' ? seconds(wait) : 0,
    };
  };

  /** The hash key ends dialling where no sequence has it. */
  function ended(digits: string): ReturnType<Judge> {
    const before = digits.slice(0, -1);
    if (!digits.endsWith('#')) return { kind: 'impossible', digits, afterMs: 0 };
    const whole = sequences.find(
      ({ elements, barred }) => !barred && progress(elements, before).complete,
    );
    if (!whole) return { kind: 'incomplete', digits: before, afterMs: 0 };
    return { kind: 'sent', digits: sentFor(whole.replacement, before), afterMs: 0 };
  }
}

const NONE: Replacement = { dialled: '', sent: '' };

function readSequence(text: string): Sequence {
  const parts = /^(?:[PS](\d+))?(?:<([\d*#]*):([\d*#]*)>)?([^SP!<>]*)(?:S(\d+))?(!)?$/.exec(text);
  const [, pause, dialled = '', sent = '', body = '', wait, bar] = parts ?? [];
  const replacement = { dialled, sent };
  const elements = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\.?)/g)];
  const isRead = elements.map(([item]) => item).join('') === body;
  if (!parts || text === '' || !isRead) throw new SyntaxError(`${text} is no sequence`);
  return {
    elements: [
      ...elementsOf(replacement),
      ...elements.map(([, keys = '', dot]) => ({
        keys: keys === 'x' ? DIGITS : keys.startsWith('[') ? readSet(keys.slice(1, -1)) : keys,
        any: dot === '.',
      })),
    ],
    barred: bar !== undefined,
    ownSeconds: (wait ?? pause) ? Number(wait ?? pause) : undefined,
    startsWithPause: pause !== undefined,
    replacement,
  };
}
