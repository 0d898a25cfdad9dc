/** Emergency calls: who may place them, under which number, and who handles them. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import type { ExtensionSource } from '../schema';
import { addressFaults } from '../schema/address';
import { homesOf, type Context } from './context';
import { registerUnder } from './oneRegistration';
import { checkEmergencyNumbers } from './sharing';
import { below, type Place, tell } from './values';

/** Where Twilio places emergency calls (https://www.twilio.com/docs/voice/sip/emergency-calling). */
const COUNTRIES = ['US', 'CA', 'GB', 'AU', 'IE', 'FR', 'DE', 'AT'];

export function checkEmergency(context: Context): void {
  checkEmergencyNumbers(context);
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    const place: Place = { file: 'extensions.yaml', path: [username] };
    if (extension.emergency) checkCountry(context, place, extension.number);
    checkAddress(context, below(place, 'address'), extension);
    for (const home of homesOf(extension, context)) checkHome(context, place, extension, home);
  }
  checkModes(context);
}

function checkCountry(context: Context, place: Place, number: string | undefined): void {
  const { country } = context.source.site;
  if (!COUNTRIES.includes(country)) {
    const message = `may place emergency calls, which Twilio does not carry in ${country}`;
    tell(context, below(place, 'emergency'), message, 'Take `emergency: true` out.');
    return;
  }
  const code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
  // No country code begins another. Whether it is a number at all is told elsewhere.
  if (number === undefined || !context.isE164(number) || number.startsWith(`+${code}`)) return;
  const message = `may place emergency calls, but ${number} is a number of another country`;
  tell(context, below(place, 'number'), message, `Give it a number in ${country}.`);
}

function checkAddress(
  context: Context,
  place: Place,
  { address, emergency }: ExtensionSource,
): void {
  const { files, site } = context.source;
  if (address === undefined) return;
  if (!emergency) {
    const message = 'has no use on a phone that may not call 911';
    tell(context, place, message, 'Take it out, or add `emergency: true`.');
  }
  // A country that is there but faulty has been told already, and says nothing of the rest.
  const { country = site.country } = address;
  if (!address.country && files['extensions.yaml'].has([...place.path, 'country'])) return;
  for (const { key, wrong } of addressFaults(address, country)) {
    tell(context, below(place, key), wrong.message, wrong.mend);
  }
}

/** With `direct`, Twilio reads the SIP username as the number that calls 911. */
function checkHome(
  context: Context,
  place: Place,
  extension: ExtensionSource,
  home: 'dev' | 'stage' | 'prod',
): void {
  if (context.source.site.environments[home]?.emergency !== 'direct') return;
  const username = String(place.path[0]);
  if (extension.emergency && extension.number !== undefined && username !== extension.number) {
    const message = `may call 911 and lives in ${home}, where emergency is \`direct\`: it must be registered under its own number`;
    tell(context, place, message, registerUnder(context, username, extension.number));
  }
  if (!extension.emergency && context.isE164(username)) {
    const message = `is named by a number and lives in ${home}, where emergency is \`direct\`: Twilio would place its 911 call, and bill it`;
    tell(context, place, message, 'Give it a name that is no number, or `emergency: true`.');
  }
}

function checkModes(context: Context): void {
  const { files, site } = context.source;
  const callers = Object.entries(context.source.extensions).filter(([, each]) => each.emergency);
  for (const home of ['dev', 'stage', 'prod'] as const) {
    const environment = site.environments[home];
    if (!environment || files['site.yaml'].has(['environments', home, 'emergency'])) continue;
    if (!files['site.yaml'].has(['environments', home])) continue;
    const living = callers.find(([, each]) => homesOf(each, context).includes(home));
    if (!living) continue;
    tell(
      context,
      { file: 'site.yaml', path: ['environments', home] },
      `\`${living[0]}\` may call 911 in ${home}, but ${home} does not say who handles 911`,
      'Add `emergency: direct` (Twilio) or `emergency: webhook` (our function); see docs/directory.md.',
    );
  }
}
