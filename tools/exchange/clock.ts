/** Time in the exchange: it stands still while anything is under way, and then leaps to what is due next. */

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

export class Clock {
  /** Seconds since the exchange was opened. */
  now = 0;
  /** Asked when nothing is under way; true: now something is. */
  whenQuiet: () => boolean = () => false;
  private timers: Timer[] = [];
  private busy = 0;
  private quiet: (() => void) | undefined;

  /** @returns what calls it off. */
  after(seconds: number, ring: () => void): () => void {
    const timer = { at: this.now + seconds, ring };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  /** Work in the real world, such as a request: time waits for it. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work;
    } finally {
      this.busy -= 1;
      if (this.busy === 0) this.quiet?.();
    }
  }

  /** Resolves when nothing is under way any more: everybody waits for a time, or for each other. */
  async settled(): Promise<void> {
    for (;;) {
      // Whoever was waiting has its turn.
      await new Promise(setImmediate);
      if (this.busy === 0 && !this.whenQuiet()) return;
      if (this.busy === 0) continue;
      await new Promise<void>((resolve) => (this.quiet = resolve));
    }
  }

  /** Lets so many seconds go by, or, without a number, all that anybody waits for. */
  async pass(seconds = Infinity): Promise<void> {
    const end = this.now + seconds;
    for (;;) {
      await this.settled();
      const due = Math.min(...this.timers.map(({ at }) => at));
      if (due > end || due === Infinity) break;
      this.now = due;
      const [ringing, later] = [true, false].map((is) =>
        this.timers.filter(({ at }) => at <= due === is),
      );
      this.timers = later ?? [];
      for (const { ring } of ringing ?? []) ring();
    }
    if (end !== Infinity) this.now = end;
  }
}
