/**
 * Emergency calls when one build takes the place of another: deploy and promote ask before, and with
 * rollback all three ask after, which phones the functions call 911 for. Nobody is called.
 */
import { sipHost } from '../../runtime/model/sip';
import { type Callers, callersOf } from './callers';
import { type Post, postForm } from './ask';
import { type Losing, losingBetween, losingLines } from './losing';
import { askPlacing, type Placing, type Placings } from './placing';
import { optionOf } from './releases';
import type { Deployment } from '../deploy/deployment';
import { nameList } from '../nameList';
import type { Rest } from '../client/rest';
import { bookOf, readCall, routeUrgent } from '../../runtime/calls';
import type { Directory, EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { readProject } from '../../config/project';

export interface Switching {
  readonly rest: Rest;
  readonly environment: EnvironmentName;
  /** What the operator's files say; undefined where there are none or they have an error. */
  readonly directory: Directory | undefined;
  /** Also where a phone that calls 911 now could not afterwards, or nobody can tell. */
  readonly endEmergencyPhones?: boolean | undefined;
  readonly say: (text: string) => void;
  readonly post?: Post | undefined;
}

/** What is live before the switch. */
export interface Live extends Callers {
  readonly placings: Placings;
}

export const END_EMERGENCY_PHONES = optionOf('end-emergency-phones');
export const END_EMERGENCY_PHONES_TEXT =
  'also where a phone that calls 911 now could not afterwards, or nobody can tell';

/** No SIP domain asks the functions, or there are none. */
export const NOTHING_LIVE: Live = { sipDomains: [], callers: [], placings: new Map() };

/** The directory of a folder, for a command that works without one. */
export function directoryIn(folder: string | undefined): Directory | undefined {
  return folder === undefined ? undefined : readProject(folder).project?.directory;
}

/** Asks what is live for every phone that may call by way of it. */
export async function askLive(
  deployment: Deployment | undefined,
  switching: Switching,
): Promise<Live> {
  if (!deployment?.buildSid) return NOTHING_LIVE;
  const { rest, environment, say } = switching;
  const found = await callersOf(rest, environment, deployment);
  if (found.sipDomains.length === 0) {
    say(`No SIP domain uses ${deployment.domainName} yet: no phone's 911 depends on its build.`);
    return NOTHING_LIVE;
  }
  const placings = await askFor(found, deployment.domainName, switching);
  for (const why of reasons(placings))
    say(`Cannot tell for which phones 911 is placed now: ${why}`);
  return { ...found, placings };
}

/** What a build of the directory would answer. */
export function placingBy(directory: Directory | undefined): (username: string) => Placing {
  return (username) => {
    const call = readCall({
      environment: 'prod',
      from: `sip:${username}@sip.twilio.com`,
      to: '112',
    } as const);
    const decision = routeUrgent(call, bookOf(directory ?? null));
    return decision?.kind === 'emergency' && decision.callerId !== undefined
      ? { callerId: decision.callerId }
      : { why: 'the directory does not let it call 911' };
  };
}

/** What the build answers that another deployment serves. */
export async function placingOn(
  domainName: string,
  live: Live,
  switching: Switching,
): Promise<(username: string) => Placing> {
  const placings = await askFor(live, domainName, switching);
  return (username) => placings.get(username) ?? { why: 'it was not asked', unknown: true };
}

/**
 * @returns the phones that lose their emergency calls, as was asked for by name.
 * @throws UserError when it was not.
 */
export function refuseLosing(
  live: Live,
  after: (username: string) => Placing,
  { environment, endEmergencyPhones, say }: Switching,
): readonly Losing[] {
  const losing = losingBetween(live.placings, after);
  if (losing.length === 0) return losing;
  const text = `911 would be taken from ${named(losing)} in ${environment}:\n${losingLines(losing).join('\n')}`;
  if (!endEmergencyPhones) {
    throw new UserError(
      text,
      'Nothing was written. Give each phone `emergency: true` and the number that it calls as now; ' +
        `if it should lose 911, or certainly has none now: ${END_EMERGENCY_PHONES}`,
    );
  }
  say(text);
  return losing;
}

/**
 * Asks what is served now for the phones of the directory, and for those whose 911 was placed before.
 *
 * @param was the build that was served before.
 * @throws UserError that names the phones whose 911 is not placed, and the way back.
 */
export async function refuseUnplaced(
  { domainName }: Deployment,
  was: {
    readonly live: Live;
    readonly losing: readonly Losing[];
    readonly buildSid?: string | undefined;
  },
  switching: Switching,
): Promise<void> {
  const { environment, say } = switching;
  const desired = desiredPlacings(was.live, was.losing, switching);
  if (desired.size === 0) return;
  const placings = await askFor({ callers: [...desired.values()] }, domainName, switching);
  if (switching.rest.authToken === undefined) {
    say(`Whether 911 is placed was not asked: ${reasons(placings).join('; ')}`);
    return;
  }
  const unplaced = [...desired.values()].flatMap(({ username, numbers }) => {
    const now = placings.get(username)!;
    if ('why' in now) return [{ username, why: now.why }];
    return numbers.has(now.callerId) ? [] : [{ username, why: 'it is placed from another number' }];
  });
  if (unplaced.length === 0) {
    say(
      `Asked for ${desired.size === 1 ? 'its phone' : `each of ${desired.size} phones`}, the build places 911.`,
    );
    return;
  }
  const { buildSid, live } = was;
  const neither = unplaced.every(({ username }) => isUnplaced(live.placings.get(username)));
  throw new UserError(
    `EMERGENCY CALLS: ${environment} does not place 911 now from ${named(unplaced)}:\n${losingLines(unplaced).join('\n')}`,
    buildSid === undefined || neither
      ? `Deploy a build that does: ./dialtone deploy --environment ${environment}`
      : `To go back to the previous build: ./dialtone rollback ${environment} --to ${buildSid}`,
  );
}

/** It was asked, and is known not to be placed: going back would not help. */
function isUnplaced(placing: Placing | undefined): boolean {
  return placing !== undefined && 'why' in placing && !placing.unknown;
}

interface DesiredPlacing {
  readonly username: string;
  readonly sipDomain: string;
  /** Under one of which it is to be placed. */
  readonly numbers: Set<string>;
}

/** Of the phones whose 911 is placed now, and of all of the directory; not of those that were to lose it. */
function desiredPlacings(
  { callers, placings, sipDomains }: Live,
  losing: readonly Losing[],
  { directory, environment }: Switching,
): ReadonlyMap<string, DesiredPlacing> {
  const lost = new Set(losing.map(({ username }) => username));
  const gone = new Set(losing.filter((one) => one.gone).map(({ username }) => username));
  const desired = new Map<string, DesiredPlacing>();
  for (const { username, sipDomain } of callers) {
    const now = placings.get(username);
    if (!now || !('callerId' in now) || lost.has(username)) continue;
    desired.set(username, { username, sipDomain, numbers: new Set([now.callerId]) });
  }
  const sipDomain = sipDomains[0] ?? domainOf(directory, environment);
  for (const { username, number, emergency, environments } of directory?.extensions.values() ??
    []) {
    if (!emergency || number === undefined || !environments.includes(environment)) continue;
    if (gone.has(username)) continue;
    const one = desired.get(username) ?? { username, sipDomain, numbers: new Set() };
    one.numbers.add(number);
    desired.set(username, one);
  }
  return desired;
}

function domainOf(directory: Directory | undefined, environment: EnvironmentName): string {
  const { sipDomain = environment } = directory?.site.environments[environment] ?? {};
  return sipHost(sipDomain);
}

function askFor(
  { callers }: Pick<Callers, 'callers'>,
  domainName: string,
  { rest, directory, post = postForm }: Switching,
): Promise<Placings> {
  return askPlacing(callers, domainName, {
    post,
    accountSid: rest.client.accountSid ?? '',
    token: rest.authToken,
    country: directory?.site.country,
    sleep: (milliseconds) => rest.sleep(milliseconds),
  });
}

/** Why nothing is known, each once. */
function reasons(placings: Placings): string[] {
  const all = [...placings.values()].flatMap((one) => ('unknown' in one ? [one.why] : []));
  return [...new Set(all)];
}

function named(losing: readonly Pick<Losing, 'username'>[]): string {
  return nameList(losing.map(({ username }) => username));
}
