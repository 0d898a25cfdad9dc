/** Sync services (https://www.twilio.com/docs/sync/api/service). */
import { type Call, notFound, type Route } from '../contract';
import { pageV1 } from '../paging';
import { iso8601, remove, text, without, written } from '../records';
import { defaultService, type SyncService } from './state';

const HOST = 'sync.twilio.com';
export const SERVICE = '/v1/Services/{ServiceSid}';

export function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return { host: HOST, method, path, handle };
}

export const serviceRoutes: readonly Route[] = [
  route('GET', '/v1/Services', (call) =>
    pageV1(call, {
      key: 'services',
      items: call.state.sync.services,
      id: ({ sid }) => sid,
      render: (service) => render(service, call),
    }),
  ),
  route('POST', '/v1/Services', (call) => {
    const sid = call.newSid('IS');
    const friendlyName = text(call, 'FriendlyName') ?? null;
    const dates = { dateCreated: call.now, dateUpdated: call.now };
    const service = { ...defaultService(sid), friendlyName, uniqueName: null, ...dates };
    call.state.sync.services.push(service);
    return { status: 201, body: render(service, call) };
  }),
  route('GET', '/v1/Services/{Sid}', (call) => ({
    status: 200,
    body: render(serviceOf(call), call),
  })),
  route('DELETE', '/v1/Services/{Sid}', (call) => {
    remove(call.state.sync.services, serviceOf(call));
    return { status: 204 };
  }),
];

/** By its SID, or `default`. */
export function serviceOf(call: Call): SyncService {
  const name = call.params['ServiceSid'] ?? call.params['Sid'];
  const found = call.state.sync.services.find(
    ({ sid, uniqueName }) => sid === name || uniqueName === name,
  );
  if (!found) throw notFound(call.request.path);
  return found;
}

/** A record below a service. */
export function renderBelow(call: Call, record: object, path: string, more: object): object {
  const { sid } = serviceOf(call);
  return {
    account_sid: call.accountSid,
    service_sid: sid,
    created_by: 'system',
    ...written(record, iso8601),
    url: `https://${HOST}/v1/Services/${sid}/${path}`,
    ...more,
  };
}

/** `links(call, 'Documents/ET…', { permissions: 'Permissions' })` */
export function links(call: Call, path: string, parts: Readonly<Record<string, string>>): object {
  const base = `https://${HOST}/v1/Services/${serviceOf(call).sid}/${path}`;
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, `${base}/${part}`]));
}

function render(service: SyncService, call: Call): object {
  const url = `https://${HOST}/v1/Services/${service.sid}`;
  const parts = ['Documents', 'Lists', 'Maps', 'Streams'];
  return {
    account_sid: call.accountSid,
    ...written(without(service, 'documents', 'maps'), iso8601),
    webhook_url: null,
    webhooks_from_rest_enabled: false,
    reachability_webhooks_enabled: false,
    acl_enabled: false,
    reachability_debouncing_enabled: false,
    reachability_debouncing_window: 5_000,
    url,
    links: Object.fromEntries(parts.map((part) => [part.toLowerCase(), `${url}/${part}`])),
  };
}
