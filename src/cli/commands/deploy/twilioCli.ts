/** The Twilio CLI with its serverless plugin, as this project's own packages: nothing installed globally. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Login } from '../../../twilio/client/login';
import { childEnvironment } from '../../../build/childEnvironment';
import { checkout } from '../../../config/checkout';

export interface CliRun {
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly output: string;
}

export interface CliOptions {
  readonly login: Login;
  /** The project's folder. */
  readonly cwd?: string;
  /** Beside where things are, and how to reach the network. */
  readonly env?: Readonly<Record<string, string>>;
}

const PLUGIN = '@twilio-labs/plugin-serverless';
/** What the CLI keeps: not in the user's home, where their own CLI keeps its profiles. */
const FOLDER = '.twilio-cli';
/** Twilio throttles uploads, and the CLI does not repeat one. */
const REQUESTS_AT_ONCE = '2';

/** Runs `twilio <args>` to its end. */
export async function runTwilioCli(
  args: readonly string[],
  { login, cwd = checkout(), env = {} }: CliOptions,
): Promise<CliRun> {
  const folder = path.resolve(cwd, FOLDER);
  linkPlugin(path.join(folder, 'data'));
  const bin = path.resolve(path.dirname(require.resolve('twilio-cli/package.json')), 'bin', 'run');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...childEnvironment(),
      ...env,
      ...environmentOf(login),
      TWILIO_DATA_DIR: path.join(folder, 'data'),
      TWILIO_CONFIG_DIR: path.join(folder, 'config'),
      TWILIO_CACHE_DIR: path.join(folder, 'cache'),
      TWILIO_SERVERLESS_API_CONCURRENCY: REQUESTS_AT_ONCE,
      // Its version is package.json's; else it asks npm's registry for a newer one.
      TWILIO_SKIP_NEW_VERSION_CHECK: 'true',
      // Else @oclif/plugin-update runs whatever `twilio` is first in PATH, with the account's token.
      TWILIO_DISABLE_AUTOUPDATE: 'true',
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Takes the place of `twilio plugins:install`, which would download what is here already. */
function linkPlugin(dataFolder: string): void {
  const root = path.dirname(require.resolve(`${PLUGIN}/package.json`));
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(
    path.join(dataFolder, 'package.json'),
    JSON.stringify({ oclif: { schema: 1, plugins: [{ type: 'link', name: PLUGIN, root }] } }),
  );
}

/** An API key with its account, or the account's token, which the CLI takes where there is no key. */
function environmentOf({ accountSid, username, password }: Login): NodeJS.ProcessEnv {
  const account = { TWILIO_ACCOUNT_SID: accountSid };
  return username === accountSid
    ? { ...account, TWILIO_AUTH_TOKEN: password }
    : { ...account, TWILIO_API_KEY: username, TWILIO_API_SECRET: password };
}
