/**
 * Carries out what a webhook does beside answering. The answer is decided by then, and waits for
 * this a second at most; whatever fails is logged and has no other consequence.
 */
import type { Effect, Search } from '../calls/operator';
import { emptyDirectory } from '../model/open';
import { CallBook } from './operatorCalls';
import type { Webhook } from '../webhook/handler';
import { logFailure } from '../webhook/log';
import { type Means, timeLeft } from './context';
import { officeOf } from '../webhook/twilioClient';
import { processMemory, storeOf } from '../stores/store';
import { callVolunteers, cancelLegs, deleteQueue, noteEnded } from './volunteers';
import { notify } from './notifyMessage';
import { within } from '../webhook/timeouts';

/** Part of the second, for what is read before deciding. */
const READ_MS = 300;

/** Never rejects. */
export async function carryOut(effects: readonly Effect[], webhook: Webhook): Promise<void> {
  try {
    const means = meansOf(webhook);
    await Promise.all(effects.map((effect) => attempt(effect, means)));
  } catch (error) {
    logFailure('effect.failed', error);
  }
}

/** How the search for a volunteer stands; `unknown` when the store does not say. */
export async function searchOf(call: string, webhook: Webhook): Promise<Search> {
  try {
    const { store, spare, environment, ...means } = meansOf(webhook);
    const [known, spared] = await within(
      Math.min(READ_MS, timeLeft(means)),
      Promise.all(
        [store, spare].map((each) =>
          new CallBook(each, environment).search(call).catch((error: unknown): Search => {
            logFailure('store.failed', error);
            return 'unknown';
          }),
        ),
      ),
    );
    // What this process noted may be older.
    if (known === 'over' || known === 'inVain') return known;
    return (spared === 'none' ? known : spared) ?? 'unknown';
  } catch (error) {
    logFailure('store.failed', error);
    return 'unknown';
  }
}

async function attempt(effect: Effect, means: Means): Promise<void> {
  try {
    await within(timeLeft(means), perform(effect, means));
  } catch (error) {
    logFailure('effect.failed', error);
  }
}

/** One of them; rejects where it fails. */
export function perform(effect: Effect, means: Means): Promise<void> {
  switch (effect.kind) {
    case 'callVolunteers':
      return callVolunteers(effect, means);
    case 'cancelLegs':
      return cancelLegs(effect, means);
    case 'deleteQueue':
      return deleteQueue(effect.queue, means);
    case 'noteEnded':
      return noteEnded(effect, means);
    case 'notify':
      return notify(effect, means);
  }
}

function meansOf({ environment, directory, context, deadline }: Webhook): Means {
  const { MESSAGE_WEBHOOK_URL: webhookUrl } = context as typeof context & {
    readonly MESSAGE_WEBHOOK_URL?: string;
  };
  return {
    environment,
    domainName: context.DOMAIN_NAME,
    directory: directory ?? emptyDirectory(),
    client: officeOf(context)?.client,
    store: storeOf(context),
    spare: processMemory(),
    webhookUrl,
    deadline,
  };
}
