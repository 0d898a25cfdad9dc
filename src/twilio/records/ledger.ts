/**
 * The highest password generation that was ever set for each username of an environment, and which
 * of them were pruned: kept at Twilio, where every checkout sees it, and written before the
 * credential is. It is never lowered, so that no checkout, however old, lets a former password in.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EnvironmentName } from '../../runtime/model/directory';
import { envFile, readEnvFile } from '../client/envFile';
import { type Lineage, lineageSchema } from '../deploy/lineage';
import type { Rest } from '../client/rest';
import { type Item, SyncMap } from '../client/syncMap';
import {
  Behind,
  behind,
  type Entry,
  entryOf,
  isAhead,
  keyOf,
  type Keys,
  keysOf,
  ledgerName,
  parsed,
  type Recorded,
} from './ledgerEntry';

/** No username is encoded like this: `_` is followed by two hexadecimal digits there. */
const KEYS_ITEM = '_keys';
const LINEAGE_ITEM = '_applied';
const TRIES = 8;
const PAUSE_MS = 250;

export class Ledger implements Recorded {
  private readonly entries = new Map<string, Entry>();
  private known: Keys | undefined;

  private constructor(
    private readonly rest: Rest,
    private readonly map: SyncMap,
    items: readonly Item[] | undefined,
  ) {
    this.exists = items !== undefined;
    for (const { key, data } of items ?? []) {
      if (key === KEYS_ITEM) this.known = keysOf(data, map.name);
      else if (key === LINEAGE_ITEM) this.lineage = parsed(lineageSchema, data, map.name);
      else this.note(data);
    }
  }

  exists: boolean;
  /** What the last apply was made of; undefined before the first. */
  lineage: Lineage | undefined;

  /** @param folder of the directory; undefined where there is none. */
  static async read(
    rest: Rest,
    environment: EnvironmentName,
    folder: string | undefined,
  ): Promise<Ledger> {
    const map = mapOf(rest, environment, folder);
    return new Ledger(rest, map, await map.items());
  }

  /** What is recorded of one username, by one request. */
  static async find(
    rest: Rest,
    environment: EnvironmentName,
    username: string,
    folder: string | undefined,
  ): Promise<Entry | undefined> {
    const map = mapOf(rest, environment, folder);
    const item = await map.find(keyOf(username));
    return item && entryOf(item.data, map.name);
  }

  get keys(): Keys | undefined {
    return this.known;
  }

  get(username: string): Entry | undefined {
    return this.entries.get(username);
  }

  /** Makes it where there is none yet. */
  async make(): Promise<void> {
    if (this.exists) return;
    await this.map.make();
    this.exists = true;
  }

  /** @throws Behind when passwords have been made with another key since this one. */
  async useKey(current: string): Promise<void> {
    await this.change(KEYS_ITEM, (data) => {
      const keys = data === undefined ? undefined : keysOf(data, this.map.name);
      if (keys?.former.includes(current)) throw new Behind('this master key was replaced');
      if (keys?.current === current) return undefined;
      this.known = { current, former: keys ? [...keys.former, keys.current] : [] };
      return this.known;
    });
  }

  /** Before an apply writes: nothing older is applied after it unsaid. */
  async noteLineage(lineage: Lineage): Promise<void> {
    await this.change(LINEAGE_ITEM, () => lineage);
    this.lineage = lineage;
  }

  /**
   * Before the password of this generation is set.
   *
   * @throws Behind when a higher one was set, or this one was set and pruned.
   */
  async raise(username: string, generation: number): Promise<void> {
    await this.record(username, (entry) => {
      if (entry && isAhead(entry, generation)) throw behind(entry, generation);
      return { username, generation, pruned: false };
    });
  }

  /** Before a credential is deleted that had this generation, or a higher one that is recorded. */
  async bury(username: string, generation: number): Promise<void> {
    await this.record(username, (entry) => ({
      username,
      generation: Math.max(generation, entry?.generation ?? 0),
      pruned: true,
    }));
  }

  /**
   * Never lowers: what is recorded higher, or as pruned, stays.
   *
   * @param guessed whether nothing here shows that apply has set it.
   */
  async atLeast(username: string, generation: number, guessed = false): Promise<void> {
    await this.record(username, (entry) =>
      entry && (entry.generation >= generation || entry.pruned)
        ? entry
        : { username, generation, pruned: false, ...(guessed && { guessed }) },
    );
  }

  /** As it is now, when somebody else may have written. */
  async again(username: string): Promise<Entry | undefined> {
    const item = await this.map.find(keyOf(username));
    return item && this.note(item.data);
  }

  private async record(username: string, next: (entry: Entry | undefined) => Entry): Promise<void> {
    const known = this.entries.has(username);
    await this.change(
      keyOf(username),
      (data) => {
        const entry = data === undefined ? undefined : entryOf(data, this.map.name);
        const desired = next(entry);
        this.note(desired);
        return isDeepStrictEqual(entry, desired) ? undefined : desired;
      },
      known,
    );
  }

  /** Changes an item by what it is at that moment; `next` answers undefined where it is right. */
  private async change(
    key: string,
    next: (data: unknown) => object | undefined,
    known = true,
  ): Promise<void> {
    await this.make();
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const item = known || attempt > 0 ? await this.map.find(key) : undefined;
      const data = next(item?.data);
      if (data === undefined) return;
      const written = item
        ? await this.map.update(key, data, item.revision)
        : await this.map.create(key, data);
      if (written) return;
      await this.rest.sleep(PAUSE_MS * 2 ** attempt);
    }
    throw new Behind(`somebody else is changing the record ${key} in ${this.map.name}`);
  }

  private note(data: unknown): Entry {
    const entry = entryOf(data, this.map.name);
    this.entries.set(entry.username, entry);
    return entry;
  }
}

/** The service that the deployment's functions use. */
function mapOf(rest: Rest, environment: EnvironmentName, folder: string | undefined): SyncMap {
  const { SYNC_SERVICE_SID } = readEnvFile(envFile(environment, folder));
  return new SyncMap(rest, SYNC_SERVICE_SID || 'default', ledgerName(environment));
}
