/** Reads what belongs to an environment at Twilio: for plan, which needs all of it, and for doctor, which goes on. */
import type { Actual, ActualDomain, ActualNumber, ActualPermission } from './actual';
import { parseAddress, parseDomain, parseNumber, parsePermission } from './client/parse';
import { page, type Rest } from './client/rest';
import { type Deployment, findDeployment } from './deploy/deployment';
import type { Desired } from './desired';
import { readLists, readUnusedLists } from './readLists';

/** What is read apart from the rest, and may be refused apart from the rest. */
export type ActualSource =
  'deployment' | 'domains' | 'credentials' | 'numbers' | 'addresses' | 'permissions';

/** Asks for one of them: strictly, or with `otherwise` where it is refused. */
export interface SourceReader {
  read<T>(source: ActualSource, otherwise: T, request: () => Promise<T>): Promise<T>;
}

/** The account's state for one environment, and all domains and numbers of the account. */
export interface AccountState {
  readonly actual: Actual;
  readonly domains: readonly ActualDomain[];
  /** By E.164 number. */
  readonly numbers: ReadonlyMap<string, ActualNumber>;
}

const STRICT: SourceReader = { read: (_source, _otherwise, request) => request() };

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
  return (await readAccountState(rest, service, desired, STRICT, options)).actual;
}

/** The same by a reader that decides what becomes of a refusal. */
export async function readAccountState(
  rest: Rest,
  service: string,
  desired: Desired,
  reader: SourceReader,
  options: { readonly permissions?: boolean } = {},
): Promise<AccountState> {
  const { sip, incomingPhoneNumbers, addresses } = rest.client.api.v2010.account;
  const deployment = await reader.read<Deployment | undefined>('deployment', undefined, () =>
    findDeployment(rest, service, desired.environment),
  );
  const domains = await reader.read<ActualDomain[]>('domains', [], async () =>
    (await rest.repeat(() => sip.domains.list(page()))).map(parseDomain),
  );
  const domain = domains.find(({ domainName }) => domainName === desired.domain.name);
  const { lists, unusedLists } = await reader.read<Pick<Actual, 'lists' | 'unusedLists'>>(
    'credentials',
    { lists: [], unusedLists: [] },
    async () => {
      const asked = await readLists(rest, desired, domains);
      return { lists: asked, unusedLists: await readUnusedLists(rest, desired, domains, asked) };
    },
  );
  const owned = await reader.read<ActualNumber[]>('numbers', [], async () =>
    (await rest.repeat(() => incomingPhoneNumbers.list(page()))).map(parseNumber),
  );
  const addressList = await reader.read('addresses', [], async () =>
    (await rest.repeat(() => addresses.list(page()))).map(parseAddress),
  );
  const permissions = options.permissions
    ? await reader.read('permissions', [], () => readPermissions(rest))
    : undefined;
  const numbers = new Map(owned.map((number) => [number.phoneNumber, number]));
  const named = new Set(desired.numbers.map(({ number }) => number));
  const actual = {
    deployment,
    domain,
    lists,
    unusedLists,
    numbers: new Map([...numbers].filter(([number]) => named.has(number))),
    addresses: addressList,
    addressed: owned.filter(({ emergencyAddressSid }) => emergencyAddressSid !== ''),
    owned: new Set(numbers.keys()),
    otherDomains: otherDomainsOf(domains, desired, deployment),
    ...(permissions && { permissions }),
  };
  return { actual, domains, numbers };
}

function otherDomainsOf(
  domains: readonly ActualDomain[],
  desired: Desired,
  deployment: Deployment | undefined,
): string[] {
  if (!deployment) return [];
  return domains
    .filter(({ domainName }) => domainName !== desired.domain.name)
    .filter(({ voiceUrl }) => voiceUrl.startsWith(`https://${deployment.domainName}/`))
    .map(({ domainName }) => domainName);
}

/** Where the account may call. */
async function readPermissions(rest: Rest): Promise<ActualPermission[]> {
  const { countries } = rest.client.voice.v1.dialingPermissions;
  return (await rest.repeat(() => countries.list(page()))).map(parsePermission);
}
