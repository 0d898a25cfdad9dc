/** Uploads as the serverless toolkit makes them: the SDK has no way to. */
import { type ApiReply, CONNECTION_LOST } from '../contract';
import type { TwilioStandIn } from '../standIn';

export interface Upload {
  readonly serviceSid: string;
  readonly kind: 'Functions' | 'Assets';
  /** The function or the asset. */
  readonly ownerSid: string;
  readonly path: string;
  readonly visibility: string;
  readonly content: string;
}

/** Uploads a version. */
export async function upload(standIn: TwilioStandIn, version: Upload): Promise<ApiReply> {
  const { serviceSid, kind, ownerSid, path, visibility, content } = version;
  const file = { filename: 'content', contentType: 'text/plain', content: Buffer.from(content) };
  const credentials = `${standIn.accountSid}:${standIn.authToken}`;
  const outcome = await standIn.handle({
    method: 'POST',
    host: 'serverless-upload.twilio.com',
    path: `/v1/Services/${serviceSid}/${kind}/${ownerSid}/Versions`,
    query: {},
    form: { Path: path, Visibility: visibility },
    files: new Map([['Content', file]]),
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  });
  if (outcome === CONNECTION_LOST) throw new Error('read ECONNRESET');
  return outcome;
}
