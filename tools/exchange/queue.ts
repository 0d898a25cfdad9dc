/** A call that waits in a queue, and how it comes out of it. */
import type { Bridge } from './bridge';
import { Interruption, type Leg } from './leg';

/** Somebody takes the call out of the queue. */
export class Taken extends Interruption {
  constructor(readonly member: Waiting) {
    super();
  }
}

export class Waiting {
  /** Who takes it, and what the caller hears before; undefined while it waits. */
  taker:
    { readonly leg: Leg; readonly url: string | undefined; readonly limit?: number } | undefined;
  private notify: ((bridge: Bridge | 'gone') => void) | undefined;
  private result: Bridge | 'gone' | undefined;

  constructor(
    readonly leg: Leg,
    readonly queueSid: string,
    readonly name: string,
    readonly since: number,
  ) {}

  /** Both wait for the other to be ready. */
  take(taker: NonNullable<Waiting['taker']>): void {
    this.taker = taker;
    this.leg.interrupt(new Taken(this));
  }

  /** The caller is ready, or gone. */
  answer(result: Bridge | 'gone'): void {
    this.result ??= result;
    this.notify?.(this.result);
  }

  /** For the taker. */
  outcome(taker: Leg): Promise<Bridge | 'gone'> {
    return taker.wait((resolve) => {
      if (this.result) resolve(this.result);
      this.notify = resolve;
      return () => (this.notify = undefined);
    });
  }
}
