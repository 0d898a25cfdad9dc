/** Somebody is told of a message: once, by SMS and by webhook, as the directory says. */
import type { Message, Notify } from '../calls/operator';
import { logEvent, logFailure } from './log';
import { type Means, timeLeft } from './means';
import { type Note, noteName } from './note';

const DAY_SECONDS = 86_400;
/** The note outlives the recording a little, so that it is never told as new. */
const SLACK_DAYS = 7;
/** Sync's own limit (https://www.twilio.com/docs/sync/limits). */
const LONGEST_TTL = 31_536_000;

export async function notify(effect: Notify, means: Means): Promise<void> {
  const { message } = effect;
  if (!(await isNew(effect, means)) || message.empty) return;
  const { environment, client } = means;
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
  try {
    return (await store.create(name, note, ttl)) !== undefined;
  } catch (error) {
    logFailure('store.failed', error);
    return (await spare.create(name, note, ttl)) !== undefined;
  }
}

async function sendSms(to: string, { text, from }: Notify, { client }: Means): Promise<void> {
  if (from === undefined) throw new Error('The site has no number to send an SMS from');
  await client?.api.v2010.account.messages.create({ to, from, body: text });
}

/** POST of JSON; any 2xx will do. */
async function callWebhook(message: Message, means: Means): Promise<void> {
  const { webhookUrl: url, environment } = means;
  if (!url?.startsWith('https://')) throw new Error('MESSAGE_WEBHOOK_URL is no https URL');
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
