/** `dialtone rehearse`: the operator's own directory, played against a stand-in for Twilio. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../../config/checkout';
import { directoryFolder } from '../../../config/project';
import {
  defineCommand,
  directoryOption,
  environmentOption,
  type EnvironmentOptions,
  whole,
} from '../../command';

interface RehearseFlags extends EnvironmentOptions {
  readonly calls?: number;
}

/** The tool is a program of its own: it loads what is made for tests, and no command should. */
const PROGRAM = 'tools/rehearse/main.ts';

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .addOption(environmentOption("the site's only one, else prod"))
      .option(
        '--calls <number>',
        'play so many calls at most (default: 200)',
        whole(1, 100_000, 'a number of calls'),
      )
      .option('--json', 'print {phones, emergency, calls, wrong, …} as JSON'),
  environment: 'prod',
  examples: ['rehearse', 'rehearse --environment stage --calls 50', 'rehearse --json'],
  // It prints while it runs, some minutes long, and its JSON itself.
  json: false,
  async run({ cwd, env, stdout, stderr }, { directory, environment, calls, json }: RehearseFlags) {
    const folder = path.resolve(cwd, directoryFolder(directory, env));
    const child = spawn(
      process.execPath,
      [
        ...['--import', pathToFileURL(require.resolve('tsx')).href, PROGRAM],
        ...['--directory', folder, '--environment', environment],
        ...(calls === undefined ? [] : ['--calls', String(calls)]),
        ...(json ? ['--json'] : []),
      ],
      // Its program and what it copies are the checkout's.
      { cwd: checkout(), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.on('data', (chunk: Buffer) => stdout.write(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => stderr.write(chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  },
  exitCode: (code) => code,
});
