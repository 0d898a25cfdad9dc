/** Time that a test lets pass: nothing is late because the machine is busy. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Stops `setTimeout` and `performance.now()`; `Date` too where it is said what time it is. */
export function stopTime(now?: Date): void {
  jest.useFakeTimers({
    ...(now && { now }),
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'hrtime',
      'nextTick',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      ...(now ? [] : (['Date'] as const)),
    ],
  });
}

const STEP_MS = 10;

/** Step by step: what is begun by one timer may set the next. */
export async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
    await jest.advanceTimersByTimeAsync(STEP_MS);
  }
}

/** Lets time pass until the work is done. */
export async function passUntil<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const end = () => (done = true);
  work.then(end, end);
  while (!done) await pass(STEP_MS);
  return work;
}

/** Waits, by the real clock, for what others do; as long as the test may take. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

/** The CPU time of some work, in milliseconds. What runs beside it takes none of this. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
