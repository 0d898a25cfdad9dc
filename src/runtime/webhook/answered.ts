/** What the store says in the time that it has. */
import { logFailure } from './log';
import { within } from './timeouts';

/** Of the second that there is in all, the store gets so much for a step: the rest is for what it is asked for. */
const STEP_MS = 250;

/** null when it fails or is late. */
export async function answered<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await within(STEP_MS, work);
  } catch (error) {
    logFailure('store.failed', error);
    return null;
  }
}
