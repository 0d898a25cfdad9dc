/** What a Grandstream does with a dial plan (HT702 and HT802 User Manuals, "Dial Plan Rules"). */
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

export interface GrandstreamOptions {
  /** No Key Entry Timeout, P85. */
  readonly keyTimeoutSeconds?: number;
  /**
   * Whether what one rule matches whole, and no other goes on from, leaves before the timeout. No
   * manual says so.
   */
  readonly onlyMatch?: 'waits' | 'leaves';
}

interface Rule {
  readonly elements: readonly Element[];
  readonly denies: boolean;
  /** `<2=011>`. */
  readonly replacement: Replacement;
}

/** @throws SyntaxError for what the manuals do not know. */
export function grandstream(text: string, options: GrandstreamOptions = {}): Judge {
  const { keyTimeoutSeconds = 4, onlyMatch = 'waits' } = options;
  const plan = /^\{(.*)\}$/.exec(text.replace(/\s/g, ''))?.[1];
  if (plan === undefined) throw new SyntaxError('a dial plan is written in braces');
  const rules = plan.split('|').map(readRule);
  return (digits) => {
    if (digits === '') return { kind: 'incomplete', digits, afterMs: Infinity };
    const states = rules.map((rule) => ({ ...rule, ...progress(rule.elements, digits) }));
    const complete = states.filter((state) => state.complete);
    const open = states.some((state) => state.open);
    const afterMs = open || onlyMatch === 'waits' ? seconds(keyTimeoutSeconds) : 0;
    // What is excluded is excluded whatever else matches.
    if (complete.some(({ denies }) => denies)) return { kind: 'denied', digits, afterMs };
    const [first] = complete;
    if (first) return { kind: 'sent', digits: sentFor(first.replacement, digits), afterMs };
    return { kind: open ? 'incomplete' : 'impossible', digits, afterMs };
  };
}

function readRule(text: string): Rule {
  const [, bar, dialled = '', sent = '', body = ''] =
    /^(\^)?(?:<([\d*#]*)=([\d*#]*)>)?(.*)$/.exec(text) ?? [];
  const replacement = { dialled, sent };
  const items = [...body.matchAll(/(\[[^\]]*\]|[x\d*#])(\+?)/g)];
  if (items.map(([item]) => item).join('') !== body || body === '') {
    throw new SyntaxError(`${text} is no rule`);
  }
  return {
    denies: bar !== undefined,
    replacement,
    elements: [...elementsOf(replacement), ...items.flatMap(([, item, plus]) => read(item, plus))],
  };
}

function read(item = '', plus = ''): readonly Element[] {
  const keys = item === 'x' ? DIGITS : item.startsWith('[') ? readSet(item.slice(1, -1)) : item;
  const one = { keys, any: false };
  return plus === '' ? [one] : [one, { keys, any: true }];
}
