/** Somebody is notified of a message: once, by SMS and by webhook, as the directory says. */
import type { Message, Notify } from '../calls/effects';
import { withStoreTimeout } from '../webhook/timeouts';
import { logEvent, logFailure } from '../webhook/log';
import { type EffectContext, timeLeft } from './context';
import { type MessageRecord, messageRecordName } from '../stores/messageRecord';
import { RateLimiter } from './rateLimiter';
import { isWebhookUrl, NO_WEBHOOK_URL } from '../model/messageWebhook';

const DAY_SECONDS = 86_400;
/** The record outlives the recording a little, so that it is never announced as new. */
const SLACK_DAYS = 7;
/** Sync's own limit (https://www.twilio.com/docs/sync/limits). */
const LONGEST_TTL = 31_536_000;

export async function notifyMessage(effect: Notify, context: EffectContext): Promise<void> {
  const { message } = effect;
  const { environment, client, store } = context;
  const [fresh, counts] = await Promise.all([
    isNew(effect, context),
    withStoreTimeout(new RateLimiter(store, environment, 'told').read(message.line)),
  ]);
  if (!fresh || message.empty) return;
  if (!(await isAllowed(effect, counts, context))) {
    logEvent('message.limited', { environment, callSid: message.call });
    return;
  }
  if (!client) {
    logEvent('message.wouldTell', { environment, callSid: message.call });
    return;
  }
  const notified = await Promise.all([
    ...effect.notice.sms.map((to) => succeeds(() => sendSms(to, effect, context))),
    ...(effect.notice.webhook ? [succeeds(() => callWebhook(message, context))] : []),
  ]);
  if (notified.includes(true)) logEvent('message.told', { environment, callSid: message.call });
}

/** Recorded in the store, or in memory while the store does not answer: better to notify twice than never. */
async function isNew({ message, keepDays }: Notify, context: EffectContext): Promise<boolean> {
  const { store, fallbackStore, environment } = context;
  const name = messageRecordName(environment, message.recording);
  const record: MessageRecord = { ...message, at: new Date().toISOString(), done: message.empty };
  const ttl = Math.min((keepDays + SLACK_DAYS) * DAY_SECONDS, LONGEST_TTL);
  const written = await withStoreTimeout(store.create(name, record, ttl));
  return (written === null ? await fallbackStore.create(name, record, ttl) : written) !== undefined;
}

/** Nobody can have volunteers notified of messages all night: as often as they may be called, and no more. */
async function isAllowed(
  { message: { line }, limits }: Notify,
  counts: Awaited<ReturnType<RateLimiter['read']>> | null,
  { store, fallbackStore, environment }: EffectContext,
): Promise<boolean> {
  const now = new Date();
  const limiter = new RateLimiter(store, environment, 'told');
  const counted = counts && (await withStoreTimeout(limiter.count(line, limits, now, counts)));
  return (
    counted ??
    (await new RateLimiter(fallbackStore, environment, 'told').countWithoutStore(limits, now))
  );
}

async function sendSms(
  to: string,
  { text, from }: Notify,
  { client }: EffectContext,
): Promise<void> {
  if (from === undefined) throw new Error('The site has no number to send an SMS from');
  await client?.api.v2010.account.messages.create({ to, from, body: text });
}

/** POST of JSON; any 2xx will do. */
async function callWebhook(message: Message, context: EffectContext): Promise<void> {
  const { webhookUrl: url, environment } = context;
  if (!isWebhookUrl(url)) throw new Error(NO_WEBHOOK_URL);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'message', environment, ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(Math.ceil(timeLeft(context))),
  });
  if (!response.ok) throw new Error(`The message webhook answers ${response.status}`);
}

/** One that fails keeps no other from being sent. */
async function succeeds(send: () => Promise<void>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    logFailure('message.untold', error);
    return false;
  }
}
