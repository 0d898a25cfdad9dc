/** Which build an environment serves, and giving it another one that exists already. */
import { UserError } from '../../diagnostics/errors';
import type { Deployment } from './deployment';
import { type Rest, statusOf } from '../client/rest';

const CONFLICT = 409;
const NOT_FOUND = 404;
const POLL_MS = 1_000;
/** As long as the Twilio CLI waits. */
const MOST_POLLS = 300;

/** The build that the environment serves now. */
export async function activeBuild(
  rest: Rest,
  { serviceSid, environmentSid }: Deployment,
): Promise<string | undefined> {
  const environment = rest.client.serverless.v1.services(serviceSid).environments(environmentSid);
  const { buildSid } = await rest.repeat(() => environment.fetch());
  // null before the first deployment, which the SDK's type does not say.
  return buildSid || undefined;
}

/** Lets the environment serve the build. Where the reply is lost, what it serves is looked at first. */
export async function activate(rest: Rest, target: Deployment, buildSid: string): Promise<void> {
  const { serviceSid, environmentSid } = target;
  const { deployments } = rest.client.serverless.v1
    .services(serviceSid)
    .environments(environmentSid);
  const find = async () => ((await activeBuild(rest, target)) === buildSid ? buildSid : undefined);
  await rest.create({
    what: `The deployment of build ${buildSid}`,
    post: async () => {
      try {
        return (await deployments.create({ buildSid })).buildSid;
      } catch (error) {
        // "Environment already has requested deployment."
        if (statusOf(error) === CONFLICT && (await find())) return buildSid;
        throw error;
      }
    },
    find,
    taken: [409],
  });
}

/**
 * Waits until Twilio has made the build.
 *
 * @throws UserError when it failed, when it is gone, or when it takes longer than five minutes.
 */
export async function awaitBuild(rest: Rest, serviceSid: string, buildSid: string): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls += 1) {
    const status = await buildStatus(rest, serviceSid, buildSid);
    if (status === 'completed') return;
    if (status === 'failed') {
      throw new UserError(
        `Twilio could not make build ${buildSid}.`,
        "Usually a package in package.json's dependencies cannot be installed there: each needs an exact version that exists on npm.",
      );
    }
    if (status === undefined) {
      throw new UserError(
        `Build ${buildSid} no longer exists: Twilio keeps a build that no environment serves for seven days.`,
        'Deploy the commit that you want again.',
      );
    }
    await rest.sleep(POLL_MS);
  }
  throw new UserError(
    `Twilio has been making build ${buildSid} for five minutes.`,
    'See https://status.twilio.com, then try again.',
  );
}

/** undefined where there is no such build. */
async function buildStatus(
  rest: Rest,
  serviceSid: string,
  buildSid: string,
): Promise<string | undefined> {
  const build = rest.client.serverless.v1.services(serviceSid).builds(buildSid);
  try {
    return (await rest.repeat(() => build.buildStatus().fetch())).status;
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}
