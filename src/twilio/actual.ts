/** What Twilio holds, as far as one environment is concerned: read anew each time, kept nowhere. */
import type { Deployment } from './deploy/deployment';
import { findDeployment } from './deploy/deployment';
import type { Rest } from './client/rest';
import { UserError } from '../diagnostics/errors';
import type { Desired } from './desired';

export interface Actual {
  readonly deployment?: Deployment | undefined;
  readonly domain?: ActualDomain | undefined;
  /** Those that bear our name, in order, and others that are mapped to our domain. */
  readonly lists: readonly ActualList[];
  /** The account's numbers that the directory names, by E.164 number. */
  readonly numbers: ReadonlyMap<string, ActualNumber>;
  readonly addresses: readonly ActualAddress[];
  /** All numbers of the account that have an emergency address, also those that the directory does not name. */
  readonly addressed: readonly ActualNumber[];
  /** All numbers of the account, in E.164. */
  readonly owned: ReadonlySet<string>;
  /** Other SIP domains that this environment's functions answer. */
  readonly otherDomains: readonly string[];
  /** Only read where asked for. */
  readonly permissions?: readonly ActualPermission[];
}

export interface ActualDomain {
  readonly dateUpdated?: Date;
  readonly sid: string;
  readonly domainName: string;
  readonly authType: string;
  readonly sipRegistration: boolean;
  readonly emergencyCallingEnabled: boolean;
  readonly emergencyCallerSid: string;
  readonly secure: boolean;
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
}

export interface ActualList {
  readonly sid: string;
  readonly name: string;
  /** 1 for the first of ours, 2 for the one named `… #2`; undefined for one that is not ours. */
  readonly ordinal?: number | undefined;
  readonly credentials: readonly ActualCredential[];
  /** Phones with its credentials may call. */
  readonly calls: boolean;
  /** Phones with its credentials may register. */
  readonly registrations: boolean;
}

export interface ActualCredential {
  readonly sid: string;
  readonly username: string;
  readonly dateUpdated: Date;
}

export interface ActualNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly voiceUrl: string;
  readonly voiceMethod: string;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: string;
  readonly voiceApplicationSid: string;
  readonly trunkSid: string;
  readonly voiceReceiveMode: string;
  readonly emergencyAddressSid: string;
  readonly emergencyAddressStatus: string;
}

export interface ActualAddress {
  readonly sid: string;
  readonly friendlyName: string;
  readonly customerName: string;
  readonly street: string;
  readonly streetSecondary: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly isoCountry: string;
  readonly emergencyEnabled: boolean;
}

export interface ActualPermission {
  readonly isoCode: string;
  readonly lowRiskNumbersEnabled: boolean;
  readonly highRiskSpecialNumbersEnabled: boolean;
  readonly highRiskTollfraudNumbersEnabled: boolean;
}

/** A new object each time: the SDK writes into the one it is given, so two lists at once need two. */
export function page(): { pageSize: number } {
  return { pageSize: 1_000 };
}

/**
 * Reads what belongs to the environment.
 *
 * @throws UserError when more than one thing answers to a name of ours.
 */
export async function readActual(
  rest: Rest,
  service: string,
  desired: Desired,
  options: { readonly permissions?: boolean } = {},
): Promise<Actual> {
  const { sip, incomingPhoneNumbers, addresses } = rest.client.api.v2010.account;
  const deployment = await findDeployment(rest, service, desired.environment);
  const domains = await rest.repeat(() => sip.domains.list(page()));
  const domain = domains.find(({ domainName }) => domainName === desired.domain.name);
  const lists = await readLists(rest, desired, domain?.sid);
  const named = new Set(desired.numbers.map(({ number }) => number));
  const owned = await rest.repeat(() => incomingPhoneNumbers.list(page()));
  return {
    deployment,
    domain,
    lists,
    numbers: new Map(
      owned
        .filter(({ phoneNumber }) => named.has(phoneNumber))
        .map((number) => [number.phoneNumber, number]),
    ),
    addresses: await rest.repeat(() => addresses.list(page())),
    addressed: addressedOf(owned),
    owned: new Set(owned.map(({ phoneNumber }) => phoneNumber)),
    otherDomains: otherDomainsOf(domains, desired, deployment),
    ...(options.permissions && { permissions: await readPermissions(rest) }),
  };
}

