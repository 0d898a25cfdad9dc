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

type State = (typeof SEARCHES)[number];

interface Entry extends Partial<Ending> {
  readonly state: State;
  /** SIDs of the calls to volunteers. */
  readonly legs: readonly string[];
  /** Those that are over; noted even before `legs` are. */
  readonly ended?: readonly string[];
}

const CALLING: Entry = { state: 'calling', legs: [] };

/** How the legs of a call are ended that is over. */
export type Ending = Pick<CancelLegs, 'except' | 'tell'>;

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
   * Notes that a search begins. What is noted is given to `take`; undefined when volunteers are
   * being called, or were, or the caller is gone.
   */
  async begin(call: string): Promise<string | undefined> {
    const created = await this.create(call, { state: 'begun', legs: [] });
    if (created !== undefined) return created;
    const document = await this.store.read(this.name(call));
    return document && entryOf(document).state === 'begun' ? document.revision : undefined;
  }

  /**
   * Whether it is for this request to call them: of those that have begun only one takes it, so that
   * another may go on where the first was stopped.
   */
  claim(call: string, begun: string): Promise<boolean> {
    return this.store.update(this.name(call), CALLING, begun, TTL_SECONDS);
  }

  async search(call: string): Promise<Search> {
    const document = await this.store.read(this.name(call));
    if (!document) return 'none';
    const { state, legs, ended = [] } = entryOf(document);
    const inVain = legs.length > 0 && legs.every((leg) => ended.includes(leg));
    return state === 'called' && inVain ? 'inVain' : state;
  }

  /** Notes what became of the search; where it is over by now, how the legs are to be ended. */
  async finishSearch(
    call: string,
    state: State,
    legs: readonly string[],
  ): Promise<Ending | undefined> {
    let ending: Ending | undefined;
    await this.change(call, (old = CALLING) => {
      const { state: now, except, tell = false, ended } = old;
      ending = now === 'over' ? { tell, ...(except !== undefined && { except }) } : undefined;
      return ending ? undefined : { state, legs, ...(ended && { ended }) };
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
        ? await this.store.update(this.name(call), entry, document.revision, TTL_SECONDS)
        : (await this.create(call, entry)) !== undefined;
      if (done) return;
    }
    throw new Error('A call’s document changes too often');
  }

  private create(call: string, entry: Entry): Promise<string | undefined> {
    return this.store.create(this.name(call), entry, TTL_SECONDS);
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
