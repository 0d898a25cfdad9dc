/** Lists of SIP credentials (https://www.twilio.com/docs/voice/sip/api/sip-credentiallist-resource). */
import { badRequest, type Call, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, remove, text, without } from '../records';
import { DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { CredentialList } from './state';

const MOST_LISTS = 100;
const LONGEST_NAME = 64;

export const credentialListRoutes: readonly Route[] = [
  route('GET', '/SIP/CredentialLists.json', (call) =>
    page2010(call, {
      key: 'credential_lists',
      items: newestFirst(call.state.api.credentialLists),
      id: ({ sid }) => sid,
      render: (list) => render(list, call),
    }),
  ),
  route('POST', '/SIP/CredentialLists.json', (call) => {
    const { credentialLists } = call.state.api;
    if (credentialLists.length >= MOST_LISTS) throw badRequest(21239, 'Too many credential lists');
    const list: CredentialList = {
      sid: call.newSid('CL'),
      friendlyName: freeName(call),
      credentials: [],
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    credentialLists.push(list);
    return { status: 201, body: render(list, call) };
  }),
  route('GET', '/SIP/CredentialLists/{Sid}.json', (call) => ({
    status: 200,
    body: render(listOf(call, call.params['Sid']), call),
  })),
  route('POST', '/SIP/CredentialLists/{Sid}.json', (call) => {
    const list = listOf(call, call.params['Sid']);
    list.friendlyName = freeName(call, list);
    list.dateUpdated = call.now;
    return { status: 200, body: render(list, call) };
  }),
  route('DELETE', '/SIP/CredentialLists/{Sid}.json', (call) => {
    const { credentialLists, domains } = call.state.api;
    const list = listOf(call, call.params['Sid']);
    const mapped = domains.flatMap((domain) => [
      ...domain.mapped.calls,
      ...domain.mapped.registrations,
    ]);
    if (mapped.some(({ sid }) => sid === list.sid)) {
      throw badRequest(21241, 'The credential list is mapped to a domain');
    }
    remove(credentialLists, list);
    return DELETED;
  }),
];

export function listOf(call: Call, sid: string | undefined): CredentialList {
  return bySid(call.state.api.credentialLists, sid, call);
}

function freeName(call: Call, self?: CredentialList): string {
  const name = text(call, 'FriendlyName') ?? '';
  const taken = call.state.api.credentialLists.some(
    (list) => list !== self && list.friendlyName === name,
  );
  if (taken || name.length > LONGEST_NAME) {
    throw badRequest(21240, 'Credential list friendly name is invalid or in use');
  }
  return name;
}

function render(list: CredentialList, call: Call): object {
  const path = `/SIP/CredentialLists/${list.sid}`;
  return rendered(call, without(list, 'credentials'), {
    uri: uriOf(call, path),
    subresource_uris: { credentials: uriOf(call, `${path}/Credentials`) },
  });
}
