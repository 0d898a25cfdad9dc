/**
 * Which lists a domain asks (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource): for
 * calling, and apart from it for registering. The older mappings are those for calling.
 */
import { badRequest, type Call, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, remove, text } from '../records';
import { domainOf } from './domains';
import { DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Mapping, MappingKind } from './state';

interface Kind {
  readonly kind: MappingKind;
  /** Below the domain's. */
  readonly path: string;
  /** What the list of them is called in a reply. */
  readonly key: string;
  readonly parameter: 'CredentialListSid' | 'IpAccessControlListSid';
  /** Those have a `uri`, and name the domain. */
  readonly older?: true;
}

const CREDENTIALS = { parameter: 'CredentialListSid' } as const;
const IP_ADDRESSES = { parameter: 'IpAccessControlListSid', kind: 'ipAddresses' } as const;

const KINDS: readonly Kind[] = [
  { ...CREDENTIALS, kind: 'calls', path: '/Auth/Calls/CredentialListMappings', key: 'contents' },
  {
    ...CREDENTIALS,
    kind: 'registrations',
    path: '/Auth/Registrations/CredentialListMappings',
    key: 'contents',
  },
  {
    ...CREDENTIALS,
    kind: 'calls',
    path: '/CredentialListMappings',
    key: 'credential_list_mappings',
    older: true,
  },
  { ...IP_ADDRESSES, path: '/Auth/Calls/IpAccessControlListMappings', key: 'contents' },
  {
    ...IP_ADDRESSES,
    path: '/IpAccessControlListMappings',
    key: 'ip_access_control_list_mappings',
    older: true,
  },
];

export const mappingRoutes: readonly Route[] = KINDS.flatMap((kind) => {
  const list = `/SIP/Domains/{DomainSid}${kind.path}.json`;
  const one = `/SIP/Domains/{DomainSid}${kind.path}/{Sid}.json`;
  return [
    route('GET', list, (call) =>
      page2010(call, {
        key: kind.key,
        items: newestFirst(mappingsOf(call, kind)),
        id: ({ sid }) => sid,
        render: (mapping) => render(mapping, kind, call),
      }),
    ),
    route('POST', list, (call) => {
      const mappings = mappingsOf(call, kind);
      const { sid } = bySid(listsOf(call, kind), text(call, kind.parameter), call);
      if (mappings.some((mapping) => mapping.sid === sid)) {
        throw badRequest(21231, 'The list is already mapped to this domain');
      }
      const mapping = { sid, dateCreated: call.now, dateUpdated: call.now };
      mappings.push(mapping);
      return { status: 201, body: render(mapping, kind, call) };
    }),
    route('GET', one, (call) => {
      const mapping = bySid(mappingsOf(call, kind), call.params['Sid'], call);
      return { status: 200, body: render(mapping, kind, call) };
    }),
    route('DELETE', one, (call) => {
      const mappings = mappingsOf(call, kind);
      remove(mappings, bySid(mappings, call.params['Sid'], call));
      return DELETED;
    }),
  ];
});

function mappingsOf(call: Call, { kind }: Kind): Mapping[] {
  return domainOf(call, call.params['DomainSid']).mapped[kind];
}

function listsOf({ state }: Call, { parameter }: Kind) {
  const { credentialLists, ipAccessControlLists } = state.api;
  return parameter === 'CredentialListSid' ? credentialLists : ipAccessControlLists;
}

function render(mapping: Mapping, kind: Kind, call: Call): object {
  const domainSid = call.params['DomainSid']!;
  const friendlyName = bySid(listsOf(call, kind), mapping.sid, call).friendlyName;
  const path = `/SIP/Domains/${domainSid}${kind.path}/${mapping.sid}`;
  return rendered(call, mapping, {
    friendly_name: friendlyName,
    ...(kind.older && { domain_sid: domainSid, uri: uriOf(call, path) }),
  });
}
