/** The credential lists at Twilio on which an environment's phones are. */
import { UserError } from '../diagnostics/errors';
import type { ActualDomain, ActualList, UnusedList } from './actual';
import { parseCredential } from './client/parse';
import { page, type Rest } from './client/rest';
import type { Desired } from './desired';

/**
 * Our credential lists, and others that are mapped to the domain, with what is on them.
 *
 * @param domains of the whole account.
 * @throws UserError when a username is on two of ours.
 */
export async function readLists(
  rest: Rest,
  desired: Desired,
  domains: readonly Pick<ActualDomain, 'sid' | 'domainName'>[],
): Promise<ActualList[]> {
  const { sip } = rest.client.api.v2010.account;
  const asked = await Promise.all(domains.map((domain) => listsOf(rest, domain)));
  const ours = asked.find(({ domainName }) => domainName === desired.domain.name);
  const others = asked.filter((one) => one !== ours);
  const relevant = (await rest.repeat(() => sip.credentialLists.list(page())))
    .map(({ sid, friendlyName }) => ({
      sid,
      name: friendlyName,
      ordinal: ordinalOf(friendlyName, desired.listName),
      calls: ours?.calls.has(sid) ?? false,
      registrations: ours?.registrations.has(sid) ?? false,
      elsewhere: others
        .filter(({ calls, registrations }) => calls.has(sid) || registrations.has(sid))
        .map(({ domainName }) => domainName),
    }))
    .filter((list) => list.ordinal !== undefined || list.calls || list.registrations)
    .sort((a, b) => (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity));
  const lists: ActualList[] = [];
  for (const list of relevant) {
    const credentials = await rest.repeat(() =>
      sip.credentialLists(list.sid).credentials.list(page()),
    );
    lists.push({ ...list, credentials: credentials.map(parseCredential) });
  }
  refuseDuplicates(lists);
  return lists;
}

/**
 * Where else phones have the password that was set by hand: on lists that the domain does not ask. Nothing is read
 * where every such phone is on a list that it asks.
 *
 * @param lists as `readLists` has them.
 */
export async function readUnusedLists(
  rest: Rest,
  desired: Desired,
  domains: readonly Pick<ActualDomain, 'sid' | 'domainName'>[],
  lists: readonly ActualList[],
): Promise<UnusedList[]> {
  const { sip } = rest.client.api.v2010.account;
  const there = new Set(lists.flatMap(({ credentials }) => credentials.map((one) => one.username)));
  const missing = new Set(
    desired.credentials.flatMap(({ username, generation }) =>
      generation === 0 && !there.has(username) ? [username] : [],
    ),
  );
  if (missing.size === 0) return [];
  const known = new Set(lists.map(({ sid }) => sid));
  const all = await rest.repeat(() => sip.credentialLists.list(page()));
  const unused: UnusedList[] = [];
  for (const { sid, friendlyName: name } of all.filter((list) => !known.has(list.sid))) {
    const credentials = await rest.repeat(() => sip.credentialLists(sid).credentials.list(page()));
    const usernames = credentials.flatMap((one) =>
      missing.has(one.username) ? [one.username] : [],
    );
    if (usernames.length > 0) unused.push({ name, usernames, elsewhere: await askedBy(sid) });
  }
  return unused.sort((a, b) => (a.name < b.name ? -1 : 1));

  async function askedBy(sid: string): Promise<string[]> {
    const asked = await Promise.all(domains.map((domain) => listsOf(rest, domain)));
    return asked
      .filter(({ calls, registrations }) => calls.has(sid) || registrations.has(sid))
      .map(({ domainName }) => domainName);
  }
}

/** What a domain asks when a phone calls, and when it registers. */
async function listsOf(rest: Rest, { sid, domainName }: Pick<ActualDomain, 'sid' | 'domainName'>) {
  const { registrations } = rest.client.api.v2010.account.sip.domains(sid).auth;
  const [calls, mapped] = await Promise.all([
    listsThatCall(rest, sid),
    rest.repeat(() => registrations.credentialListMappings.list(page())),
  ]);
  return { domainName, calls, registrations: new Set(mapped.map((one) => one.sid)) };
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
