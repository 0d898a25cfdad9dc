/** A line that says what takes its time, when it takes more than two seconds. */
import type { Io } from '../io';

const SILENT_MS = 2_000;

interface Asked {
  readonly json?: boolean | undefined;
}

/**
 * @param what is done meanwhile, such as `Reading the account`.
 * @returns ends it.
 */
export function announce(
  { stderr }: Pick<Io, 'stderr'>,
  what: string,
  { json = false }: Asked = {},
): () => void {
  // A script may read both streams as one.
  if (json) return () => undefined;
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    stderr.write(stderr.isTTY ? `${what} …` : `${what} …\n`);
  }, SILENT_MS);
  return () => {
    clearTimeout(timer);
    if (said && stderr.isTTY) stderr.write('\r\x1b[K');
    said = false;
  };
}

/** The same while `work` is under way. */
export async function whileWaiting<T>(
  io: Pick<Io, 'stderr'>,
  what: string,
  work: () => Promise<T>,
  asked: Asked = {},
): Promise<T> {
  const end = announce(io, what, asked);
  try {
    return await work();
  } finally {
    end();
  }
}
