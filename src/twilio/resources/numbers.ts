/**
 * What Twilio does with a call to one of our numbers
 * (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
 */
import { type Change, differences } from '../change';
import type { Found } from '../actual';
import { incomingUrls } from '../client/urls';
import type { Wanted } from '../desired';

/** Numbers that the account does not have are bought by `dialtone numbers buy` alone. */
export function planNumbers(wanted: Wanted, { deployment, numbers }: Found): Change[] {
  // Before the first deployment there is nothing to point at.
  if (!deployment?.buildSid) return [];
  const settings = {
    ...incomingUrls(wanted.environment, deployment.domainName),
    // An application or a trunk would win over the voice URL.
    voiceApplicationSid: '',
    trunkSid: '',
    voiceReceiveMode: 'voice' as const,
  };
  return wanted.numbers.flatMap(({ number }) => {
    const owned = numbers.get(number);
    const fields = owned ? differences({ ...owned }, settings) : [];
    if (!owned || fields.length === 0) return [];
    return [
      {
        action: 'update' as const,
        kind: 'phone number' as const,
        key: number,
        fields,
        why: `${wanted.environment} answers it`,
        write: async ({ rest }) => {
          await rest.repeat(() =>
            rest.client.api.v2010.account.incomingPhoneNumbers(owned.sid).update(settings),
          );
        },
      },
    ];
  });
}
