/**
 * Environments of a service, each with a domain name of its own
 * (https://www.twilio.com/docs/serverless/api/resource/environment).
 */
import { type ApiReply, badRequest, type Call, type Route } from '../contract';
import { bySid, remove, text, without } from '../records';
import { conflict, created, DELETED, list, ok, rendered, route, SERVICE, serviceOf } from './paths';
import type { Environment } from './state';

const ENVIRONMENTS = `${SERVICE}/Environments`;
const LONGEST_NAME = 100;
const SUFFIX = /^[a-z0-9-]{1,16}$/i;

export const environmentRoutes: readonly Route[] = [
  route('GET', ENVIRONMENTS, (call) =>
    list(call, 'environments', serviceOf(call).environments, renderEnvironment),
  ),
  {
    ...route('POST', ENVIRONMENTS, createEnvironment),
    // "This property currently doesn't exist but for the future lets set it": the toolkit's
    // serverless-api, src/api/environments.ts (https://github.com/twilio-labs/serverless-toolkit).
    alsoTakes: { FriendlyName: /^[\w-]+ Environment \(Created by CLI\)$/ },
  },
  route('GET', `${ENVIRONMENTS}/{Sid}`, (call) =>
    ok(renderEnvironment(bySid(serviceOf(call).environments, call.params['Sid'], call), call)),
  ),
  route('DELETE', `${ENVIRONMENTS}/{Sid}`, (call) => {
    const { environments } = serviceOf(call);
    remove(environments, bySid(environments, call.params['Sid'], call));
    return DELETED;
  }),
];

function createEnvironment(call: Call): ApiReply {
  const service = serviceOf(call);
  const uniqueName = text(call, 'UniqueName') ?? '';
  const domainSuffix = text(call, 'DomainSuffix') || null;
  if (uniqueName.length > LONGEST_NAME) throw badRequest(20001, 'UniqueName is too long');
  if (domainSuffix && !SUFFIX.test(domainSuffix)) throw badRequest(20001, 'Invalid DomainSuffix');
  const taken = service.environments.some(
    (other) => other.uniqueName === uniqueName || other.domainSuffix === domainSuffix,
  );
  if (taken) {
    throw conflict(call, 'Environment with this UniqueName or DomainSuffix already exists.');
  }
  const environment: Environment = {
    sid: call.newSid('ZE'),
    uniqueName,
    domainSuffix,
    domainName: `${service.domainBase}${domainSuffix ? `-${domainSuffix}` : ''}.twil.io`,
    buildSid: null,
    variables: [],
    deployments: [],
    logs: [],
    dateCreated: call.now,
    dateUpdated: call.now,
  };
  service.environments.push(environment);
  return created(renderEnvironment(environment, call));
}

function renderEnvironment(environment: Environment, call: Call): object {
  const record = without(environment, 'variables', 'deployments', 'logs');
  const service = serviceOf(call);
  const path = `${service.sid}/Environments/${environment.sid}`;
  const links = { variables: 'Variables', deployments: 'Deployments', logs: 'Logs' };
  return rendered(call, record, path, { service_sid: service.sid }, links);
}
