/** Whether this request may have volunteers called, and where that is noted: counted and noted before anybody is called. */
import type { CallVolunteers } from '../calls/effects';
import { withStoreTimeout } from '../webhook/timeouts';
import { OperatorCalls } from './operatorCalls';
import { type EffectContext, timeLeft } from './context';
import { RateLimiter } from './rateLimiter';

export interface Claim {
  /** Where the call is noted: the store, and the process's memory for when that does not answer. */
  readonly calls: readonly OperatorCalls[];
  readonly allowed: boolean;
}

/** undefined where it is for another request to call them. */
export async function claimSearch(
  effect: CallVolunteers,
  context: EffectContext,
): Promise<Claim | undefined> {
  const { call, line, limits } = effect;
  const { store, fallbackStore, environment } = context;
  const now = new Date();
  const record = new OperatorCalls(store, environment);
  const fallbackRecord = new OperatorCalls(fallbackStore, environment);
  // Called by this process while the store did not answer.
  if (store !== fallbackStore && (await fallbackRecord.search(call)) !== 'none') return undefined;
  const limiter = new RateLimiter(store, environment);
  const [begun, counts] = await Promise.all([
    withStoreTimeout(record.begin(call)),
    withStoreTimeout(limiter.read(line)),
  ]);
  // The next request goes on where this one is stopped.
  if (begun === undefined || timeLeft(context) === 0) return undefined;
  const [taken, counted] = await Promise.all([
    begun === null ? begun : withStoreTimeout(record.claim(call, begun)),
    counts === null ? counts : withStoreTimeout(limiter.count(line, limits, now, counts)),
  ]);
  if (taken === false) return undefined;
  if (taken === null && !(await claimAtOnce(call, fallbackRecord))) return undefined;
  const withoutStore = () =>
    new RateLimiter(fallbackStore, environment).countWithoutStore(limits, now);
  return {
    calls: store === fallbackStore ? [record] : [record, fallbackRecord],
    allowed: counted === null ? await withoutStore() : counted,
  };
}

async function claimAtOnce(call: string, record: OperatorCalls): Promise<boolean> {
  const begun = await record.begin(call);
  return begun !== undefined && record.claim(call, begun);
}
