/** Where the recorder works, and its files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** In the project's folder, for what is built finds its packages in node_modules; git ignores it. */
export const WORK = path.resolve('.e2e/recorder');
export const CLOCK = path.resolve('tools/recorder/clock.cjs');
/** A Friday noon in Portland, where the example is. */
export const NOON = '2026-11-20T20:00:00Z';

export function put(file: string, text: string | Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Does all, so many at once; the results in order. */
export async function inParallel<T, R>(
  items: readonly T[],
  many: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: many }, worker));
  return results;
}
