import type { ApiReply, ApiRequest } from '../twilio-stand-in/contract';

/** Functions that place 911 and ring every number; asked without a signature they refuse. */
export function placing({ method, path, headers, form }: ApiRequest): ApiReply | undefined {
  if (method !== 'POST' || !path.startsWith('/sip-')) return undefined;
  if (headers['x-twilio-signature'] === undefined) return { status: 400, body: '' };
  const callerId = /^sip:([^@]*)@/.exec(String(form['From']))?.[1] ?? '';
  const dial = `<Dial callerId="${callerId}"><Number>911</Number></Dial>`;
  return { status: 200, body: `<Response>${dial}</Response>` };
}
