/** The variables of a deployment, without their values. */
import { Buffer } from 'node:buffer';
import type { Deployment } from '../deploy/deployment';
import { holdsKey } from '../secrets/key';
import { readEnvFile } from '../client/envFile';
import type { Rest } from '../client/rest';
import type { ExaminedVariable } from './examined';

const PAGE_SIZE = 100;

export interface VariablesInput {
  readonly envFile: string;
  readonly key?: Buffer | undefined;
}

export interface ActualVariables {
  readonly variables: readonly ExaminedVariable[];
  /** Of the Sync service that the functions are told to use. */
  readonly syncSid?: string | undefined;
}

export async function readVariables(
  rest: Rest,
  { serviceSid, environmentSid }: Deployment,
  { envFile, key }: VariablesInput,
): Promise<ActualVariables> {
  const { variables: resource } = rest.client.serverless.v1
    .services(serviceSid)
    .environments(environmentSid);
  const found = await rest.repeat(() => resource.list({ pageSize: PAGE_SIZE }));
  const desired = readEnvFile(envFile);
  const password = rest.client.password;
  const variables = found
    .map(({ key: name, value }) => ({
      name,
      bytes: Buffer.byteLength(JSON.stringify({ [name]: value })),
      secret: holdsKey(name, value, key) || (password !== undefined && value.includes(password)),
      // An empty value is not uploaded.
      stale: !desired[name],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const syncSid = found.find(({ key: name }) => name === 'SYNC_SERVICE_SID')?.value;
  return { variables, syncSid: syncSid || undefined };
}
