/**
 * What a Linksys or Cisco SPA does with a dial plan (SPA Provisioning Guide 3.0, "Dial Plan";
 * SPA9x2 Administration Guide, "Configuring a Dial Plan").
 */
import { type Judge, seconds } from './outcome';
import { DIGITS, type Element, progress, readSet } from './sequence';

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
  /** `<:#>`: sent before what is dialled. */
  readonly inserted: string;
}

/** @throws SyntaxError for what the manuals do not know. */
export function spa(text: string, options: SpaOptions = {}): Judge {
  const { longSeconds = 10, shortSeconds = 3, incomplete = 'rejected' } = options;
  const plan = /^\((.*)\)$/.exec(text.replace(/\s/g, ''))?.[1];
  if (plan === undefined) throw new SyntaxError('a dial plan stands in brackets');
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
      digits: (sendable[0]?.inserted ?? '') + digits,
      afterMs: open || digits === '' ? seconds(wait) : 0,
    };
  };

  /** The hash key ends dialling where no sequence has it. */
  function ended(digits: string): ReturnType<Judge> {
    const before = digits.slice(0, -1);
    if (!digits.endsWith('#')) return { kind: 'impossible', digits, afterMs: 0 };
    const isWhole = sequences.some(
      ({ elements, barred }) => !barred && progress(elements, before).complete,
    );
    return { kind: isWhole ? 'sent' : 'incomplete', digits: before, afterMs: 0 };
  }
}

function readSequence(text: string): Sequence {
  const parts = /^(?:[PS](\d+))?(?:<:([\d*#]+)>)?([^SP!<>]*)(?:S(\d+))?(!)?$/.exec(text);
  const [, pause, insertion, body = '', wait, bar] = parts ?? [];
  const elements = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\.?)/g)];
  const isRead = elements.map(([item]) => item).join('') === body;
  if (!parts || text === '' || !isRead) throw new SyntaxError(`${text} is no sequence`);
  return {
    elements: elements.map(([, keys = '', dot]) => ({
      keys: keys === 'x' ? DIGITS : keys.startsWith('[') ? readSet(keys.slice(1, -1)) : keys,
      any: dot === '.',
    })),
    barred: bar !== undefined,
    ownSeconds: (wait ?? pause) ? Number(wait ?? pause) : undefined,
    startsWithPause: pause !== undefined,
    inserted: insertion ?? '',
  };
}
