/** Counts how often volunteers are called, and how often they are notified of messages, for each phone and for the whole site. */
import { countOne, readRateCount, smallerRate } from '../calls/operator';
import type { EnvironmentName, OperatorDesk, Rate } from '../model/directory';
import { documentName } from '../stores/documentName';
import type { Document, Store } from '../stores/store';

type Limits = OperatorDesk['limits'];

const TTL_SECONDS = 2 * 86_400;
const TRIES = 4;
const SITE = 'site';

export class RateLimiter {
  constructor(
    private readonly store: Store,
    private readonly environment: EnvironmentName,
    /** What is counted. */
    private readonly what: 'tally' | 'told' = 'tally',
  ) {}

  /** Read early, while the call's document is made. */
  read(line: string): Promise<readonly (Document | undefined)[]> {
    return Promise.all([line, SITE].map((key) => this.store.read(this.name(key))));
  }

  /**
   * Counts one more for the line and for the site, where both allow it: a line that has reached
   * its limit takes nothing of the site's.
   */
  async count(
    line: string,
    limits: Limits,
    now: Date,
    [phone, site]: readonly (Document | undefined)[],
  ): Promise<boolean> {
    const allows = (document: Document | undefined, rate: Rate) =>
      countOne(readRateCount(document?.data), rate, now) !== undefined;
    if (!allows(phone, limits.phone) || !allows(site, limits.site)) return false;
    const counted = await Promise.all([
      this.add(line, limits.phone, now, phone),
      this.add(SITE, limits.site, now, site),
    ]);
    return counted.every(Boolean);
  }

  /**
   * For a store that is the process's own, because the other does not answer: all phones together
   * have the smaller of the two limits.
   */
  async countWithoutStore(limits: Limits, now: Date): Promise<boolean> {
    const document = await this.store.read(this.name('blind'));
    return this.add('blind', smallerRate(limits), now, document);
  }

  private async add(
    key: string,
    rate: Rate,
    now: Date,
    document: Document | undefined,
  ): Promise<boolean> {
    const name = this.name(key);
    let old = document;
    for (let tries = 0; tries < TRIES; tries++) {
      const next = countOne(readRateCount(old?.data), rate, now);
      if (!next) return false;
      const done = old
        ? await this.store.update(name, next, old.revision, TTL_SECONDS)
        : (await this.store.create(name, next, TTL_SECONDS)) !== undefined;
      if (done) return true;
      old = await this.store.read(name);
    }
    throw new Error('A rate limit’s count changes too often');
  }

  private name(key: string): string {
    return documentName(this.environment, this.what, key);
  }
}
