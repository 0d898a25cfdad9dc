/** What was deployed, run by twilio-run under the deployment's own domain name. */
import { listening, spawnTwilioRun, stop } from '../../src/build/twilioRun';
import { freePort } from '../../test/support/localServer';
import type { OperatorProject } from './operatorProject';

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

export async function serveDeployed(project: OperatorProject, domainName: string): Promise<Served> {
  // The functions read their environment from the domain name that Twilio's runtime gives them.
  project.write('.env.served', `DOMAIN_NAME=${domainName}\n`);
  const port = await freePort();
  const child = spawnTwilioRun({
    port,
    args: ['--cwd', project.folder, '--env', project.path('.env.served')],
    stdio: 'ignore',
  });
  if (!(await listening(child, port))) throw new Error('twilio-run did not start');
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}