/**
 * Our credential lists, and others that are mapped to the domain, with what is on them.
 *
 * @throws UserError when a username is on two of ours.
 */
export async function readLists(
  rest: Rest,
  desired: Desired,
  domainSid: string | undefined,
): Promise<ActualList[]> {
  const { sip } = rest.client.api.v2010.account;
  const [calls, registrations] = domainSid
    ? await Promise.all([
        listsThatCall(rest, domainSid),
        rest.repeat(() =>
          sip.domains(domainSid).auth.registrations.credentialListMappings.list(page()),
        ),
      ])
    : [new Set<string>(), []];
  const relevant = (await rest.repeat(() => sip.credentialLists.list(page())))
    .map(({ sid, friendlyName }) => ({
      sid,
      name: friendlyName,
      ordinal: ordinalOf(friendlyName, desired.listName),
      calls: calls.has(sid),
      registrations: registrations.some((mapping) => mapping.sid === sid),
    }))
    .filter((list) => list.ordinal !== undefined || list.calls || list.registrations)
    .sort((a, b) => (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity));
  const lists: ActualList[] = [];
  for (const list of relevant) {
    const credentials = await rest.repeat(() =>
      sip.credentialLists(list.sid).credentials.list(page()),
    );
    lists.push({ ...list, credentials });
  }
  refuseDuplicates(lists);
  return lists;
}

/** The credential lists whose phones may call at a SIP domain, by SID. */
export async function listsThatCall(rest: Rest, domainSid: string): Promise<ReadonlySet<string>> {
  const domain = rest.client.api.v2010.account.sip.domains(domainSid);
  const mappings = await Promise.all([
    rest.repeat(() => domain.auth.calls.credentialListMappings.list(page())),
    // The older mappings are those for calls, seen to be the same ones and documented as nothing.
    rest.repeat(() => domain.credentialListMappings.list(page())),
  ]);
  return new Set(mappings.flat().map(({ sid }) => sid));
}

export function addressedOf(numbers: readonly ActualNumber[]): ActualNumber[] {
  return numbers.filter(({ emergencyAddressSid }) => Boolean(emergencyAddressSid));
}

export function otherDomainsOf(
  domains: readonly ActualDomain[],
  desired: Desired,
  deployment: Deployment | undefined,
): string[] {
  if (!deployment) return [];
  return domains
    .filter(({ domainName }) => domainName !== desired.domain.name)
    .filter(({ voiceUrl }) => voiceUrl?.startsWith(`https://${deployment.domainName}/`))
    .map(({ domainName }) => domainName);
}

/** `example` is the first of `example`, `example #2` the second: no SIP domain can be called so. */
function ordinalOf(friendlyName: string, listName: string): number | undefined {
  if (friendlyName === listName) return 1;
  const prefix = `${listName} #`;
  const suffix = friendlyName.startsWith(prefix) ? friendlyName.slice(prefix.length) : '';
  return /^([2-9]|[1-9]\d+)$/.test(suffix) ? Number(suffix) : undefined;
}

function refuseDuplicates(lists: readonly ActualList[]): void {
  const seen = new Map<string, string>();
  for (const list of lists.filter(({ ordinal }) => ordinal !== undefined)) {
    for (const { username } of list.credentials) {
      const other = seen.get(username);
      if (other !== undefined) {
        throw new UserError(
          `${username} has two credentials: on the lists ${other} and ${list.name}`,
          'Delete one of them in the console, then run this again.',
        );
      }
      seen.set(username, list.name);
    }
  }
}

/** Where the account may call. */
export async function readPermissions(rest: Rest): Promise<ActualPermission[]> {
  return rest.repeat(() => rest.client.voice.v1.dialingPermissions.countries.list(page()));
}
