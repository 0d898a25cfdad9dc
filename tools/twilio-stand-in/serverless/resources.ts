/** Functions and assets (https://www.twilio.com/docs/serverless/api/resource/function). */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, remove, text, without } from '../records';
import { created, DELETED, list, ok, rendered, route, SERVICE, serviceOf } from './paths';
import type { Resource } from './state';
import { type Kind, NAMES, versionRoutes } from './versions';

const LONGEST_NAME = 255;

export const resourceRoutes: readonly Route[] = [
  ...routesOf('functions'),
  ...versionRoutes('functions'),
  ...routesOf('assets'),
  ...versionRoutes('assets'),
];

function routesOf(kind: Kind): Route[] {
  const all = `${SERVICE}/${NAMES[kind].part}`;
  const one = `${all}/{Sid}`;
  const resource = (call: Call) => bySid(serviceOf(call)[kind], call.params['Sid'], call);
  const render = (record: Resource, call: Call) => renderResource(kind, record, call);
  return [
    route('GET', all, (call) => list(call, kind, serviceOf(call)[kind], render)),
    route('POST', all, (call) => {
      const record: Resource = {
        sid: call.newSid('ZH'),
        friendlyName: nameOf(call),
        versions: [],
        dateCreated: call.now,
        dateUpdated: call.now,
      };
      serviceOf(call)[kind].push(record);
      return created(render(record, call));
    }),
    route('GET', one, (call) => ok(render(resource(call), call))),
    route('POST', one, (call) => {
      const change = { friendlyName: nameOf(call), dateUpdated: call.now };
      return ok(render(Object.assign(resource(call), change), call));
    }),
    route('DELETE', one, (call) => {
      remove(serviceOf(call)[kind], resource(call));
      return DELETED;
    }),
  ];
}

/** Names need not be unique. */
function nameOf(call: Call): string {
  const name = text(call, 'FriendlyName') ?? '';
  if (name.length > LONGEST_NAME) throw badRequest(20001, 'FriendlyName is too long');
  return name;
}

function renderResource(kind: Kind, resource: Resource, call: Call): object {
  const service = serviceOf(call).sid;
  const { part, list: versions } = NAMES[kind];
  const path = `${service}/${part}/${resource.sid}`;
  const more = { service_sid: service };
  return rendered(call, without(resource, 'versions'), path, more, { [versions]: 'Versions' });
}
