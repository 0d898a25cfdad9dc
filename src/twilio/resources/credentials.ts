/**
 * A SIP account for each extension, with a password derived from the master key
 * (https://www.twilio.com/docs/voice/sip/api/sip-credential-resource).
 */
import type { Change, Tools } from '../change';
import type { ActualCredential, ActualList } from '../actual';
import { isRecorded } from '../handMade';
import type { PlanInput } from '../planInput';
import { fingerprint, type PasswordId } from '../secrets/passwords';
import type { Placement } from './credentialLists';
import {
  generationField,
  passwordOf,
  SET_ELSEWHERE,
  setPassword,
  confirmGeneration,
  whyToSet,
} from './setPassword';

interface Input extends PlanInput {
  readonly placement: Placement;
}

export function planCredentials(input: Input): Change[] {
  const set = input.desired.credentials.flatMap(({ username, generation }) => {
    // Set by hand: plan says so where there is none.
    if (generation === 0) return [];
    const id = { environment: input.desired.environment, username, generation };
    const list = input.placement.get(username) ?? input.desired.listName;
    const at = input.actual.lists.find(({ name }) => name === list);
    const credential = at?.credentials.find((one) => one.username === username);
    return at && credential
      ? planPassword(id, at, credential, input)
      : [planCreation(id, list, input)];
  });
  return [...set, ...planRemovals(input)];
}

function planCreation(id: PasswordId, list: string, { applied, key }: Input): Change {
  const last = applied.get(id.username);
  const same =
    key && last?.generation === id.generation && last.fingerprint === fingerprint(key, id);
  return {
    action: 'create',
    kind: 'credential',
    key: id.username,
    fields: [{ name: 'list', to: list }, generationField(undefined, id)],
    why: 'the directory has this extension',
    ...(same && { keepsPassword: true as const }),
    write: async (tools) => {
      const listSid = tools.sids.get('credential list', list);
      const { credentials } = tools.rest.client.api.v2010.account.sip.credentialLists(listSid);
      const password = passwordOf(id, tools);
      await tools.ledger.raise(id.username, id.generation);
      let posted = false;
      const created = await tools.rest.create({
        what: `credential ${id.username}`,
        // The dictionary lists the same causes under both.
        taken: [21243, 21240],
        post: async () => {
          const reply = await credentials.create({ username: id.username, password });
          posted = true;
          return reply;
        },
        find: async () =>
          (await credentials.list({ pageSize: 1_000 })).find(
            ({ username }) => username === id.username,
          ),
      });
      if (posted) await confirmGeneration(id, credentials(created.sid), created, tools);
      // Found after a lost reply: who knows whose it is.
      else await setPassword(id, { list }, created.sid, tools);
    },
  };
}

function planPassword(
  id: PasswordId,
  { name: list, ordinal }: ActualList,
  credential: ActualCredential,
  { applied, key, ledger }: Input,
): Change[] {
  const last = applied.get(id.username);
  const recorded = isRecorded(id.username, id.generation, { ledger });
  const why = whyToSet(id, credential, last, key, recorded);
  if (why === undefined) return [];
  return [
    {
      action: 'update',
      kind: 'credential',
      key: id.username,
      fields: [generationField(last?.generation, id)],
      why,
      ...(why === SET_ELSEWHERE && { keepsPassword: true as const }),
      write: (tools) =>
        setPassword(id, { list, handMade: ordinal === undefined }, credential.sid, tools),
    },
  ];
}

/** Whoever is on our lists and not in the directory can register and call. */
function planRemovals({ desired, actual }: Input): Change[] {
  const known = new Set(desired.credentials.map(({ username }) => username));
  return (
    actual.lists
      // A phone of another domain may know no other password.
      .filter(({ ordinal, elsewhere }) => ordinal !== undefined && elsewhere.length === 0)
      .flatMap((list) =>
        list.credentials
          .filter(({ username }) => !known.has(username))
          .map(({ sid, username }) => ({
            action: 'delete' as const,
            kind: 'credential' as const,
            key: username,
            fields: [{ name: 'list', from: list.name }],
            why: `no extension of ${desired.environment}; until it is pruned it registers, and dials 911 like any phone that the directory does not know`,
            needs: 'prune' as const,
            write: async ({ rest, applied, ledger }: Tools) => {
              // Who made it is unknown here; the first generation is the least that it may have been.
              await ledger.bury(username, applied.get(username)?.generation ?? 1);
              const { credentials } = rest.client.api.v2010.account.sip.credentialLists(list.sid);
              await rest.repeat(() => rest.ifThere(() => credentials(sid).remove()));
              applied.delete(username);
            },
          })),
      )
  );
}
