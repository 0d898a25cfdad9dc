/**
 * What is known of each caller's call for the operator: how the search stands, which legs were
 * made for it, and which of them are over. One document a call, made before anybody is called; gone
 * an hour later.
 */
import type { CancelLegs } from '../calls/effects';
import { type Search, SEARCHES } from '../calls/operator';
import type { EnvironmentName } from '../model/directory';
import { isCallSid } from '../model/callSid';
import { documentName } from '../stores/documentName';
import type { Document, Store } from '../stores/store';

export type State = (typeof SEARCHES)[number];

interface Entry extends Partial<Ending> {
  readonly state: State;
  /** SIDs of the calls to volunteers. */
  readonly legs: readonly string[];
  /** Those that are over; noted even before `legs` are. */
  readonly ended?: readonly string[];
}

const CALLING: Entry = { state: 'calling', legs: [] };

/** Revision of the document that was made; undefined where there was one: volunteers are being called, or were, or the caller is gone. */
export type Begun = Promise<string | undefined>;

/** How the legs of a call are ended that is over. */
export type Ending = Pick<CancelLegs, 'except' | 'tell'>;

/** Of calls that another process makes too. */
const TOO_MANY: Ending = { tell: true };

const TTL_SECONDS = 3_600;
/**
 * How often a document is tried that others change at the same time: phones that are not picked up
 * stop ringing together.
 */
const TRIES = 8;

export class OperatorCalls {
  constructor(
    private readonly store: Store,
    private readonly environment: EnvironmentName,
  ) {}

  /**
   * Notes that volunteers are being called, in one request: of several that try only one does, and
   * however late it is answered, no other calls them again.
   */
  begin(call: string): Begun {
    return this.store.create(this.name(call), CALLING, TTL_SECONDS);
  }

  async search(call: string): Promise<Search> {
    const document = await this.store.read(this.name(call));
    if (!document) return 'none';
    const { state, legs, ended = [] } = entryOf(document);
    const inVain = legs.length > 0 && legs.every((leg) => ended.includes(leg));
    return state === 'called' && inVain ? 'inVain' : state;
  }

  /**
   * Notes what became of the search; where it is over by now, or was another's, how the legs are to
   * be ended.
   *
   * @param begun Nobody waited for it any longer than there was time.
   */
  async finishSearch(
    call: string,
    begun: Begun,
    state: State,
    legs: readonly string[],
  ): Promise<Ending | undefined> {
    const revision = await begun.catch(() => null);
    // As a rule nothing has changed since.
    if (revision && (await this.update(call, { state, legs }, revision))) return undefined;
    let ending: Ending | undefined;
    await this.change(call, (old = CALLING) => {
      const { state: now, except, tell = false, ended, legs: others } = old;
      if (now === 'over') ending = { tell, ...(except !== undefined && { except }) };
      else if (revision === undefined) ending = TOO_MANY;
      else return { state, legs: [...others, ...legs], ...(ended && { ended }) };
      return undefined;
    });
    return ending;
  }

  /**
   * Notes that the caller needs nobody any more, be it before anybody was called.
   *
   * @param found Is given the legs so far as soon as they are read: they need not ring until it is noted.
   */
  async end(call: string, ending: Ending, found: (legs: readonly string[]) => void): Promise<void> {
    await this.change(call, ({ state, legs } = CALLING) => {
      found(legs);
      return state === 'over' ? undefined : { ...ending, state: 'over', legs };
    });
  }

  /** Notes that a leg is over, while that says anything. */
  async legEnded(call: string, leg: string): Promise<void> {
    await this.change(call, (old) => {
      const { state, ended = [] } = old ?? {};
      const isNews = old && state !== 'over' && !ended.includes(leg);
      return isNews ? { ...old, ended: [...ended, leg] } : undefined;
    });
  }

  /** @param next Gives up by undefined; is given undefined where there is no document. */
  private async change(
    call: string,
    next: (old: Entry | undefined) => Entry | undefined,
  ): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const document = await this.store.read(this.name(call));
      const entry = next(document && entryOf(document));
      if (!entry) return;
      const done = document
        ? await this.update(call, entry, document.revision)
        : (await this.store.create(this.name(call), entry, TTL_SECONDS)) !== undefined;
      if (done) return;
    }
    throw new Error('A call’s document changes too often');
  }

  private update(call: string, entry: Entry, revision: string): Promise<boolean> {
    return this.store.update(this.name(call), entry, revision, TTL_SECONDS);
  }

  private name(call: string): string {
    return documentName(this.environment, 'call', call);
  }
}

/** What is not ours to read holds no leg. */
function entryOf({ data }: Document): Entry {
  const { state, legs, ended, except, tell } = (data ?? {}) as Partial<
    Record<keyof Entry, unknown>
  >;
  return {
    state: SEARCHES.find((each) => each === state) ?? 'calling',
    legs: Array.isArray(legs) ? legs.filter(isCallSid) : [],
    ...(Array.isArray(ended) && { ended: ended.filter(isCallSid) }),
    tell: tell === true,
    ...(isCallSid(except) && { except }),
  };
}
