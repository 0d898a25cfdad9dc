/**
 * What is remembered from one webhook to the next: small documents, each by its name. At Twilio
 * that is Sync; on a machine without an account, and while Sync does not answer, the process's own
 * memory.
 */

export interface Document {
  readonly data: unknown;
  /** Changes with every update. */
  readonly revision: string;
}

/** Every method rejects when the store does not answer. */
export interface Store {
  /** Its revision; undefined where there is one of this name already. It is gone after `ttlSeconds`. */
  create(name: string, data: object, ttlSeconds: number): Promise<string | undefined>;
  read(name: string): Promise<Document | undefined>;
  /** Replaces its data unless it has changed since `revision`, or is gone: then false. */
  update(name: string, data: object, revision: string, ttlSeconds: number): Promise<boolean>;
}
