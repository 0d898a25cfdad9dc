/**
 * What Twilio does with a call to one of our numbers
 * (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
 */
import { type Change, differences } from '../change';
import type { Actual } from '../actual';
import { incomingUrls } from '../client/urls';
import type { Desired } from '../desired';

/** Numbers that the account does not have are bought by `dialtone numbers buy` alone. */
export function planNumbers(desired: Desired, { deployment, numbers }: Actual): Change[] {
  // Before the first deployment there is nothing to point at.
  if (!deployment?.buildSid) return [];
  const settings = {
    ...incomingUrls(desired.environment, deployment.domainName),
    // An application or a trunk would win over the voice URL.
    voiceApplicationSid: '',
    trunkSid: '',
    voiceReceiveMode: 'voice' as const,
  };
  return desired.numbers.flatMap(({ number }) => {
    const owned = numbers.get(number);
    const fields = owned ? differences({ ...owned, capabilities: undefined }, settings) : [];
    if (!owned || fields.length === 0) return [];
    return [
      {
        action: 'update' as const,
        kind: 'phone number' as const,
        key: number,
        fields,
        why: `${desired.environment} answers it`,
        write: async ({ rest }) => {
          await rest.repeat(() =>
            rest.client.api.v2010.account.incomingPhoneNumbers(owned.sid).update(settings),
          );
        },
      },
    ];
  });
}
