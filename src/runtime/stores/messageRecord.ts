/** What is noted of a message: written by `message-ready`, read by `dialtone messages`. */
import type { Message } from '../calls/effects';
import type { EnvironmentName } from '../model/directory';
import { documentName } from './documentName';

export interface MessageRecord extends Message {
  /** ISO 8601. */
  readonly at: string;
  /** Somebody has dealt with it. */
  readonly done: boolean;
}

/** Where a message is noted. */
export function messageRecordName(environment: EnvironmentName, recording: string): string {
  return documentName(environment, 'message', recording);
}

/** A note as it was stored; undefined for anything else. */
export function readMessageRecord(data: unknown): MessageRecord | undefined {
  const { recording, done } = (data ?? {}) as { recording?: unknown; done?: unknown };
  return typeof recording === 'string' && typeof done === 'boolean'
    ? (data as MessageRecord)
    : undefined;
}
