/** Twilio's error codes that a phone system meets (https://www.twilio.com/docs/api/errors), and what to do. */
import type { CheckName } from './catalogue';
import { type Commands, CONSOLE } from './commands';

export type AlertCheck = Extract<CheckName, `alerts.${string}`>;

export interface Trouble {
  readonly check: AlertCheck;
  /** Whose name is looked for first; for a phone it is the one that is rung. */
  readonly first?: 'from';
  /** After the name of the phone, or of the number. */
  readonly meaning: string;
  readonly fix: (commands: Commands, subject: string) => string;
}

const PHONE_ITSELF = () =>
  `Check its power and network, and whether it is under Registered SIP Endpoints: ${CONSOLE.domains}. See docs/phone-does-not-ring.md`;
const SIP_SCHEME = () =>
  'Set its SIP URI scheme to `sip` and reboot it (Grandstream: P2329 and P2429 = 0, where TLS makes `sips` the factory value). See docs/phone-does-not-ring.md';
const GUESSED = () =>
  'Nothing to do about passwords that the directory makes: they are not guessed. Passwords set by hand must be long. See docs/fraud.md';
const PHONE_SETTINGS = () => 'Compare its SIP settings with docs/add-a-phone.md';
const EXPLAIN = ({ explain }: Commands, subject: string) => explain(subject);
const DEBUGGER = () => `Read the newest of them: ${CONSOLE.debugger}`;

const CODES: Readonly<Record<string, Trouble>> = {
  '32009': phone('is not registered, so it does not ring', PHONE_ITSELF),
  '32011': phone('did not answer Twilio’s SIP requests', PHONE_ITSELF),
  '32014': phone('sent no sound', PHONE_ITSELF),
  '32022': {
    ...phone('did not confirm a call, so Twilio ended it after half a minute', PHONE_ITSELF),
    // The phone that dialled does not confirm; the other end is what it dialled.
    first: 'from',
  },
  '32201': phone('calls from an address that is on no list of IP addresses', PHONE_SETTINGS),
  '32202': phone('has a wrong password, or somebody is guessing passwords', PHONE_SETTINGS),
  '32207': phone('uses encryption, but the domain does not', PHONE_SETTINGS),
  '32209': phone('does not use encryption, but the domain requires it', PHONE_SETTINGS),
  '13214': call('called with a caller ID that Twilio does not accept', ({ doctor }) => doctor),
  '13224': call('dialled something that cannot be called', EXPLAIN),
  '13225': call('dialled a number that Twilio blocks', EXPLAIN),
  '13227': call('dialled a country that the account may not call', ({ account }) => account),
  '11200': functions('did not answer Twilio, or answered with an error', DEBUGGER),
  '82003': functions('took longer than Twilio waits', DEBUGGER),
  '82004': functions('wrote a warning', DEBUGGER),
  '82005': functions('wrote an error', DEBUGGER),
  '82006': functions('have more variables than Twilio passes on', ({ deployPrune }) => deployPrune),
};

/** Ranges of the dictionary, for codes that are not known one by one. */
const RANGES: readonly (readonly [RegExp, Trouble])[] = [
  [/^(11|12|82)\d{3}$/, functions('gave Twilio something unusable', DEBUGGER)],
  [/^13\d{3}$/, call('made a call that Twilio could not connect', EXPLAIN)],
  [/^32\d{3}$/, phone('could not be reached by SIP', PHONE_ITSELF)],
];

/** A phone that registers by `sips:`: Twilio does not support it, and what it sends there goes astray. */
const BY_SIPS: Readonly<Record<string, Trouble>> = {
  '32011': phone('registers with `sips:`, so that it cannot be rung, by 911 either', SIP_SCHEME),
  '32022': {
    ...phone('registers with `sips:`, so that its calls end after half a minute', SIP_SCHEME),
    first: 'from',
  },
};

/** Somebody tries one name after another. */
export const GUESSING: Trouble = phone('guesses passwords', GUESSED);

/** @param to the address that was called, as Twilio wrote it. */
export function troubleOf(code: string, to = ''): Trouble {
  const bySips = /(^|<)\s*sips:/i.test(to) ? BY_SIPS[code] : undefined;
  return (
    bySips ??
    CODES[code] ??
    RANGES.find(([pattern]) => pattern.test(code))?.[1] ?? {
      check: 'alerts.other',
      meaning: 'had a problem that does not concern a telephone',
      fix: DEBUGGER,
    }
  );
}

function phone(meaning: string, fix: Trouble['fix']): Trouble {
  return { check: 'alerts.phones', meaning, fix };
}

function call(meaning: string, fix: Trouble['fix']): Trouble {
  return { check: 'alerts.calls', meaning, fix };
}

function functions(meaning: string, fix: Trouble['fix']): Trouble {
  return { check: 'alerts.functions', meaning, fix };
}
