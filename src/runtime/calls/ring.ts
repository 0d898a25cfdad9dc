/** Ringing our own phones: over SIP, never through the telephone network. */
import type { Directory, EnvironmentName, Language } from '../model/directory';
import type { OutgoingCall } from './call';
import type { Caller } from './caller';
import { timeLimit } from './classOfService';
import type { Answer, Refuse, Ring } from './decision';
import type { MenuPosition } from './menus/position';
import { type Called, type Round, roundOf } from './rounds';
import { refuse } from './trace';

/** One of our phones placing a call; or a caller from outside (`caller.outside`) in a menu. */
export interface Attempt {
  readonly call: OutgoingCall;
  readonly caller: Caller;
  readonly directory: Directory;
  readonly now: Date;
  /** The language chosen in a menu. */
  readonly language?: Language | undefined;
  /** The menu that the call is in. */
  readonly place?: MenuPosition | undefined;
  /** The menus behind what comes next. */
  readonly way?: readonly string[];
  /** Menus without a sound that the call has passed. */
  readonly hops?: number;
}

/** What a number answers outside its hours. */
export const CLOSED: Answer = { kind: 'answer', twiml: 'closed' };

/** Those of `usernames` that live in the environment: only these ring there. */
export function phonesIn(
  environment: EnvironmentName,
  usernames: readonly string[],
  directory: Directory,
): readonly string[] {
  return usernames.filter((name) =>
    directory.extensions.get(name)?.environments.includes(environment),
  );
}

/**
 * Rings those extensions that live here, but not the caller's own.
 *
 * @param called the number whose phones they are.
 */
export function ringExtensions(
  usernames: readonly string[],
  attempt: Attempt,
  called?: Called,
): Ring | Refuse {
  const { call, caller, directory } = attempt;
  const here = phonesIn(call.environment, usernames, directory);
  const others = here.filter((name) => name !== caller.username);
  const round = roundOf(others, called);
  if (round) return ring(round, attempt);
  return refuse(here.length > 0 ? 'busy' : 'unavailable');
}

export function ring(round: Round, { call, caller, directory }: Attempt): Ring | Refuse {
  const { environments, defaults } = directory.site;
  // With no directory at all, the domain is the one that the caller is registered to.
  const sipDomain =
    environments[call.environment]?.sipDomain ?? /^[a-z0-9-]+/i.exec(call.sipDomain ?? '')?.[0];
  if (sipDomain === undefined) return refuse('unavailable');
  return {
    kind: 'ring',
    leg: 'phone',
    ...round,
    sipDomain,
    callerId: caller.number,
    ...timeLimit(caller.class),
    ringSeconds: defaults.ringSeconds,
  };
}
