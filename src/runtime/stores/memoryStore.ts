/** Documents in the memory of one process. */
import type { Document, Store } from './store';

interface Entry extends Document {
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** More than a local server needs; the oldest are forgotten first. */
const MOST = 10_000;

export class MemoryStore implements Store {
  private readonly entries = new Map<string, Entry>();
  private revisions = 0;

  create(name: string, data: object, ttlSeconds: number): Promise<string | undefined> {
    if (this.find(name)) return Promise.resolve(undefined);
    this.entries.delete(name);
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size >= MOST) this.entries.delete(oldest);
    return Promise.resolve(this.write(name, data, ttlSeconds));
  }

  read(name: string): Promise<Document | undefined> {
    return Promise.resolve(this.find(name));
  }

  update(name: string, data: object, revision: string, ttlSeconds: number): Promise<boolean> {
    if (this.find(name)?.revision !== revision) return Promise.resolve(false);
    this.write(name, data, ttlSeconds);
    return Promise.resolve(true);
  }

  private find(name: string): Entry | undefined {
    const entry = this.entries.get(name);
    return entry && entry.until > Date.now() ? entry : undefined;
  }

  /** A copy, as if it had been away and come back. */
  private write(name: string, data: object, ttlSeconds: number): string {
    this.revisions += 1;
    this.entries.set(name, {
      data: structuredClone(data),
      revision: String(this.revisions),
      until: Date.now() + ttlSeconds * 1_000,
    });
    return String(this.revisions);
  }
}

const MEMORY = Symbol.for('dialtone.memory');
type Shared = typeof globalThis & { [MEMORY]?: MemoryStore };

/** One for the whole process: each function is bundled by itself, and has its own modules. */
export function processMemory(): MemoryStore {
  const shared: Shared = globalThis;
  return (shared[MEMORY] ??= new MemoryStore());
}
