/**
 * The credential lists on which the environment's phones are, a thousand to a list
 * (https://www.twilio.com/docs/voice/sip/api/sip-credentiallist-resource).
 */
import type { Change } from '../change';
import type { Actual, ActualList } from '../actual';
import { handMadeLists } from '../handMade';
import type { Desired } from '../desired';

const MOST_CREDENTIALS = 1_000;

/** Which list a credential is on, or goes to. */
export type Placement = ReadonlyMap<string, string>;

/**
 * Every username of the directory on a list: the one it is on, else the first with room.
 * Credentials that the directory does not know take up room too.
 *
 * @param kept the phones that have nothing but their credential on a list made by hand.
 */
export function placeCredentials(
  desired: Desired,
  lists: readonly ActualList[],
  kept: (list: ActualList) => readonly string[] = () => [],
): Placement {
  const ours = lists.filter(({ ordinal }) => ordinal !== undefined);
  const placement = new Map(
    handMadeLists({ lists }).flatMap((list) => kept(list).map((one) => [one, list.name] as const)),
  );
  for (const { name, credentials } of ours) {
    for (const { username } of credentials) placement.set(username, name);
  }
  const room = new Map(
    ours.map(({ name, credentials }) => [name, MOST_CREDENTIALS - credentials.length]),
  );
  let ordinal = 1;
  for (const { username } of desired.credentials) {
    if (placement.has(username)) continue;
    let name = listName(desired, ordinal);
    while ((room.get(name) ?? MOST_CREDENTIALS) <= 0) name = listName(desired, (ordinal += 1));
    room.set(name, (room.get(name) ?? MOST_CREDENTIALS) - 1);
    placement.set(username, name);
  }
  return placement;
}

/** Those that are needed and not there. */
export function planLists(desired: Desired, actual: Actual, placement: Placement): Change[] {
  const existing = new Set(actual.lists.map(({ name }) => name));
  return listNames(desired, placement)
    .filter((name) => !existing.has(name))
    .map((name) => ({
      action: 'create' as const,
      kind: 'credential list' as const,
      key: name,
      fields: [],
      why: 'the phones of the directory are on it',
      write: async ({ rest, sids }) => {
        const { credentialLists } = rest.client.api.v2010.account.sip;
        const created = await rest.create({
          what: `credential list ${name}`,
          taken: [21240],
          post: () => credentialLists.create({ friendlyName: name }),
          find: async () =>
            (await credentialLists.list({ pageSize: 1_000 })).find(
              ({ friendlyName }) => friendlyName === name,
            ),
        });
        sids.set('credential list', name, created.sid);
      },
    }));
}

/** The lists that the environment's phones need; at least one, so that the domain has one to ask. */
export function listNames(desired: Desired, placement: Placement): readonly string[] {
  const names = desired.credentials.flatMap(({ username }) => placement.get(username) ?? []);
  return names.length === 0 ? [listName(desired, 1)] : [...new Set(names)];
}

function listName({ listName: first }: Desired, ordinal: number): string {
  return ordinal === 1 ? first : `${first} #${ordinal}`;
}
