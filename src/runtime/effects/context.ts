/** What an effect needs: Twilio's client, the stores, the directory, the deadline. */
import type { Context } from '@twilio-labs/serverless-runtime-types/types';
import type { Directory, EnvironmentName } from '../model/directory';
import { emptyDirectory } from '../model/open';
import { processMemory } from '../stores/memoryStore';
import type { Store } from '../stores/store';
import { SyncStore } from '../stores/syncStore';
import type { Webhook } from '../webhook/handler';
import { type Client, twilioAccount } from '../webhook/twilioClient';

export interface EffectContext {
  readonly environment: EnvironmentName;
  /** Of this deployment: volunteers' legs ask it what to do. */
  readonly domainName: string;
  readonly directory: Directory;
  /** undefined on a machine without an account. */
  readonly client: Client | undefined;
  readonly store: Store;
  /** The process's memory, for while the store does not answer. */
  readonly fallbackStore: Store;
  /** MESSAGE_WEBHOOK_URL. */
  readonly webhookUrl: string | undefined;
  /** When all must be over, by `performance.now()`. */
  readonly deadline: number;
}

export function effectContext(webhook: Webhook): EffectContext {
  const { environment, directory, context, deadline } = webhook;
  const { MESSAGE_WEBHOOK_URL: webhookUrl } = context as typeof context & {
    readonly MESSAGE_WEBHOOK_URL?: string;
  };
  return {
    environment,
    domainName: context.DOMAIN_NAME,
    directory: directory ?? emptyDirectory(),
    client: twilioAccount(context)?.client,
    store: storeOf(context),
    fallbackStore: processMemory(),
    webhookUrl,
    deadline,
  };
}

/** The store of this deployment: `SYNC_SERVICE_SID`, else the account's default service. */
export function storeOf(context: Context): Store {
  const account = twilioAccount(context);
  return account ? new SyncStore(account.client, account.syncService) : processMemory();
}

/** Milliseconds until all must be over. */
export function timeLeft({ deadline }: Pick<EffectContext, 'deadline'>): number {
  return Math.max(0, deadline - performance.now());
}
