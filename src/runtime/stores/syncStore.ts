/** Documents in Twilio Sync (https://www.twilio.com/docs/sync/api/document-resource). */
import type { Twilio } from 'twilio';
import type { Document, Store } from './store';

/**
 * Statuses with the error codes that go with them: that they go together is documented of none,
 * so either will do.
 */
const NOT_FOUND = [404, 20404];
/** The name is taken. */
const CONFLICT = [409, 54301];
/** The revision is another. */
const PRECONDITION_FAILED = [412, 54103];

export class SyncStore implements Store {
  constructor(
    private readonly client: Pick<Twilio, 'sync'>,
    /** SID of the service, or `default`. */
    private readonly service: string,
  ) {}

  create(name: string, data: object, ttl: number): Promise<string | undefined> {
    return unless(CONFLICT, undefined, async () => {
      const { revision } = await this.documents.create({ uniqueName: name, data, ttl });
      return revision;
    });
  }

  read(name: string): Promise<Document | undefined> {
    return unless(NOT_FOUND, undefined, async () => {
      const document: Document = await this.documents(name).fetch();
      return { data: document.data, revision: document.revision };
    });
  }

  update(name: string, data: object, revision: string, ttl: number): Promise<boolean> {
    return unless([...PRECONDITION_FAILED, ...NOT_FOUND], false, async () => {
      await this.documents(name).update({ data, ttl, ifMatch: revision });
      return true;
    });
  }

  private get documents() {
    return this.client.sync.v1.services(this.service).documents;
  }
}

/** What a request is about, or `otherwise` where Twilio answers with one of the statuses or codes. */
async function unless<T, U>(
  answers: readonly number[],
  otherwise: U,
  request: () => Promise<T>,
): Promise<T | U> {
  try {
    return await request();
  } catch (error) {
    const { status, code } = error as { status?: unknown; code?: unknown };
    if (answers.some((one) => one === status || one === code)) return otherwise;
    throw error;
  }
}
