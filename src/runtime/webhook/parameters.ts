/** Request parameters as Twilio sends them: names and text. */
import { type Call, readCall } from '../calls';
import type { EnvironmentName } from '../model/directory';

export type Parameters = Readonly<Record<string, string>>;

/**
 * The text parameters of a Functions event. Whatever else a query or a JSON body
 * can hold (lists, objects, the runtime's own `request`) is left out.
 */
export function readParameters(event: object): Parameters {
  const texts = Object.entries(event).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(texts);
}

/** The call that a request is about, as every request of it says. */
export function callIn(parameters: Parameters, environment: EnvironmentName): Call {
  const { CallSid: callSid, From: from, To: to, callerId } = parameters;
  const { SipUsername: sipUsername, SipDomain: sipDomain } = parameters;
  return readCall({ environment, callSid, from, to, sipUsername, sipDomain, callerId });
}
