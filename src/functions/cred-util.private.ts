/**
 * Whether a SIP username is on a domain's credential lists: the look-up that
 * `sip-outgoing` has built in, for other functions of the service and for the console.
 */
import type {
  Context,
  ServerlessCallback,
  ServerlessEventObject,
} from '@twilio-labs/serverless-runtime-types/types';
import { credentialLists } from '../runtime/webhook/credentialLists';
import { readParameters } from '../runtime/webhook/parameters';

/** Event: `username`, and `SipDomainSid` or `SipDomain`. Answers `{ listed }`, or `{ failed: true }`. */
export async function handler(
  context: Context,
  event: ServerlessEventObject,
  callback: ServerlessCallback,
): Promise<void> {
  const { username = '', SipDomainSid, SipDomain } = readParameters(event);
  const domain = { sid: SipDomainSid, host: SipDomain };
  const listed = await credentialLists.lookUp(username, domain, () => context.getTwilioClient());
  callback(null, listed === 'failed' ? { failed: true } : { listed: listed.has(username) });
}
