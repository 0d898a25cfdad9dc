/**
 * Runs what a webhook does beside answering. The answer is decided by then, and waits for this a
 * second at most; whatever fails is logged and has no other consequence.
 */
import type { Effect } from '../calls/effects';
import type { Search } from '../calls/operator';
import { OperatorCalls } from './operatorCalls';
import type { Webhook } from '../webhook/handler';
import { logFailure } from '../webhook/log';
import { type EffectContext, effectContext, timeLeft } from './context';
import { callVolunteers, cancelLegs, deleteQueue, recordEnded } from './volunteers';
import { notifyMessage } from './notifyMessage';
import { withTimeout } from '../webhook/timeouts';

/** Part of the second, for what is read before deciding. */
const READ_MS = 300;

/** Never rejects. */
export async function runEffects(effects: readonly Effect[], webhook: Webhook): Promise<void> {
  try {
    const context = effectContext(webhook);
    await Promise.all(effects.map((effect) => runOrLog(effect, context)));
  } catch (error) {
    logFailure('effect.failed', error);
  }
}

/** How the search for a volunteer stands; `unknown` when the store does not say. */
export async function readSearch(call: string, webhook: Webhook): Promise<Search> {
  try {
    const { store, fallbackStore, environment, ...context } = effectContext(webhook);
    const [known, noted] = await withTimeout(
      Math.min(READ_MS, timeLeft(context)),
      Promise.all(
        [store, fallbackStore].map((each) =>
          new OperatorCalls(each, environment).search(call).catch((error: unknown): Search => {
            logFailure('store.failed', error);
            return 'unknown';
          }),
        ),
      ),
    );
    return latest(known ?? 'unknown', noted ?? 'none');
  } catch (error) {
    logFailure('store.failed', error);
    return 'unknown';
  }
}

/** A search goes this way, and ends as something else. */
const STAGES: readonly Search[] = ['none', 'unknown', 'calling', 'called'];

/** What this process noted may be older than what the store knows, or be all there is. */
function latest(known: Search, noted: Search): Search {
  const stage = (search: Search) => STAGES.indexOf(search) + 1 || Infinity;
  return stage(noted) > stage(known) ? noted : known;
}

async function runOrLog(effect: Effect, context: EffectContext): Promise<void> {
  try {
    await withTimeout(timeLeft(context), runEffect(effect, context));
  } catch (error) {
    logFailure('effect.failed', error);
  }
}

/** One of them; rejects where it fails. */
export function runEffect(effect: Effect, context: EffectContext): Promise<void> {
  switch (effect.kind) {
    case 'callVolunteers':
      return callVolunteers(effect, context);
    case 'cancelLegs':
      return cancelLegs(effect, context);
    case 'deleteQueue':
      return deleteQueue(effect.queue, context);
    case 'legEnded':
      return recordEnded(effect, context);
    case 'notify':
      return notifyMessage(effect, context);
  }
}
