/** Under which number functions place the emergency call of a phone, as they answer when asked. */
import { emergencyNumber, generalEmergencyNumber } from '../../runtime/numbers/emergency';
import { CALLBACKS } from '../../runtime/model/callbacks';
import { type Answered, ask } from './ask';
import type { Caller } from './callers';
import { type Asking, dialOf, noCall, sipCall } from './functionAnswers';

export type Placing =
  | { readonly callerId: string }
  /** It is not placed; or, where `unknown`, nobody can tell. */
  | { readonly why: string; readonly unknown?: true };

/** By username. */
export type Placings = ReadonlyMap<string, Placing>;

export interface PlacingAsked extends Pick<Asking, 'post' | 'accountSid' | 'token'> {
  /** Of the site; undefined where its directory cannot be read. */
  readonly country: string | undefined;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const AT_ONCE = 8;
const OK = 200;
/** Functions that have just been replaced, or have slept, may fail once. */
const PAUSE_MS = 2_000;

/** Asks for the document that would place each phone's emergency call; nobody is called. */
export async function askPlacing(
  callers: readonly Caller[],
  domainName: string,
  asked: PlacingAsked,
): Promise<Placings> {
  const all = new Map<string, Placing>();
  for (let at = 0; at < callers.length; at += AT_ONCE) {
    const some = callers.slice(at, at + AT_ONCE);
    const placings = await Promise.all(some.map((caller) => placingOf(caller, domainName, asked)));
    some.forEach(({ username }, n) => all.set(username, placings[n]!));
    const [first] = placings;
    // What tells nothing of eight phones tells nothing of a thousand, however long it takes.
    if (first && placings.every((one) => 'unknown' in one)) {
      callers.slice(at + AT_ONCE).forEach(({ username }) => all.set(username, first));
      break;
    }
  }
  return all;
}

async function placingOf(
  caller: Caller,
  domainName: string,
  asked: PlacingAsked,
): Promise<Placing> {
  if (asked.token === undefined) {
    return {
      why: 'an API key cannot sign a request as Twilio does; set TWILIO_AUTH_TOKEN too',
      unknown: true,
    };
  }
  const url = `https://${domainName}${CALLBACKS.outgoing.path}`;
  const first = await placingAt(url, caller, asked);
  if ('callerId' in first || !first.again) return first;
  await asked.sleep(PAUSE_MS);
  return placingAt(url, caller, asked);
}

async function placingAt(
  url: string,
  { username, sipDomain }: Caller,
  { post, accountSid, token, country }: PlacingAsked,
): Promise<Placing & { readonly again?: true }> {
  // Every country's functions know 112.
  const number = country === undefined ? '112' : generalEmergencyNumber(country);
  const form = {
    ...noCall(accountSid),
    ...sipCall(username, number, { domain: { name: sipDomain } }),
  };
  let answered: Answered;
  try {
    answered = await ask(post, url, form, token);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return { why: `${url} cannot be reached: ${code}`, unknown: true, again: true };
  }
  const { status, body } = answered;
  if (status >= 500) return { why: `${url} answers with ${status}`, again: true };
  // Another token than the one that Twilio signs with, or no such function.
  if (status !== OK)
    return { why: `${url} answers a signed request with ${status}`, unknown: true };
  const { dialled = '', callerId } = dialOf(body) ?? {};
  return callerId !== undefined && isEmergency(dialled, country)
    ? { callerId }
    : { why: 'the functions answer an emergency call without placing it' };
}

function isEmergency(dialled: string, country: string | undefined): boolean {
  if (country === undefined) return /^(\+1)?\d{3}$/.test(dialled);
  return emergencyNumber(dialled, { country, areaCodes: [] }) === generalEmergencyNumber(country);
}
