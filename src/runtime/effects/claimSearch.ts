/** Whether this request may have volunteers called, and where that is recorded: counted and recorded before anybody is called. */
import type { CallVolunteers } from '../calls/effects';
import { STORE_MS, withStoreTimeout } from '../webhook/timeouts';
import { type Begun, OperatorCalls } from './operatorCalls';
import { type EffectContext, timeLeft } from './context';
import { RateLimiter } from './rateLimiter';

/** A call's document, and what its making is answered. */
export interface CallRecord {
  readonly calls: OperatorCalls;
  readonly begun: Begun;
}

export interface Claim {
  /** Where the call is recorded: the store, and the process's memory for when that does not answer. */
  readonly records: readonly CallRecord[];
  readonly allowed: boolean;
}

/** For the document and then the counts. With less, volunteers might not be called any more, though the record says that they are. */
const NEEDED_MS = 2 * STORE_MS;

/** undefined where it is for another request to call them. */
export async function claimSearch(
  { call, line, limits }: CallVolunteers,
  context: EffectContext,
): Promise<Claim | undefined> {
  const { store, fallbackStore, environment } = context;
  const now = new Date();
  if (timeLeft(context) < NEEDED_MS) return undefined;
  const records: CallRecord[] = [];
  if (store !== fallbackStore) {
    const calls = new OperatorCalls(fallbackStore, environment);
    const begun = calls.begin(call);
    // Another request of this process is at it, or has been.
    if ((await begun) === undefined) return undefined;
    records.push({ calls, begun });
  }
  const calls = new OperatorCalls(store, environment);
  const begun = calls.begin(call);
  records.push({ calls, begun });
  const limiter = new RateLimiter(store, environment);
  const [taken, counts] = await Promise.all([
    withStoreTimeout(begun),
    withStoreTimeout(limiter.read(line)),
  ]);
  if (taken === undefined) return undefined;
  const counted = counts && (await withStoreTimeout(limiter.count(line, limits, now, counts)));
  const withoutStore = () =>
    new RateLimiter(fallbackStore, environment).countWithoutStore(limits, now);
  return { records, allowed: counted ?? (await withoutStore()) };
}
