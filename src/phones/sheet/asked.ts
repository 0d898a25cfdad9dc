/** What a sheet asks the call path about its phone. */
import { type Call, readCall } from '../../runtime/calls';
import type { Directory, EnvironmentName } from '../../runtime/model/directory';
import type { PhoneSettings } from '../phone';

export interface Asked {
  readonly settings: PhoneSettings;
  readonly environment: EnvironmentName;
  readonly directory: Directory;
  readonly emergencyNumber: string;
  readonly testNumber: string | undefined;
  /** Of other phones: which of them can be dialled is asked. */
  readonly extensions: readonly string[];
  readonly now: Date;
}

/** As Twilio asks about a call of the phone. */
export function callOf(
  to: string,
  { username }: { readonly username: string },
  environment: EnvironmentName,
): Call {
  const uri = (user: string) => `sip:${encodeURIComponent(user)}@example.sip.twilio.com`;
  return readCall({ environment, from: uri(username), to: uri(to) });
}
