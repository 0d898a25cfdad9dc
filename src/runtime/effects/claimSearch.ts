/** Whether this request may have volunteers called, and by which book: counted and noted before anybody is. */
import type { CallVolunteers } from '../calls/operator';
import { answered } from '../webhook/answered';
import { CallBook } from './operatorCalls';
import { type Means, timeLeft } from './context';
import { Tallies } from './rateLimiter';

export interface Permit {
  /** Where the call is noted: the store, and the process's memory for when that does not answer. */
  readonly books: readonly CallBook[];
  readonly allowed: boolean;
}

/** undefined where it is for another request to call them. */
export async function permit(effect: CallVolunteers, means: Means): Promise<Permit | undefined> {
  const { call, line, limits } = effect;
  const { store, spare, environment } = means;
  const now = new Date();
  const book = new CallBook(store, environment);
  const spareBook = new CallBook(spare, environment);
  // Called by this process while the store did not answer.
  if (store !== spare && (await spareBook.search(call)) !== 'none') return undefined;
  const tallies = new Tallies(store, environment);
  const [begun, counts] = await Promise.all([
    answered(book.begin(call)),
    answered(tallies.read(line)),
  ]);
  // The next request goes on where this one is stopped.
  if (begun === undefined || timeLeft(means) === 0) return undefined;
  const [taken, counted] = await Promise.all([
    begun === null ? begun : answered(book.take(call, begun)),
    counts === null ? counts : answered(tallies.count(line, limits, now, counts)),
  ]);
  if (taken === false) return undefined;
  if (taken === null && !(await takeAtOnce(call, spareBook))) return undefined;
  const blind = () => new Tallies(spare, environment).countBlind(limits, now);
  return {
    books: store === spare ? [book] : [book, spareBook],
    allowed: counted === null ? await blind() : counted,
  };
}

async function takeAtOnce(call: string, book: CallBook): Promise<boolean> {
  const begun = await book.begin(call);
  return begun !== undefined && book.take(call, begun);
}
