/** Where an environment's functions are deployed: read from Twilio, kept nowhere. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EnvironmentInstance } from 'twilio/lib/rest/serverless/v1/service/environment';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { environmentOf } from '../../runtime/model/environment';
import type { Rest } from '../client/rest';

export interface Deployment {
  readonly serviceSid: string;
  readonly environmentSid: string;
  /** Such as `dialtone-1234-stage.twil.io`. */
  readonly domainName: string;
  /** What the domain name ends in; none where prod was deployed with `--production`. */
  readonly suffix?: string;
  /** The build it serves; none where the environment is still empty. */
  readonly buildSid?: string;
}

const PAGE_SIZE = 100;

/** The service's name, read where the Twilio CLI reads it: package.json. */
export function serviceName(folder = '.'): string {
  const file = path.join(folder, 'package.json');
  const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown };
  if (typeof name === 'string' && name !== '') return name;
  throw new UserError(`${file} has no name`, 'Add one: the Twilio service is named after it.');
}

/** SID of the service of that name; undefined where nothing was deployed yet. */
export async function findService(rest: Rest, service: string): Promise<string | undefined> {
  const services = await rest.repeat(() =>
    rest.client.serverless.v1.services.list({ pageSize: PAGE_SIZE }),
  );
  return services.find(({ uniqueName }) => uniqueName === service)?.sid;
}

/**
 * The environment's deployment of the service; undefined where nothing was deployed yet. Its domain
 * suffix is the environment's name; for prod it may have none.
 *
 * @throws UserError when two claim to be the environment, or when the functions of the one found
 *   would take themselves for another environment's.
 */
export async function findDeployment(
  rest: Rest,
  service: string,
  environment: EnvironmentName,
): Promise<Deployment | undefined> {
  const serviceSid = await findService(rest, service);
  if (serviceSid === undefined) return undefined;
  const matching = await environmentsOf(rest, serviceSid, environment);
  const [found] = matching;
  if (!found) return undefined;
  const names = matching.map(({ domainName }) => domainName).sort();
  if (matching.length > 1) {
    throw new UserError(
      `${names.length} deployments of ${service} are ${environment}: ${names.join(', ')}`,
      'Delete the one that nothing uses.',
    );
  }
  return checked(found, environment);
}

/**
 * An empty environment, named as the Twilio CLI names it, so that it is found by the CLI too.
 *
 * @throws UserError when Twilio gives it a domain name that tells another environment.
 */
export async function createEnvironment(
  rest: Rest,
  serviceSid: string,
  environment: EnvironmentName,
): Promise<Deployment> {
  const { environments } = rest.client.serverless.v1.services(serviceSid);
  const created = await rest.create<EnvironmentInstance>({
    what: `The environment ${environment}`,
    post: () =>
      environments.create({ uniqueName: `${environment}-environment`, domainSuffix: environment }),
    find: async () => (await environmentsOf(rest, serviceSid, environment))[0],
    taken: [409],
  });
  return checked(created, environment);
}

async function environmentsOf(
  rest: Rest,
  serviceSid: string,
  environment: EnvironmentName,
): Promise<EnvironmentInstance[]> {
  const all = await rest.repeat(() =>
    rest.client.serverless.v1.services(serviceSid).environments.list({ pageSize: PAGE_SIZE }),
  );
  return all.filter(({ domainSuffix }) => suffixNames(domainSuffix, environment));
}

/** The functions know their environment from nothing but the domain name. */
function checked(found: EnvironmentInstance, environment: EnvironmentName): Deployment {
  const { serviceSid, sid, domainName, domainSuffix, buildSid } = found;
  const itself = environmentOf(domainName);
  if (itself !== environment) {
    throw new UserError(
      `The functions on ${domainName} would run as ${itself}, not as ${environment}`,
      'They read the environment from the domain name; delete this deployment and deploy again.',
    );
  }
  return {
    serviceSid,
    environmentSid: sid,
    domainName,
    // The SDK's types do not say that both are null where there is none.
    ...(domainSuffix && { suffix: domainSuffix }),
    ...(buildSid && { buildSid }),
  };
}

function suffixNames(suffix: string | null, environment: EnvironmentName): boolean {
  return suffix ? suffix.toLowerCase() === environment : environment === 'prod';
}
