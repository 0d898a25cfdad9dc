/** Ringing our own phones: over SIP, never through the telephone network. */
import type { Directory, EnvironmentName } from '../model/directory';
import { timeLimit } from './classOfService';
import type { CallContext } from './context';
import type { Answer, Refuse, Ring } from './decision';
import { type Called, type Round, roundOf } from './rounds';
import { refuse } from './trace';

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
  context: CallContext,
  called?: Called,
): Ring | Refuse {
  const { call, caller, directory } = context;
  const here = phonesIn(call.environment, usernames, directory);
  const others = here.filter((name) => name !== caller.username);
  const round = roundOf(others, called);
  if (round) return ring(round, context);
  return refuse(here.length > 0 ? 'busy' : 'unavailable');
}

export function ring(round: Round, { call, caller, directory }: CallContext): Ring | Refuse {
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
    callerId: caller.shownInside,
    // A call between our phones costs next to nothing, and no class limits it.
    ...(caller.outside && timeLimit(caller.class)),
    ringSeconds: defaults.ringSeconds,
  };
}
