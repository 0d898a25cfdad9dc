/** `dialtone serve`: the functions on this machine, with no Twilio account. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { build } from './build';
import { checkedProject } from './check';
import { UserError } from './errors';
import { greeting } from './greeting';
import { listening, spawnTwilioRun, stop } from './twilioRun';

export interface ServeOptions {
  readonly folder: string;
  readonly port: number;
  /** Build and start anew after every change. */
  readonly watch: boolean;
}

/** Builds and serves; returns the server's exit code when it has ended. */
export async function serve(options: ServeOptions): Promise<number> {
  const { folder, port } = options;
  const project = checkedProject(folder);
  await requireFreePort(port);
  build(project);

  let server = spawnTwilioRun({ port });
  endWithUs(() => server);
  if (await listening(server, port)) console.log(greeting(project, port));
  if (!options.watch) return exitCode(server);

  for await (const _ of changes([folder, 'src'])) {
    if (!rebuild(folder)) continue;
    await stop(server);
    server = spawnTwilioRun({ port });
    if (await listening(server, port)) console.log('Rebuilt.');
  }
  return exitCode(server);
}

/** A directory with faults leaves the last good build running. */
function rebuild(folder: string): boolean {
  try {
    build(checkedProject(folder));
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** One for every burst of changes: an editor writes several files at once. */
async function* changes(folders: string[]): AsyncGenerator<void> {
  const watcher = watch(folders, { ignoreInitial: true });
  for (;;) {
    await once(watcher, 'all');
    await sleep(100);
    yield;
  }
}

/** Ctrl-C and `kill` end the server too. */
function endWithUs(server: () => ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop(server()).then(() => process.exit(0));
    });
  }
}

async function exitCode(server: ChildProcess): Promise<number> {
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  return server.exitCode ?? 0;
}

/** Where the port is taken twilio-run would ask for another, and wait. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw new UserError(`Port ${port} is taken.`, `Choose another: PORT=${port + 1} npm start`, {
      cause: error,
    });
  }
  probe.close();
  await once(probe, 'close');
}
