/**
 * Which lists a domain asks: for registering and for calling, two mappings that Twilio keeps apart
 * (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource). A phone whose list is mapped for
 * registrations alone registers and cannot call.
 */
import type { Change, Kind, Tools } from '../change';
import type { ActualList } from '../actual';
import { keptOn } from '../handMade';
import { nameList } from '../nameList';
import type { PlanInput } from '../planInput';
import type { Rest } from '../client/rest';
import type { Desired } from '../desired';
import { listNames, type Placement } from './credentialLists';

type Mapped = 'calls' | 'registrations';

const MAPPINGS: readonly { readonly mapped: Mapped; readonly kind: Kind }[] = [
  { mapped: 'calls', kind: 'voice authentication' },
  { mapped: 'registrations', kind: 'registration authentication' },
];

export function planAuthentication(input: PlanInput, placement: Placement): Change[] {
  const { desired, actual } = input;
  const needed = listNames(desired, placement);
  return MAPPINGS.flatMap(({ mapped, kind }) => [
    ...needed
      .filter((name) => !actual.lists.some((list) => list.name === name && list[mapped]))
      .map((name) => planMapping(desired.domain.name, name, mapped, kind)),
    ...actual.lists
      .filter((list) => list[mapped] && list.ordinal === undefined)
      // A phone whose password was set by hand lives on it: nobody could give it another list.
      .filter((list) => keptOn(list, input).length === 0)
      .map((list) => planUnmapping(desired, list, mapped, kind)),
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
function planUnmapping(desired: Desired, list: ActualList, mapped: Mapped, kind: Kind): Change {
  const domain = desired.domain.name;
  return {
    action: 'delete',
    kind,
    key: list.name,
    fields: [{ name: 'domain', from: domain }],
    why: whyUnmapped(desired, list),
    needs: 'prune',
    write: async ({ rest, sids }: Tools) => {
      const mappings = mappingsOf(rest, sids.get('SIP domain', domain), mapped);
      await rest.repeat(() => rest.ifThere(() => mappings(list.sid).remove()));
    },
  };
}

function whyUnmapped({ credentials }: Desired, list: ActualList): string {
  const known = new Set(credentials.map(({ username }) => username));
  const [phones, unknown] = [true, false].map((ours) =>
    list.credentials
      .map(({ username }) => username)
      .filter((username) => known.has(username) === ours),
  ) as [string[], string[]];
  const others = `${unknown.length} of its ${list.credentials.length} credentials are not extensions`;
  if (phones.length === 0) return `it does not belong to the directory, and ${others}`;
  return (
    `it does not belong to the directory: ${nameList(phones)} CANNOT CALL afterwards, 911 included, where the phone ` +
    `still has its password from this list and not the one that apply set; ${others}`
  );
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
