/** A recording as a file. */
import { writeFileSync } from 'node:fs';
import type { Login } from '../client/login';
import { NetworkError } from '../client/rest';
import { UserError } from '../../diagnostics/errors';

const NOT_FOUND = 404;

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
    throw new UserError(`${file} is there already`, 'Name another with --out.');
  }
}

async function fetched(url: string, authorization: string) {
  try {
    const response = await fetch(url, { headers: { authorization } });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, ok: response.ok, body };
  } catch (error) {
    // Its own error may hold the request, with the credentials.
    const { cause } = error as { cause?: { code?: unknown } };
    throw new NetworkError(typeof cause?.code === 'string' ? cause.code : 'no reply');
  }
}
