/** Whether this request may have volunteers called, and by which book: counted and noted before anybody is. */
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
  const { store, fallbackStore: spare, environment } = context;
  const now = new Date();
  const book = new OperatorCalls(store, environment);
  const spareBook = new OperatorCalls(spare, environment);
  // Called by this process while the store did not answer.
  if (store !== spare && (await spareBook.search(call)) !== 'none') return undefined;
  const tallies = new RateLimiter(store, environment);
  const [begun, counts] = await Promise.all([
    withStoreTimeout(book.begin(call)),
    withStoreTimeout(tallies.read(line)),
  ]);
  // The next request goes on where this one is stopped.
  if (begun === undefined || timeLeft(context) === 0) return undefined;
  const [taken, counted] = await Promise.all([
    begun === null ? begun : withStoreTimeout(book.claim(call, begun)),
    counts === null ? counts : withStoreTimeout(tallies.count(line, limits, now, counts)),
  ]);
  if (taken === false) return undefined;
  if (taken === null && !(await claimAtOnce(call, spareBook))) return undefined;
  const blind = () => new RateLimiter(spare, environment).countWithoutStore(limits, now);
  return {
    calls: store === spare ? [book] : [book, spareBook],
    allowed: counted === null ? await blind() : counted,
  };
}

async function claimAtOnce(call: string, book: OperatorCalls): Promise<boolean> {
  const begun = await book.begin(call);
  return begun !== undefined && book.claim(call, begun);
}
