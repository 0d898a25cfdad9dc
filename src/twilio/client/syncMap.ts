/**
 * A map in Twilio Sync: items by key, each created once and changed by revision
 * (https://www.twilio.com/docs/sync/api/map-resource, …/map-item-resource).
 */
import { codeOf, type Rest, statusOf } from './rest';

export interface Item {
  readonly key: string;
  readonly data: unknown;
  /** Changes with every update. */
  readonly revision: string;
}

/** Statuses with the error codes that go with them: that they go together is documented of none. */
const NOT_FOUND = [404, 20404];
/** The name of a map, or the key of an item, is taken. */
const TAKEN = [409, 54301, 54208];
const CHANGED = [412, 54103, 54205];
/** Twilio's most. */
const PAGE_SIZE = 100;

export class SyncMap {
  constructor(
    private readonly rest: Rest,
    /** SID of the service, or `default`. */
    private readonly service: string,
    readonly name: string,
  ) {}

  /** Undefined where there is no such map. */
  items(): Promise<Item[] | undefined> {
    return this.unless(NOT_FOUND, () => this.map.syncMapItems.list({ pageSize: PAGE_SIZE }));
  }

  async make(): Promise<void> {
    const { syncMaps } = this.rest.client.sync.v1.services(this.service);
    await this.unless(TAKEN, () => syncMaps.create({ uniqueName: this.name }));
  }

  find(key: string): Promise<Item | undefined> {
    return this.unless(NOT_FOUND, () => this.map.syncMapItems(key).fetch());
  }

  /** Undefined where there is an item of that key. */
  create(key: string, data: object): Promise<Item | undefined> {
    return this.unless(TAKEN, () => this.map.syncMapItems.create({ key, data }));
  }

  /** Undefined where it has changed since `revision`, or is gone. */
  update(key: string, data: object, revision: string): Promise<Item | undefined> {
    return this.unless([...CHANGED, ...NOT_FOUND], () =>
      this.map.syncMapItems(key).update({ data, ifMatch: revision }),
    );
  }

  private get map() {
    return this.rest.client.sync.v1.services(this.service).syncMaps(this.name);
  }

  /** All may be repeated: who creates or changes it a second time gets an error, and looks again. */
  private async unless<T>(
    answers: readonly number[],
    request: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await this.rest.repeat(request);
    } catch (error) {
      if (answers.some((one) => one === statusOf(error) || one === codeOf(error))) return undefined;
      throw error;
    }
  }
}
