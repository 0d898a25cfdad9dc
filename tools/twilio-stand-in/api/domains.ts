/** SIP domains (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource). */
import { badRequest, type Call, type Route } from '../contract';
import { page2010 } from '../paging';
import { bySid, given, remove, text, without } from '../records';
import { API_VERSION, DELETED, newestFirst, rendered, route, uriOf } from './paths';
import type { Domain } from './state';

const SETTINGS = [
  'FriendlyName',
  'VoiceUrl',
  'VoiceMethod',
  'VoiceFallbackUrl',
  'VoiceFallbackMethod',
  'VoiceStatusCallbackUrl',
  'VoiceStatusCallbackMethod',
  'SipRegistration',
  'EmergencyCallingEnabled',
  'EmergencyCallerSid',
  'Secure',
  'ByocTrunkSid',
];
const MOST_DOMAINS = 100;
const TWILIOS = '.sip.twilio.com';

export const domainRoutes: readonly Route[] = [
  route('GET', '/SIP/Domains.json', (call) =>
    page2010(call, {
      key: 'domains',
      items: newestFirst(call.state.api.domains),
      id: ({ sid }) => sid,
      render: (domain) => render(domain, call),
    }),
  ),
  route('POST', '/SIP/Domains.json', (call) => {
    const { domains } = call.state.api;
    if (domains.length >= MOST_DOMAINS) throw badRequest(21230, 'Too many SIP domains');
    const domainName = freeName(text(call, 'DomainName') ?? '', call);
    const { now } = call;
    const domain: Domain = {
      sid: call.newSid('SD'),
      domainName,
      friendlyName: null,
      voiceUrl: null,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      voiceFallbackMethod: 'POST',
      voiceStatusCallbackUrl: null,
      voiceStatusCallbackMethod: 'POST',
      sipRegistration: false,
      emergencyCallingEnabled: false,
      emergencyCallerSid: null,
      secure: false,
      byocTrunkSid: null,
      mapped: { calls: [], registrations: [], ipAddresses: [] },
      dateCreated: now,
      dateUpdated: now,
    };
    domains.push(Object.assign(domain, given(call, SETTINGS)));
    return { status: 201, body: render(domain, call) };
  }),
  route('GET', '/SIP/Domains/{Sid}.json', (call) => ({
    status: 200,
    body: render(domainOf(call, call.params['Sid']), call),
  })),
  route('POST', '/SIP/Domains/{Sid}.json', (call) => {
    const domain = domainOf(call, call.params['Sid']);
    const name = text(call, 'DomainName');
    if (name && name.toLowerCase() !== domain.domainName) domain.domainName = freeName(name, call);
    Object.assign(domain, given(call, SETTINGS), { dateUpdated: call.now });
    return { status: 200, body: render(domain, call) };
  }),
  route('DELETE', '/SIP/Domains/{Sid}.json', (call) => {
    const { domains } = call.state.api;
    const domain = domainOf(call, call.params['Sid']);
    if (domains.some(({ domainName }) => domainName.endsWith(`.${domain.domainName}`))) {
      throw badRequest(21233, 'The domain has subdomains');
    }
    remove(domains, domain);
    return DELETED;
  }),
];

export function domainOf(call: Call, sid: string | undefined): Domain {
  return bySid(call.state.api.domains, sid, call);
}

/** Names are unique among all accounts; below a name that an account has, they are that account's. */
function freeName(name: string, { state }: Call): string {
  const requested = name.toLowerCase();
  const label = requested.endsWith(TWILIOS) ? requested.slice(0, -TWILIOS.length) : '';
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(label)) throw badRequest(21231, 'Invalid Domain Name');
  const { domains, takenDomainNames } = state.api;
  const ours = domains.map(({ domainName }) => domainName);
  if ([...ours, ...takenDomainNames].includes(requested)) {
    throw badRequest(21232, 'Domain name is already taken');
  }
  const parent = requested.slice(requested.indexOf('.') + 1);
  if (label.includes('.') && !ours.includes(parent)) {
    const why = 'Cannot create subdomain because the parent domain does not exist';
    throw badRequest(21232, why);
  }
  return requested;
}

function render(domain: Domain, call: Call): object {
  const { mapped } = domain;
  const path = `/SIP/Domains/${domain.sid}`;
  // Whether lists for registrations show here too is not documented.
  const authTypes = [
    ...(mapped.ipAddresses.length > 0 ? ['IP_ACL'] : []),
    ...(mapped.calls.length > 0 ? ['CREDENTIAL_LIST'] : []),
  ];
  return rendered(call, without(domain, 'mapped'), {
    api_version: API_VERSION,
    auth_type: authTypes.join(','),
    uri: uriOf(call, path),
    subresource_uris: {
      credential_list_mappings: uriOf(call, `${path}/CredentialListMappings`),
      ip_access_control_list_mappings: uriOf(call, `${path}/IpAccessControlListMappings`),
    },
  });
}
