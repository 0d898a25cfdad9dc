/** Calls to volunteers: made together, once for a caller, and ended when the caller needs nobody any more. */
import {
  type CallVolunteers,
  type CancelLegs,
  type Leg,
  type NoteEnded,
  offerQuery,
} from '../calls/operator';
import { ROUTES } from '../model/callbacks';
import { twimlFor } from '../twiml';
import { sipUriOf } from '../twiml/sip';
import { CallBook, type Ending } from './operatorCalls';
import { logEvent, logFailure } from '../webhook/log';
import type { Means } from './context';
import type { Client } from '../webhook/twilioClient';
import { permit } from './claimSearch';

/** https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
export async function callVolunteers(effect: CallVolunteers, means: Means): Promise<void> {
  const { call, legs } = effect;
  const permitted = await permit(effect, means);
  if (!permitted) return;
  const { books, allowed } = permitted;
  if (!allowed) {
    logEvent('operator.limited', { environment: means.environment, callSid: call });
    await settle(books, call, 'limited', []);
    return;
  }
  const { client } = means;
  if (!client) {
    const to = legs.map((leg) => addressOf(leg)).join(' ');
    logEvent('operator.wouldCall', { environment: means.environment, callSid: call, to });
    await settle(books, call, 'called', []);
    return;
  }
  const made = await Promise.all(legs.map((leg) => callOne(leg, effect, means, client)));
  const sids = made.filter((sid) => sid !== undefined);
  const ending = await settle(books, call, sids.length > 0 ? 'called' : 'failed', sids);
  // The caller was taken or has gone meanwhile, and whoever noted that saw no legs.
  if (ending) await endLegs(sids, ending, means, client);
}

/** Notes what became of the search, wherever that can be noted; how it is to be ended where it is over. */
async function settle(
  books: readonly CallBook[],
  ...entry: Parameters<CallBook['settle']>
): Promise<Ending | undefined> {
  const endings = await Promise.all(
    books.map((book) =>
      book.settle(...entry).catch((error: unknown) => {
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
  { domainName }: Means,
  client: Client,
): Promise<string | undefined> {
  const here = `https://${domainName}`;
  try {
    const { sid } = await client.api.v2010.account.calls.create({
      to: addressOf(leg),
      from,
      url: `${here}${ROUTES.operatorOffer}?${offerQuery(leg.offer)}`,
      method: 'POST',
      statusCallback: `${here}${ROUTES.operatorEnded}?call=${call}`,
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
export async function noteEnded({ call, leg }: NoteEnded, means: Means): Promise<void> {
  const books = [means.spare, means.store].map((store) => new CallBook(store, means.environment));
  await Promise.all(books.map((book) => book.noteEnded(call, leg)));
}

/** Touches no legs but those that were noted for this very call. */
export async function cancelLegs({ call, except, tell }: CancelLegs, means: Means): Promise<void> {
  const { client, environment } = means;
  const ending = { tell, ...(except !== undefined && { except }) };
  // The process's own memory answers at once, whatever becomes of the store.
  const books = [means.spare, means.store].map((store) => new CallBook(store, environment));
  const seen = new Set<string>();
  const ends: Promise<unknown>[] = [];
  const end = (legs: readonly string[]) => {
    const fresh = legs.filter((sid) => !seen.has(sid));
    for (const sid of fresh) seen.add(sid);
    if (client) ends.push(endLegs(fresh, ending, means, client));
  };
  await Promise.all(
    books.map((book) =>
      book.end(call, ending, end).catch((error: unknown) => logFailure('store.failed', error)),
    ),
  );
  await Promise.all(ends);
}

/** All but the one that has the caller. */
function endLegs(
  legs: readonly string[],
  { except, tell }: Ending,
  means: Means,
  client: Client,
): Promise<unknown> {
  const others = legs.filter((sid) => sid !== except);
  return Promise.all(others.map((sid) => endLeg(sid, tell, means, client)));
}

/** Twilio's error for a call that cannot be changed: it is up already, or over. */
const NOT_IN_THAT_STATE = 21220;
/** Still up after it was cancelled. */
const UP = 'in-progress';

/** Cancels a leg that rings; who has picked up is told. Nothing else is done to it, so that it may be repeated. */
async function endLeg(sid: string, tell: boolean, means: Means, client: Client): Promise<void> {
  const leg = client.api.v2010.account.calls(sid);
  const canceled = await changed(async () => (await leg.update({ status: 'canceled' })).status);
  if (!tell || (canceled !== undefined && String(canceled) !== UP)) return;
  const { site } = means.directory;
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
export async function deleteQueue(sid: string, { client }: Means): Promise<void> {
  try {
    await client?.api.v2010.account.queues(sid).remove();
  } catch (error) {
    const { status } = error as { status?: unknown };
    // It is gone already.
    if (status !== 404) throw error;
  }
}
