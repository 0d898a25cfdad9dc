/** Calls to volunteers: made together, once for a caller, and ended when the caller needs nobody any more. */
import type { CallVolunteers, CancelLegs, Leg, LegEnded } from '../calls/effects';
import { offerUrl } from '../calls/operator';
import { callbackUrl } from '../model/callbacks';
import { twimlFor } from '../twiml';
import { sipUriOf } from '../twiml/sip';
import { type Ending, OperatorCalls, type State } from './operatorCalls';
import { logEvent, logFailure } from '../webhook/log';
import type { EffectContext } from './context';
import type { Client } from '../webhook/twilioClient';
import { claimSearch, type CallRecord } from './claimSearch';

/** https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
export async function callVolunteers(
  effect: CallVolunteers,
  context: EffectContext,
): Promise<void> {
  const { call, legs } = effect;
  const claim = await claimSearch(effect, context);
  if (!claim) return;
  const { records, allowed } = claim;
  if (!allowed) {
    logEvent('operator.limited', { environment: context.environment, callSid: call });
    await finishSearch(records, call, 'limited', []);
    return;
  }
  const { client } = context;
  if (!client) {
    const to = legs.map((leg) => addressOf(leg)).join(' ');
    logEvent('operator.wouldCall', { environment: context.environment, callSid: call, to });
    await finishSearch(records, call, 'called', []);
    return;
  }
  const made = await Promise.all(legs.map((leg) => callOne(leg, effect, context, client)));
  const sids = made.filter((sid) => sid !== undefined);
  const ending = await finishSearch(records, call, sids.length > 0 ? 'called' : 'failed', sids);
  // The caller was taken or has gone meanwhile, and whoever noted that saw no legs; or another process calls too.
  if (ending) await endLegs(sids, ending, context, client);
}

/** Notes what became of the search, wherever that can be noted; how it is to be ended where it is over. */
async function finishSearch(
  records: readonly CallRecord[],
  call: string,
  state: State,
  legs: readonly string[],
): Promise<Ending | undefined> {
  const endings = await Promise.all(
    records.map(({ calls, begun }) =>
      calls.finishSearch(call, begun, state, legs).catch((error: unknown) => {
        logFailure('store.failed', error);
        return undefined;
      }),
    ),
  );
  return endings.find((ending) => ending !== undefined);
}

/** SID of the leg; undefined when it could not be made. */
async function callOne(
  leg: Leg,
  { call, from, ringSeconds }: CallVolunteers,
  { domainName }: EffectContext,
  client: Client,
): Promise<string | undefined> {
  const here = `https://${domainName}`;
  try {
    const { sid } = await client.api.v2010.account.calls.create({
      to: addressOf(leg),
      from,
      url: here + offerUrl(leg.offer),
      method: 'POST',
      statusCallback: here + callbackUrl('operatorEnded', { call }),
      statusCallbackMethod: 'POST',
      timeout: ringSeconds,
    });
    return sid;
  } catch (error) {
    logFailure('operator.uncalled', error);
    return undefined;
  }
}

function addressOf({ to }: Leg): string {
  return 'number' in to ? to.number : sipUriOf(to.extension, to.sipDomain);
}

/** Wherever the search was noted. */
export async function recordEnded({ call, leg }: LegEnded, context: EffectContext): Promise<void> {
  const records = [context.fallbackStore, context.store].map(
    (store) => new OperatorCalls(store, context.environment),
  );
  await Promise.all(records.map((record) => record.legEnded(call, leg)));
}

/** Touches no legs but those that were noted for this very call. */
export async function cancelLegs(
  { call, except, tell }: CancelLegs,
  context: EffectContext,
): Promise<void> {
  const { client, environment } = context;
  const ending = { tell, ...(except !== undefined && { except }) };
  // The process's own memory answers at once, whatever becomes of the store.
  const records = [context.fallbackStore, context.store].map(
    (store) => new OperatorCalls(store, environment),
  );
  const seen = new Set<string>();
  const ends: Promise<unknown>[] = [];
  const end = (legs: readonly string[]) => {
    const fresh = legs.filter((sid) => !seen.has(sid));
    for (const sid of fresh) seen.add(sid);
    if (client) ends.push(endLegs(fresh, ending, context, client));
  };
  await Promise.all(
    records.map((record) =>
      record.end(call, ending, end).catch((error: unknown) => logFailure('store.failed', error)),
    ),
  );
  await Promise.all(ends);
}

/** All but the one that has the caller. */
function endLegs(
  legs: readonly string[],
  { except, tell }: Ending,
  context: EffectContext,
  client: Client,
): Promise<unknown> {
  const others = legs.filter((sid) => sid !== except);
  return Promise.all(others.map((sid) => endLeg(sid, tell, context, client)));
}

/** Twilio's error for a call that cannot be changed: it is up already, or over. */
const NOT_IN_THAT_STATE = 21220;
/** Still up after it was cancelled. */
const UP = 'in-progress';

/** Cancels a leg that rings; who has picked up hears that it is too late. Nothing else is done to it, so that it may be repeated. */
async function endLeg(
  sid: string,
  tell: boolean,
  context: EffectContext,
  client: Client,
): Promise<void> {
  const leg = client.api.v2010.account.calls(sid);
  const canceled = await changed(async () => (await leg.update({ status: 'canceled' })).status);
  if (!tell || (canceled !== undefined && String(canceled) !== UP)) return;
  const { site } = context.directory;
  const tooLate = twimlFor(
    { kind: 'refuse', reason: 'caller-gone' },
    { site, template: () => undefined, parameters: {} },
  );
  await changed(() => leg.update({ twiml: tooLate }));
}

/** undefined where the leg is in another state. */
async function changed<T>(update: () => Promise<T>): Promise<T | undefined> {
  try {
    return await update();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== NOT_IN_THAT_STATE) logFailure('operator.uncancelled', error);
    return undefined;
  }
}

/** https://www.twilio.com/docs/voice/api/queue-resource#delete-a-queue-resource */
export async function deleteQueue(sid: string, { client }: EffectContext): Promise<void> {
  try {
    await client?.api.v2010.account.queues(sid).remove();
  } catch (error) {
    const { status } = error as { status?: unknown };
    // It is gone already.
    if (status !== 404) throw error;
  }
}
