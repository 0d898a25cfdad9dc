/** Asks Twilio's credential lists about a phone that the directory does not know. */
import type { Call } from '../calls';
import { credentialLists } from './credentialLists';
import type { Webhook } from './handler';

/**
 * The call with the domain's credential lists; a phone that the directory knows never causes a request.
 *
 * @param username Whom Twilio must be asked about, if anybody.
 */
export async function withListed(
  username: string | undefined,
  { call, parameters, context }: Webhook,
): Promise<Call> {
  if (username === undefined) return call;
  const domain = { sid: parameters.SipDomainSid, host: parameters.SipDomain };
  const listed = await credentialLists.lookUp(username, domain, () => context.getTwilioClient());
  return { ...call, listed };
}
