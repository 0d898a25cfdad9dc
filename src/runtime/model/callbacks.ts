/**
 * All that Twilio calls: the function files of src/functions/. For each its path, its name in the log
 * (the key), and the parameters that our own URLs carry to it. Who writes such a URL and who reads
 * it use this list, so that they cannot differ. What a URL carries is read as untrusted text.
 */
import { readCallSid } from './callSid';

/** A parameter of a URL: undefined where a value is left out, or a text is none of ours. */
interface Parameter<T> {
  readonly encode: (value: T) => string | undefined;
  readonly decode: (text: string) => T | undefined;
}

const text: Parameter<string> = { encode: (value) => value, decode: (value) => value };

const callSid: Parameter<string> = { encode: (value) => value, decode: readCallSid };

/** `1`, or not there. */
const flag: Parameter<boolean> = {
  encode: (value) => (value ? '1' : undefined),
  decode: (value) => value === '1' || undefined,
};

/** Names with a dot between them: no name of ours has one. */
const names: Parameter<readonly string[]> = {
  encode: (value) => (value.length > 0 ? value.join('.') : undefined),
  decode: (value) => value.split('.'),
};

const LONGEST_KEYS = 32;

/** Keys of a telephone. */
const keys: Parameter<string> = {
  encode: (value) => (value === '' ? undefined : value),
  decode: (value) => (value.length <= LONGEST_KEYS && /^[0-9*#]*$/.test(value) ? value : undefined),
};

/** A whole number; `otherwise` is read where a text is none. */
function count(form: RegExp, otherwise?: number): Parameter<number> {
  return { encode: String, decode: (value) => (form.test(value) ? Number(value) : otherwise) };
}

function oneOf<const T extends string>(values: readonly T[]): Parameter<T> {
  return {
    encode: (value) => value,
    decode: (value) => values.find((each) => each === value),
  };
}

/**
 * What was dialled: a number outside, one of our phones, an emergency number, another SIP system,
 * the phones of a number that was called, or what follows when those do not answer.
 */
export const LEGS = ['outside', 'phone', 'emergency', 'handOff', 'incoming', 'otherwise'] as const;
export type Leg = (typeof LEGS)[number];

export const CALLBACKS = {
  /** A phone's INVITE to the SIP domain; an operator may have added `callerId` to its URL. */
  outgoing: { path: '/sip-outgoing', query: { callerId: text } },
  /** A call to one of our numbers. */
  incoming: { path: '/sip-incoming', query: {} },
  /** A Dial has ended; what cannot be a round ends them. */
  dialResult: {
    path: '/dial-result',
    query: { leg: oneOf(LEGS), called: text, round: count(/^[1-9]$/, Infinity), lang: text },
  },
  /** A key, or none, in a menu. */
  menu: {
    path: '/menu',
    query: { menu: text, lang: text, round: count(/^\d{1,2}$/), way: names, keys, asked: flag },
  },
  /** Digits at the dial tone inside a call. */
  dialTone: { path: '/dial-tone', query: { lang: text, round: count(/^\d{1,2}$/), keys } },
  /** What a caller hears in the operator's queue (`waitUrl`); `since`: seconds since 1970. */
  operatorWait: { path: '/operator-wait', query: { lang: text, since: count(/^\d{9,11}$/) } },
  /** A caller has left the queue (`action` of Enqueue). */
  operatorLeft: { path: '/operator-left', query: { lang: text } },
  /** A volunteer was called and picked up, or pressed a key. */
  operatorOffer: {
    path: '/operator-offer',
    query: { call: callSid, lang: text, line: text, volunteer: text, round: count(/^\d$/) },
  },
  /** The caller is about to hear a volunteer (`url` of Queue). */
  operatorTaken: { path: '/operator-taken', query: { call: callSid, lang: text } },
  /** A volunteer's end of the bridge is over (`action` of Dial). */
  operatorBridged: { path: '/operator-bridged', query: { call: callSid, lang: text } },
  /** A call to a volunteer is over (its `statusCallback`). */
  operatorEnded: { path: '/operator-ended', query: { call: callSid } },
  /** A message has been spoken (`action` of Record). */
  messageLeft: { path: '/message-left', query: { lang: text } },
  /** A message can be heard (`recordingStatusCallback`). */
  messageReady: { path: '/message-ready', query: { lang: text, line: text } },
} as const;

/** Static TwiML for when a function does not answer. */
export const FALLBACK_PATH = '/fallback.xml';

/** As the log names a webhook. */
export type CallbackName = keyof typeof CALLBACKS;

/** What our own URL of a webhook carries. */
export type Query<N extends CallbackName = CallbackName> = {
  readonly [K in keyof (typeof CALLBACKS)[N]['query']]?:
    ((typeof CALLBACKS)[N]['query'][K] extends Parameter<infer T> ? T : never) | undefined;
};

/** Path and query, such as `/dial-result?leg=outside`; the parameters in the order of the list. */
export function callbackUrl<N extends CallbackName>(name: N, values: Query<N>): string {
  const { path } = CALLBACKS[name];
  const texts = parametersOf(name).flatMap(([key, { encode }]) => {
    const value = (values as Readonly<Record<string, unknown>>)[key];
    const encoded = value === undefined ? undefined : encode(value);
    return encoded === undefined ? [] : [[key, encoded] as [string, string]];
  });
  return `${path}?${new URLSearchParams(texts).toString()}`;
}

/** What the URL of a request carries; whatever is wrong in it is left out. */
export function readQuery<N extends CallbackName>(
  name: N,
  parameters: Readonly<Partial<Record<string, string>>>,
): Query<N> {
  const values = parametersOf(name).map(([key, { decode }]) => {
    const value = parameters[key];
    return [key, value === undefined ? undefined : decode(value)];
  });
  return Object.fromEntries(values) as Query<N>;
}

function parametersOf(name: CallbackName): [string, Parameter<unknown>][] {
  return Object.entries(CALLBACKS[name].query) as [string, Parameter<unknown>][];
}
