/** Services (https://www.twilio.com/docs/serverless/api/resource/service). */
import { badRequest, type Call, notFound, type Route } from '../contract';
import { given, remove, text, without } from '../records';
import { conflict, created, DELETED, list, ok, rendered, route } from './paths';
import type { Service } from './state';

const SERVICES = '/v1/Services';
/** Twilio's pages do not agree whether 50 is too long already. */
const NAME_LIMIT = 50;

export const serviceRoutes: readonly Route[] = [
  route('GET', SERVICES, (call) =>
    list(call, 'services', call.state.serverless.services, renderService),
  ),
  route('POST', SERVICES, (call) => {
    const { services } = call.state.serverless;
    const uniqueName = text(call, 'UniqueName') ?? '';
    if (uniqueName.length >= NAME_LIMIT) throw badRequest(20001, 'UniqueName is too long');
    if (services.some((other) => other.uniqueName === uniqueName)) {
      throw conflict(call, 'Service with this UniqueName already exists.');
    }
    const sid = call.newSid('ZS');
    const service: Service = {
      sid,
      uniqueName,
      friendlyName: '',
      includeCredentials: true,
      uiEditable: false,
      // Four digits that nobody chose.
      domainBase: `${uniqueName}-${1_000 + (parseInt(sid.slice(2, 10), 16) % 9_000)}`,
      environments: [],
      functions: [],
      assets: [],
      builds: [],
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    services.push(Object.assign(service, settings(call)));
    return created(renderService(service, call));
  }),
  route('GET', `${SERVICES}/{Sid}`, (call) => ok(renderService(serviceAt(call), call))),
  route('POST', `${SERVICES}/{Sid}`, (call) => {
    const service = Object.assign(serviceAt(call), settings(call), { dateUpdated: call.now });
    return ok(renderService(service, call));
  }),
  route('DELETE', `${SERVICES}/{Sid}`, (call) => {
    remove(call.state.serverless.services, serviceAt(call));
    return DELETED;
  }),
];

/** By its SID or its name; below a service, only by its SID. */
function serviceAt({ state, params, request }: Call): Service {
  const requested = params['Sid'];
  const found = state.serverless.services.find(
    ({ sid, uniqueName }) => sid === requested || uniqueName === requested,
  );
  if (!found) throw notFound(request.path);
  return found;
}

function settings(call: Call) {
  return given(call, ['FriendlyName', 'IncludeCredentials', 'UiEditable']);
}

function renderService(service: Service, call: Call): object {
  const record = without(service, 'environments', 'functions', 'assets', 'builds');
  const links = {
    environments: 'Environments',
    functions: 'Functions',
    assets: 'Assets',
    builds: 'Builds',
  };
  return rendered(call, record, service.sid, {}, links);
}
