/** A request to `menu` or `dial-tone`. */
import { type Query, readQuery } from '../../model/callbacks';
import type { Directory } from '../../model/directory';
import { isE164 } from '../../numbers/phoneNumber';
import type { Call } from '../call';
import { type Caller, callerFromOutside, identifyCaller } from '../caller';
import type { Refuse } from '../decision';
import { callerNumber, numberCalled } from '../incoming';
import { refuse } from '../trace';

export interface KeyRequest {
  readonly call: Call;
  /** Of the URL: where the call stands. Untrusted. */
  readonly query: Query<'menu'>;
  /** What was pressed now; empty for nothing. */
  readonly digits: string;
}

type Parameters = Readonly<Partial<Record<string, string>>>;

/** Reads what was pressed, and where: of a URL that is read already, or of all parameters. */
export function readKeyRequest({
  call,
  parameters,
  query = readQuery('menu', parameters),
}: {
  readonly call: Call;
  readonly parameters: Parameters;
  readonly query?: Query<'menu'>;
}): KeyRequest {
  return { call, query, digits: readDigits(parameters) };
}

const MOST_DIGITS = 64;

/** What no telephone sends counts as one key that means nothing. */
function readDigits({ Digits: digits = '' }: Parameters): string {
  return digits.length <= MOST_DIGITS && /^[0-9*#]*$/.test(digits) ? digits : '?';
}

/** All keys that count: those of the documents before, and what was pressed now. */
export function pressedKeys({ query: { keys = '' }, digits }: KeyRequest): string {
  return keys + digits;
}

/** One of our phones, or somebody who called one of our numbers. */
export function whoPresses(call: Call, directory: Directory): Caller | Refuse {
  if (call.from?.kind === 'phone') return identifyCaller(call, directory);
  const called = numberCalled(call.to, directory);
  const from = callerNumber(call.from);
  return from === undefined && !isE164(called)
    ? refuse('from-missing')
    : callerFromOutside(from, called, directory);
}
