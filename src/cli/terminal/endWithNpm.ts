/**
 * Ends this process when the `npm` that runs it has ended. Npm passes SIGTERM to a shell, which passes it to nobody,
 * and SIGHUP and SIGKILL to none at all: a server would go on, with its port.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Ancestor {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const NPM = /^npm\b|[\\/]npm(?:-cli\.js)?(?:\s|$)/;
const EVERY_MS = 500;

/** Without npm above it, or where nobody can tell, it ends as any process does. */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const above = ancestors();
  // Npm may run npm; whoever started the outermost, such as a shell, may end before it.
  const watched = above.slice(0, above.findLastIndex(({ command }) => NPM.test(command)) + 1);
  setInterval(() => {
    if (watched.every(({ pid }) => isAlive(pid))) return;
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS).unref();
}

/** From the parent upwards. */
function ancestors(): readonly Ancestor[] {
  const found: Ancestor[] = [];
  for (let pid = process.ppid; pid > 1; pid = found.at(-1)?.parent ?? 0) {
    const ancestor = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
    if (!ancestor) break;
    found.push(ancestor);
  }
  return found;
}

function fromProc(pid: number): Ancestor | undefined {
  try {
    // `pid (name) state parent …`, and a name may hold anything.
    const [, parent] = /\) . (\d+) [^)]*$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): Ancestor | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [, parent, command = ''] = /^\s*(\d+)\s+(.*)/.exec(line) ?? [];
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's may not be sent anything.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
