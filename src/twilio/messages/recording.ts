/** A recording as a file. */
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import type { Login } from '../client/login';
import { proxyAgent } from '../client/proxyAgent';
import { NetworkError } from '../client/rest';
import { UserError } from '../../diagnostics/errors';

const NOT_FOUND = 404;
const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;

/**
 * The recording as MP3 (https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file).
 *
 * @throws UserError when there is none, NetworkError when Twilio cannot be reached.
 */
export async function fetchRecording(sid: string, login: Login): Promise<Buffer> {
  const { accountSid, username, password } = login;
  const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.mp3`;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const { status, ok, body } = await fetched(url, authorization);
  if (ok) return body;
  throw status === NOT_FOUND
    ? new UserError(`Twilio has no recording ${sid}`, 'It may have been deleted, or not be ready.')
    : new UserError(`Twilio answers ${status} for the recording`, 'Run it again later.');
}

/** What a caller said is for nobody else on this machine. Never replaces a file. */
export function writeRecording(file: string, recording: Buffer): void {
  try {
    writeFileSync(file, recording, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    throw new UserError(`${file} already exists`, 'Name another with --out.');
  }
}

async function fetched(url: string, authorization: string) {
  try {
    return await downloaded(url, { authorization });
  } catch (error) {
    // Its own error may hold the request, with the credentials.
    const { code } = error as { code?: unknown };
    throw new NetworkError(typeof code === 'string' ? code : 'no reply');
  }
}

interface Download {
  readonly status: number;
  readonly ok: boolean;
  readonly body: Buffer;
}

/** Follows to where Twilio keeps the file; another host gets no credentials. */
async function downloaded(
  url: string,
  headers: Readonly<Record<string, string>>,
  redirects = MOST_REDIRECTS,
): Promise<Download> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: proxyAgent() }, resolve).on('error', reject);
  });
  const { statusCode: status = 0 } = response;
  const { location } = response.headers;
  if (REDIRECTS.includes(status) && location !== undefined && redirects > 0) {
    response.resume();
    const next = new URL(location, url);
    return downloaded(next.href, next.host === new URL(url).host ? headers : {}, redirects - 1);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status, ok: status >= 200 && status < 300, body: Buffer.concat(chunks) };
}
