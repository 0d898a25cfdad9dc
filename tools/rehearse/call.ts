/**
 * A phone's call as Twilio handles it: the SIP domain's voice URL is called with a signature, the
 * gateway before the functions checks it (https://www.twilio.com/docs/usage/security), and the
 * deployed function answers. The function runs under twilio-run, which checks nothing itself.
 */
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks';
import { sipInvite } from '../../test/fixtures/twilio';

export interface SignedCall {
  /** The domain's voice URL, with its connection overrides. */
  readonly voiceUrl: string;
  /** With which Twilio signs: the account's auth token. */
  readonly authToken: string;
  readonly sipDomain: string;
  readonly from: string;
  readonly to: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** What Twilio gets: 400 from the gateway for a wrong signature. */
export async function placeCall(
  { voiceUrl, authToken, sipDomain, from, to }: SignedCall,
  gateway: { readonly authToken: string; readonly functionsUrl: string },
): Promise<Answered> {
  // The fragment steers Twilio's own retries and is not part of the request.
  const url = voiceUrl.replace(/#.*$/, '');
  const uri = (user: string) => `sip:${user}@${sipDomain}`;
  const parameters = sipInvite({
    parameters: {
      From: uri(from),
      Caller: uri(from),
      To: uri(to),
      Called: uri(to),
      SipDomain: sipDomain,
    },
  });
  const signature = getExpectedTwilioSignature(authToken, url, parameters);
  if (!validateRequest(gateway.authToken, signature, url, parameters)) {
    return { status: 400, body: 'invalid signature' };
  }
  const response = await fetch(`${gateway.functionsUrl}${new URL(url).pathname}`, {
    method: 'POST',
    headers: { 'X-Twilio-Signature': signature },
    body: new URLSearchParams(parameters),
  });
  return { status: response.status, body: await response.text() };
}
