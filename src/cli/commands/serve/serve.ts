/** `dialtone serve`: the functions on this machine, with no Twilio account. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { build } from '../../../build/build';
import { endWithNpm } from '../../terminal/endWithNpm';
import { inCheckout } from '../../../config/checkout';
import { UserError } from '../../../diagnostics/errors';
import { type Context } from '../../command';
import { openProject } from '../../project';
import type { Project } from '../../../config/project';
import { examplesOf } from './examples';
import { greeting } from './greeting';
import { startPage } from './startPage';
import { listening, spawnTwilioRun, stop } from '../../../build/twilioRun';

export interface ServeOptions {
  readonly folder: string;
  readonly port: number;
  /** Build and start anew after every change. */
  readonly watch: boolean;
}

// The example is served, but never in the folder that is deployed. The bundles find their packages
// in the project's own node_modules.
const BUILD = '.serve';
const PAGE_HANDLER = 'src/cli/commands/serve/pageHandler.cjs';
const FOLDERS = ['--functions-folder', `${BUILD}/functions`, '--assets-folder', `${BUILD}/assets`];

/** Builds and serves; returns the server's exit code when it has ended. */
export async function serve(options: ServeOptions, context: Context): Promise<number> {
  const { terminal } = context;
  const { folder, port } = options;
  const project = openProject(context, folder);
  await requireFreePort(port);
  const watcher = options.watch ? await watching([folder, inCheckout('src')]) : undefined;
  buildWithPage(project, port, context);

  const start = () => spawnTwilioRun({ port, args: FOLDERS, preload: [inCheckout(PAGE_HANDLER)] });
  let server = start();
  endWithUs(() => server);
  endWithNpm();
  if (await listening(server, port)) {
    terminal.print(greeting(project, examplesOf(project, port, context.env)));
  }
  if (!watcher) return exitCode(server);

  const nextChange = changes(watcher);
  for (;;) {
    await nextChange();
    if (!rebuild(options, context)) continue;
    await stop(server);
    server = start();
    if (await listening(server, port)) terminal.print('Rebuilt.');
  }
}

/** The start page lies beside functions and assets, which are what twilio-run serves. */
function buildWithPage(project: Project, port: number, { env }: Context): void {
  build(project, inCheckout(BUILD));
  const page = startPage(project, examplesOf(project, port, env));
  writeFileSync(inCheckout(`${BUILD}/start-page.json`), JSON.stringify(page));
}

/** A directory with errors, or code that does not bundle, leaves the last good build running. */
function rebuild({ folder, port }: ServeOptions, context: Context): boolean {
  try {
    buildWithPage(openProject(context, folder), port, context);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.terminal.error(error);
    context.terminal.say('The last good build is still served.');
    return false;
  }
}

async function watching(folders: string[]): Promise<FSWatcher> {
  const real = folders.map((folder) => realpathSync(folder));
  const watcher = watch(real, { ignoreInitial: true, followSymlinks: false });
  await once(watcher, 'ready');
  return watcher;
}

/** Waits for a burst of changes: an editor writes several files at once. None is missed while we build. */
function changes(watcher: FSWatcher): () => Promise<void> {
  let changed = false;
  watcher.on('all', () => (changed = true));
  return async () => {
    if (!changed) await once(watcher, 'all');
    await sleep(100);
    changed = false;
  };
}

/** Ctrl-C and `kill` end the server too, and wait for it; whatever else may end us, it notices by itself. */
function endWithUs(server: () => ChildProcess): void {
  process.once('exit', () => server().kill());
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
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new UserError(
      `Port ${port} ${taken ? 'is in use' : 'cannot be used'}.`,
      'Choose another: ./dialtone serve --port 3100',
      { cause: error },
    );
  }
  probe.close();
  await once(probe, 'close');
}
