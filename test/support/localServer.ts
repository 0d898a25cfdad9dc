/** The functions of a directory under a real twilio-run, for tests over HTTP. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../src/build/build';
import { checkedProject } from '../../src/config/checkedProject';
import { freePort, listening, spawnTwilioRun, stop } from '../../src/build/twilioRun';

export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

export interface LocalServer {
  readonly url: string;
  readonly pid: number;
  get(path: string, parameters?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, parameters?: Readonly<Record<string, string>>): Promise<Answer>;
  /** What the server has written to its standard output and error. */
  output(): string;
  stop(): Promise<void>;
}

// The bundles find their packages in the project's own node_modules.
export const BUILDS = path.resolve('.e2e');

/** Builds `folder`, lets `change` alter the build, and serves it. */
export async function startLocalServer(
  folder: string,
  options: {
    env?: string;
    preload?: string[];
    change?: (dist: string) => void;
    variables?: Readonly<Record<string, string>>;
  } = {},
): Promise<LocalServer> {
  mkdirSync(BUILDS, { recursive: true });
  const dist = path.relative('.', mkdtempSync(path.join(BUILDS, 'build-')));
  build(checkedProject(folder), dist);
  options.change?.(dist);

  const port = await freePort();
  const folders = ['--functions-folder', `${dist}/functions`, '--assets-folder', `${dist}/assets`];
  const child = spawnTwilioRun({
    port,
    args: [...folders, ...(options.env ? ['--env', options.env] : [])],
    ...(options.preload && { preload: options.preload }),
    ...(options.variables && { variables: options.variables }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  if (!(await listening(child, port))) throw new Error(`twilio-run did not start:\n${output}`);

  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid ?? 0,
    get: (route, parameters = {}) =>
      read(fetch(`${url}${route}?${new URLSearchParams(parameters).toString()}`)),
    post: (route, parameters = {}) =>
      read(fetch(`${url}${route}`, { method: 'POST', body: new URLSearchParams(parameters) })),
    output: () => output,
    stop: async () => {
      await stop(child);
      rmSync(dist, { recursive: true, force: true });
    },
  };
}

async function read(response: Promise<Response>): Promise<Answer> {
  const { status, headers, text } = await response.then(async (r) => ({
    status: r.status,
    headers: r.headers,
    text: await r.text(),
  }));
  return { status, contentType: headers.get('content-type'), body: text };
}
