/** What was deployed, run by twilio-run under the deployment's own domain name. */
import { freePort, listening, spawnTwilioRun, stop } from '../../src/build/twilioRun';
import type { ApiReply, ApiRequest } from '../twilio-stand-in/contract';
import type { OperatorProject } from './operatorProject';

export interface Functions {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param variables environment variables of the process, such as those that lead to the stand-in. */
export async function runFunctions(
  project: OperatorProject,
  domainName: string,
  variables: Readonly<Record<string, string>> = {},
  login?: { readonly accountSid: string; readonly authToken: string },
): Promise<Functions> {
  // The functions read their environment from the domain name that Twilio's runtime gives them.
  const account = login ? `ACCOUNT_SID=${login.accountSid}\nAUTH_TOKEN=${login.authToken}\n` : '';
  project.write('.env.functions', `DOMAIN_NAME=${domainName}\n${account}`);
  const port = await freePort();
  const child = spawnTwilioRun({
    port,
    args: ['--cwd', project.folder, '--env', project.path('.env.functions')],
    variables,
    stdio: 'ignore',
  });
  if (!(await listening(child, port))) throw new Error('twilio-run did not start');
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

/** A request for a function, as Twilio passes it on: 400 without its signature. */
export async function pass(
  { url }: Functions,
  { path, form, headers }: ApiRequest,
): Promise<ApiReply> {
  if (headers['x-twilio-signature'] === undefined) return { status: 400, body: '' };
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const response = await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: await response.text() };
}
