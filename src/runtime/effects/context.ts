/** With what effects are carried out. */
import type { Directory, EnvironmentName } from '../model/directory';
import type { Client } from '../webhook/twilioClient';
import type { Store } from '../stores/store';

export interface Means {
  readonly environment: EnvironmentName;
  /** Of this deployment: volunteers' legs ask it what to do. */
  readonly domainName: string;
  readonly directory: Directory;
  /** undefined on a machine without an account. */
  readonly client: Client | undefined;
  readonly store: Store;
  /** The process's memory, for while the store does not answer. */
  readonly spare: Store;
  /** MESSAGE_WEBHOOK_URL. */
  readonly webhookUrl: string | undefined;
  /** When all must be over, by `performance.now()`. */
  readonly deadline: number;
}

/** Milliseconds until all must be over. */
export function timeLeft({ deadline }: Pick<Means, 'deadline'>): number {
  return Math.max(0, deadline - performance.now());
}
