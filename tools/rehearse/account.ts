/** An account that has the directory's numbers already, as one that has existed for a while. */
import { readProject } from '../../src/config/project';
import type { NumberForSale } from '../twilio-stand-in/api/state';
import type { TwilioStandIn } from '../twilio-stand-in/standIn';

/**
 * Buys every number that the directory in `folder` answers.
 *
 * @param except those that stay for sale.
 */
export async function buyNumbers(
  standIn: TwilioStandIn,
  folder: string,
  except: readonly string[] = [],
): Promise<readonly string[]> {
  const { project, diagnostics } = readProject(folder);
  if (!project) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const numbers = [...project.directory.numbers.keys()];
  standIn.state.api.forSale = numbers.map(forSale);
  const { incomingPhoneNumbers } = standIn.client().api.v2010.account;
  const bought = numbers.filter((number) => !except.includes(number));
  for (const phoneNumber of bought) await incomingPhoneNumbers.create({ phoneNumber });
  return bought;
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
