/**
 * What is remembered from one webhook to the next: small documents, each by its name. At Twilio
 * that is Sync; on a machine without an account, and while Sync does not answer, the process's own
 * memory.
 */
import type { Context } from '@twilio-labs/serverless-runtime-types/types';
import { officeOf } from '../webhook/twilioClient';
import { MemoryStore } from './memoryStore';
import { SyncStore } from './syncStore';

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

const MEMORY = Symbol.for('dialtone.memory');
type Shared = typeof globalThis & { [MEMORY]?: MemoryStore };

/** One for the whole process: each function is bundled by itself, and has its own modules. */
export function processMemory(): MemoryStore {
  const shared: Shared = globalThis;
  return (shared[MEMORY] ??= new MemoryStore());
}

/** The store of this deployment: `SYNC_SERVICE_SID`, else the account's default service. */
export function storeOf(context: Context): Store {
  const office = officeOf(context);
  if (!office) return processMemory();
  return new SyncStore(office.client, office.syncService);
}
