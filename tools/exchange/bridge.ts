/** Two legs that are connected: both at once, until either parts or the time is up. */
import type { Clock } from './clock';
import type { Leg } from './leg';

export class Bridge {
  private readonly waiting = new Set<() => void>();
  private over = false;

  constructor(
    private readonly ends: readonly [Leg, Leg],
    clock: Clock,
    limitSeconds?: number,
  ) {
    const [one, other] = ends;
    for (const leg of ends) {
      if (leg.peer) throw new Error(`${leg.record.to} is connected with somebody already`);
    }
    [one.peer, other.peer] = [other, one];
    for (const leg of ends) {
      leg.talkedWith.push(leg.peer!.sid);
      leg.log(`talks with ${nameOf(leg.peer!)}`);
    }
    if (limitSeconds !== undefined) clock.after(limitSeconds, () => this.part());
  }

  /** A leg stays in it until it is over. */
  async stay(leg: Leg): Promise<void> {
    try {
      await leg.wait((resolve) => {
        if (this.over) resolve();
        this.waiting.add(resolve);
        return () => this.waiting.delete(resolve);
      });
    } finally {
      this.part();
    }
  }

  private part(): void {
    this.over = true;
    for (const leg of this.ends) leg.peer = undefined;
    for (const resolve of this.waiting) resolve();
  }
}

/** The party's number, or username. */
export function nameOf({ record }: Leg): string {
  const address = record.direction === 'inbound' ? record.from : record.to;
  return /^sip:([^@]+)@/.exec(address)?.[1] ?? address;
}
