/**
 * Asks the functions, as Twilio would, what they answer to a call: an HTTP request for a document, signed with
 * the account's auth token (https://www.twilio.com/docs/usage/security#validating-requests). Nobody is
 * called: Twilio, which alone could, has no part in it.
 */
import { request } from 'node:https';
import { proxyAgent } from '../client/proxyAgent';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** One POST of a form. @throws Error when no answer came in time. */
export type Post = (
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
) => Promise<Answered>;

/** No longer than Twilio waits for a function that it asks (see `urls.ts`), and a little. */
const TIMEOUT_MS = 5_000;
const MOST_BYTES = 65_536;

export const postForm: Post = (url, form, headers) =>
  new Promise((resolve, reject) => {
    const body = new URLSearchParams(form).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const options = {
      method: 'POST',
      timeout: TIMEOUT_MS,
      headers: { ...type, ...headers },
      agent: proxyAgent(),
    };
    const sent = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MOST_BYTES) sent.destroy(new Error('its answer is too long'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on('error', reject);
    });
    const late = setTimeout(() => sent.destroy(new Error('no answer in five seconds')), TIMEOUT_MS);
    sent.on('close', () => clearTimeout(late));
    sent.on('timeout', () => sent.destroy(new Error('no answer in five seconds')));
    sent.on('error', reject);
    sent.end(body);
  });

/** @param token the account's auth token; undefined sends it unsigned. */
export async function ask(
  post: Post,
  url: string,
  form: Readonly<Record<string, string>>,
  token: string | undefined,
): Promise<Answered> {
  const signed =
    token === undefined
      ? {}
      : { 'X-Twilio-Signature': getExpectedTwilioSignature(token, url, { ...form }) };
  try {
    return await post(url, form, signed);
  } catch {
    // A function that has slept is slow once.
    return post(url, form, signed);
  }
}
