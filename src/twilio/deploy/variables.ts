/** The variables of a deployment: each environment has its own, from its own file. */
import type { Deployment } from './deployment';
import { readEnvFile } from '../client/envFile';
import { type Rest, statusOf } from '../client/rest';

export interface DeployedVariable {
  readonly sid: string;
  readonly name: string;
}

const PAGE_SIZE = 100;
const NOT_FOUND = 404;

/** By name; their values are not looked at. */
export async function deployedVariables(
  rest: Rest,
  deployment: Deployment,
): Promise<DeployedVariable[]> {
  const found = await rest.repeat(() =>
    variablesOf(rest, deployment).list({ pageSize: PAGE_SIZE }),
  );
  return found
    .map(({ sid, key }) => ({ sid, name: key }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The variables that the deployment still has and its env file no longer does: the Twilio CLI
 * uploads but never removes.
 */
export async function staleVariables(
  rest: Rest,
  deployment: Deployment,
  envFile: string,
): Promise<DeployedVariable[]> {
  const desired = readEnvFile(envFile);
  // An empty value is not uploaded.
  return (await deployedVariables(rest, deployment)).filter(({ name }) => !desired[name]);
}

export async function removeVariable(
  rest: Rest,
  deployment: Deployment,
  { sid }: DeployedVariable,
): Promise<void> {
  try {
    await rest.repeat(() => variablesOf(rest, deployment)(sid).remove());
  } catch (error) {
    // The reply of the first try was lost, or someone else was faster.
    if (statusOf(error) !== NOT_FOUND) throw error;
  }
}

function variablesOf(rest: Rest, { serviceSid, environmentSid }: Deployment) {
  return rest.client.serverless.v1.services(serviceSid).environments(environmentSid).variables;
}
