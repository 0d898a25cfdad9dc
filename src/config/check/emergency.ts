/** Emergency calls: who may place them, under which number, and who handles them. */
import type { ExtensionSource } from '../schema';
import { addressDiagnostics } from '../schema/address';
import type { Context } from './context';
import { checkEmergencyNumbers } from './sharing';
import { below, type Location, addError } from './values';

/** Where Twilio places emergency calls (https://www.twilio.com/docs/voice/sip/emergency-calling). */
const COUNTRIES = ['US', 'CA', 'GB', 'AU', 'IE', 'FR', 'DE', 'AT'];

export function checkEmergency(context: Context): void {
  checkEmergencyNumbers(context);
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    const location: Location = { file: 'extensions.yaml', path: [username] };
    if (extension.emergency) checkCountry(context, location, extension.number);
    checkAddress(context, below(location, 'address'), extension);
  }
}

function checkCountry(context: Context, location: Location, number: string | undefined): void {
  const { country } = context.source.site;
  if (!COUNTRIES.includes(country)) {
    const message = `may place emergency calls, which Twilio does not support in ${country}`;
    addError(context, below(location, 'emergency'), message, 'Remove `emergency: true`.');
    return;
  }
  const code = context.countryCode;
  // No country code begins another. Whether it is a number at all is reported elsewhere.
  if (number === undefined || !context.isE164(number) || number.startsWith(`+${code}`)) return;
  const message = `may place emergency calls, but ${number} belongs to another country`;
  addError(context, below(location, 'number'), message, `Give it a number in ${country}.`);
}

function checkAddress(
  context: Context,
  location: Location,
  { address, emergency }: ExtensionSource,
): void {
  const { files, site } = context.source;
  if (address === undefined) return;
  if (!emergency) {
    const message = 'has no effect on a phone that may not call 911';
    addError(context, location, message, 'Remove it, or add `emergency: true`.');
  }
  // A country that is there but faulty has been reported already, and says nothing of the rest.
  const { country = site.country } = address;
  if (!address.country && files['extensions.yaml'].has([...location.path, 'country'])) return;
  for (const { key, wrong } of addressDiagnostics(address, country)) {
    addError(context, below(location, key), wrong.message, wrong.fix);
  }
}
