/**
 * Reads that answer as if a write had not happened yet: Twilio's copies take a moment to agree.
 */
import type { State } from './contract';
import type { Fault } from './faults';

export class Snapshots {
  private before: { readonly state: State; reads: number; writes: number } | undefined;

  /** To be called before the write; a snapshot is only taken where the fault wants one. */
  beforeWrite(state: State, { staleReads = 0, staleWrites = 0 }: Fault = {}): void {
    if (this.before && this.before.writes > 0) this.before.writes -= 1;
    if (staleReads > 0 || staleWrites > 0) {
      this.before = { state: copied(state), reads: staleReads, writes: staleWrites };
    }
  }

  /** What a read is to see. */
  forRead(state: State): State {
    if (!this.before || this.before.reads + this.before.writes <= 0) return state;
    if (this.before.reads > 0) this.before.reads -= 1;
    return this.before.state;
  }
}

/** `structuredClone` would give dates that are none to code that jest runs in a world of its own. */
function copied<T>(part: T): T {
  if (part instanceof Date || part instanceof Uint8Array) return part;
  if (Array.isArray(part)) return part.map(copied) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, copied<unknown>(value)]),
  ) as T;
}
