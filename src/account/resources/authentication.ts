/**
 * Which lists a domain asks: for registering and for calling, two mappings that Twilio keeps apart
 * (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource). A phone whose list is mapped for
 * registrations alone registers and cannot call.
 */
import type { Change, Kind, Tools } from '../change';
import type { Found, FoundList } from '../found';
import type { Rest } from '../rest';
import type { Wanted } from '../wanted';
import { listNames, type Placement } from './credentialLists';

type Mapped = 'calls' | 'registrations';

const MAPPINGS: readonly { readonly mapped: Mapped; readonly kind: Kind }[] = [
  { mapped: 'calls', kind: 'voice authentication' },
  { mapped: 'registrations', kind: 'registration authentication' },
];

export function planAuthentication(wanted: Wanted, found: Found, placement: Placement): Change[] {
  const needed = listNames(wanted, placement);
  return MAPPINGS.flatMap(({ mapped, kind }) => [
    ...needed
      .filter((name) => !found.lists.some((list) => list.name === name && list[mapped]))
      .map((name) => planMapping(wanted.domain.name, name, mapped, kind)),
    ...found.lists
      .filter((list) => list[mapped] && list.ordinal === undefined)
      .map((list) => planUnmapping(wanted.domain.name, list, mapped, kind)),
  ]);
}

function planMapping(domain: string, list: string, mapped: Mapped, kind: Kind): Change {
  return {
    action: 'create',
    kind,
    key: list,
    fields: [{ name: 'domain', to: domain }],
    why:
      mapped === 'calls'
        ? 'its phones cannot call without it'
        : 'its phones cannot register without it',
    write: async ({ rest, sids }) => {
      const mappings = mappingsOf(rest, sids.get('SIP domain', domain), mapped);
      const listSid = sids.get('credential list', list);
      await rest.create({
        what: `${kind} by ${list}`,
        taken: [21231],
        post: () => mappings.create({ credentialListSid: listSid }),
        find: async () =>
          (await mappings.list({ pageSize: 1_000 })).find(({ sid }) => sid === listSid),
      });
    },
  };
}

/** A list that is not the directory's lets in phones that the directory does not know. */
function planUnmapping(domain: string, list: FoundList, mapped: Mapped, kind: Kind): Change {
  return {
    action: 'delete',
    kind,
    key: list.name,
    fields: [{ name: 'domain', from: domain }],
    why: `its ${list.credentials.length} credentials are not of the directory`,
    needs: 'prune',
    write: async ({ rest, sids }: Tools) => {
      const mappings = mappingsOf(rest, sids.get('SIP domain', domain), mapped);
      await rest.repeat(() => rest.ifThere(() => mappings(list.sid).remove()));
    },
  };
}

/** What the SDK's two kinds of mapping have in common. */
interface Mappings {
  create(parameters: { readonly credentialListSid: string }): Promise<{ readonly sid: string }>;
  list(options: { readonly pageSize: number }): Promise<readonly { readonly sid: string }[]>;
  (listSid: string): { remove(): Promise<boolean> };
}

function mappingsOf(rest: Rest, domainSid: string, mapped: Mapped): Mappings {
  const { auth } = rest.client.api.v2010.account.sip.domains(domainSid);
  return auth[mapped].credentialListMappings;
}
