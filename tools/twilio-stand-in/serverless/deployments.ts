/**
 * Deployments: a build activated in an environment
 * (https://www.twilio.com/docs/serverless/api/resource/deployment).
 */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, text } from '../records';
import {
  conflict,
  created,
  environmentOf,
  list,
  ok,
  renderedBelow,
  route,
  ENVIRONMENT,
  serviceOf,
} from './paths';
import type { Deployment } from './state';

const DEPLOYMENTS = `${ENVIRONMENT}/Deployments`;

export const deploymentRoutes: readonly Route[] = [
  route('GET', DEPLOYMENTS, (call) =>
    list(call, 'deployments', environmentOf(call).deployments, renderDeployment),
  ),
  route('POST', DEPLOYMENTS, (call) => {
    const environment = environmentOf(call);
    const build = serviceOf(call).builds.find(({ sid }) => sid === text(call, 'BuildSid'));
    if (build?.status !== 'completed') throw badRequest(20001, 'There is no such completed build');
    if (environment.buildSid === build.sid) {
      throw conflict(call, 'Environment already has requested deployment.');
    }
    const deployment = {
      sid: call.newSid('ZD'),
      buildSid: build.sid,
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    environment.deployments.push(deployment);
    Object.assign(environment, { buildSid: build.sid, dateUpdated: call.now });
    return created(renderDeployment(deployment, call));
  }),
  route('GET', `${DEPLOYMENTS}/{Sid}`, (call) =>
    ok(renderDeployment(bySid(environmentOf(call).deployments, call.params['Sid'], call), call)),
  ),
];

function renderDeployment(deployment: Deployment, call: Call): object {
  return renderedBelow(call, deployment, 'Deployments');
}
