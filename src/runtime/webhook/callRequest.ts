/** One of our phones as its requests tell, and Twilio where the directory does not know it. */
import type { Call } from '../calls';
import { credentialLists } from './credentialLists';
import type { Request, Webhook } from './handler';

/** What Twilio says of a call from a phone, in every request of it. */
export function callOf({ environment, parameters }: Request): Call {
  return {
    environment,
    callSid: parameters.CallSid,
    from: parameters.From,
    to: parameters.To,
    sipUsername: parameters.SipUsername,
    sipDomain: parameters.SipDomain,
    callerId: parameters.callerId,
  };
}

/**
 * With the domain's credential lists; a phone that the directory knows never causes a request.
 *
 * @param username Whom Twilio must be asked about, if anybody.
 */
export async function withListed(
  call: Call,
  username: string | undefined,
  { parameters, context }: Webhook,
): Promise<Call> {
  if (username === undefined) return call;
  const domain = { sid: parameters.SipDomainSid, host: parameters.SipDomain };
  const listed = await credentialLists.lookUp(username, domain, () => context.getTwilioClient());
  return { ...call, listed };
}
