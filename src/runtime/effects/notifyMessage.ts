/** Somebody is told of a message: once, by SMS and by webhook, as the directory says. */
import type { Message, Notify } from '../calls/operator';
import { answered } from '../webhook/answered';
import { logEvent, logFailure } from '../webhook/log';
import { type Means, timeLeft } from './context';
import { type Note, noteName } from '../stores/messageRecord';
import { Tallies } from './rateLimiter';
import { isWebhookUrl, NO_WEBHOOK_URL } from '../model/messageWebhook';

const DAY_SECONDS = 86_400;
/** The note outlives the recording a little, so that it is never told as new. */
const SLACK_DAYS = 7;
/** Sync's own limit (https://www.twilio.com/docs/sync/limits). */
const LONGEST_TTL = 31_536_000;

export async function notify(effect: Notify, means: Means): Promise<void> {
  const { message } = effect;
  const { environment, client, store } = means;
  const [fresh, counts] = await Promise.all([
    isNew(effect, means),
    answered(new Tallies(store, environment, 'told').read(message.line)),
  ]);
  if (!fresh || message.empty) return;
  if (!(await isAllowed(effect, counts, means))) {
    logEvent('message.limited', { environment, callSid: message.call });
    return;
  }
  if (!client) {
    logEvent('message.wouldTell', { environment, callSid: message.call });
    return;
  }
  const told = await Promise.all([
    ...effect.notice.sms.map((to) => attempt(() => sendSms(to, effect, means))),
    ...(effect.notice.webhook ? [attempt(() => callWebhook(message, means))] : []),
  ]);
  if (told.includes(true)) logEvent('message.told', { environment, callSid: message.call });
}

/** Noted in the store, or in the process's memory while that does not answer: rather told twice than never. */
async function isNew({ message, keepDays }: Notify, means: Means): Promise<boolean> {
  const { store, spare, environment } = means;
  const name = noteName(environment, message.recording);
  const note: Note = { ...message, at: new Date().toISOString(), done: message.empty };
  const ttl = Math.min((keepDays + SLACK_DAYS) * DAY_SECONDS, LONGEST_TTL);
  const noted = await answered(store.create(name, note, ttl));
  return (noted === null ? await spare.create(name, note, ttl) : noted) !== undefined;
}

/** Nobody can have volunteers told of messages all night: as often as they may be called, and no more. */
async function isAllowed(
  { message: { line }, limits }: Notify,
  counts: Awaited<ReturnType<Tallies['read']>> | null,
  { store, spare, environment }: Means,
): Promise<boolean> {
  const now = new Date();
  const tallies = new Tallies(store, environment, 'told');
  const counted = counts && (await answered(tallies.count(line, limits, now, counts)));
  return counted ?? (await new Tallies(spare, environment, 'told').countBlind(limits, now));
}

async function sendSms(to: string, { text, from }: Notify, { client }: Means): Promise<void> {
  if (from === undefined) throw new Error('The site has no number to send an SMS from');
  await client?.api.v2010.account.messages.create({ to, from, body: text });
}

/** POST of JSON; any 2xx will do. */
async function callWebhook(message: Message, means: Means): Promise<void> {
  const { webhookUrl: url, environment } = means;
  if (!isWebhookUrl(url)) throw new Error(NO_WEBHOOK_URL);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'message', environment, ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(Math.ceil(timeLeft(means))),
  });
  if (!response.ok) throw new Error(`The message webhook answers ${response.status}`);
}

/** One notice that fails keeps no other from being sent. */
async function attempt(tell: () => Promise<void>): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    logFailure('message.untold', error);
    return false;
  }
}
