/** SIP INVITE from a phone: the voice URL of the SIP domain. */
import { type OutgoingCall, routeOutgoing, usernameToLookUp } from '../calls';
import { credentialLists } from '../platform/credentials';
import { door } from '../platform/door';

export const handler = door('outgoing', async ({ environment, parameters, directory, context }) => {
  const call: OutgoingCall = {
    environment,
    from: parameters.From,
    to: parameters.To,
    sipUsername: parameters.SipUsername,
    sipDomain: parameters.SipDomain,
    callerId: parameters.callerId,
  };
  const username = usernameToLookUp(call, directory);
  // A phone that the directory knows never causes a request.
  if (username === undefined) return routeOutgoing(call, directory, new Date());

  const domain = { sid: parameters.SipDomainSid, host: parameters.SipDomain };
  const listed = await credentialLists.lookUp(username, domain, () => context.getTwilioClient());
  return routeOutgoing({ ...call, listed }, directory, new Date());
});
