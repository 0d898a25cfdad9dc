/** An account that has the directory's numbers already, as one that exists for a while. */
import { compileDirectory, openDirectory } from '../../src/config';
import type { OperatorProject } from './operatorProject';
import type { NumberForSale } from '../twilio-stand-in/api/state';
import type { TwilioStandIn } from '../twilio-stand-in/standIn';

/** @param except those that are for sale still. */
export async function boughtBefore(
  standIn: TwilioStandIn,
  project: OperatorProject,
  except: readonly string[],
): Promise<void> {
  const { directory, diagnostics } = compileDirectory(project.path('directory'), {
    twimlAssets: ['incoming', 'unavailable', 'closed', 'incoming-house'],
  });
  if (!directory) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const numbers = [...openDirectory(directory).numbers.keys()];
  standIn.state.api.forSale = numbers.map(forSale);
  const { incomingPhoneNumbers } = standIn.client().api.v2010.account;
  for (const phoneNumber of numbers.filter((number) => !except.includes(number))) {
    await incomingPhoneNumbers.create({ phoneNumber });
  }
}

function forSale(phoneNumber: string): NumberForSale {
  return {
    phoneNumber,
    kind: 'Local',
    isoCountry: 'US',
    region: 'OR',
    locality: 'Portland',
    postalCode: null,
    rateCenter: 'PORTLAND',
    addressRequirements: 'none',
    capabilities: { voice: true, sms: true, mms: true, fax: false },
  };
}
