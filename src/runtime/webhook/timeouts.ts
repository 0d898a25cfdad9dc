/** Time limits for promises. What is not done in time goes on, but nobody waits for it. */
import { logFailure } from './log';

/** @throws Error when the work is not done in so many milliseconds. */
export async function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer in ${Math.round(milliseconds)} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Of the second that there is in all, a request to the store gets so much. */
export const STORE_MS = 250;

/** Runs a request to the store; null when it fails or takes longer than 250 ms. */
export async function withStoreTimeout<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await withTimeout(STORE_MS, work);
  } catch (error) {
    logFailure('store.failed', error);
    return null;
  }
}
