/** Who handles 911 in each environment, and whether that fits its phones: by the table of emergency calls. */
import { counts, whoPlaces } from '../emergency/emergencyRouting';
import { formOf, intendedSetup, isApp, isFlagOn, nameOf } from '../emergency/intendedSetup';
import type { ExtensionSource } from '../schema';
import {
  type EmergencyMode,
  ENVIRONMENTS,
  type EnvironmentName,
} from '../../runtime/model/directory';
import { type Context, homesOf } from './context';
import { registerUnder } from './oneRegistration';
import { below, type Location, addError } from './values';

export function checkEmergencyModes(context: Context): void {
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    const location: Location = { file: 'extensions.yaml', path: [username] };
    checkForm(context, below(location, 'dial911As'), extension);
    const homes = homesOf(extension, context).map((home) => ({
      home,
      mode: context.source.site.environments[home]?.emergency,
    }));
    for (const home of homes) {
      if (isFlagOn(home.mode)) checkHome(context, location, extension, home);
      if (isFlagOn(home.mode)) checkBetter(context, location, extension, home);
    }
    const inMenus = homes.filter(({ mode }) => mode === 'menus').map(({ home }) => home);
    if (inMenus.length > 0) checkDialled(context, location, extension, inMenus);
  }
  checkSaid(context);
}

interface Home {
  readonly home: EnvironmentName;
  readonly mode: EmergencyMode | undefined;
}

/** With emergency calling on, Twilio reads the SIP username as the number that calls 911. */
function checkHome(
  context: Context,
  location: Location,
  extension: ExtensionSource,
  at: Home,
): void {
  const username = String(location.path[0]);
  if (!extension.emergency) {
    if (!context.isE164(username)) return;
    const message = `has a number as its username and lives in ${whereOf(at)}: Twilio would place its 911 call, and bill you for it`;
    return addError(
      context,
      location,
      message,
      'Give it a name that is not a number, or `emergency: true`.',
    );
  }
  // What is no number has been reported: nothing can be named by it.
  if (extension.number === undefined || !context.isE164(extension.number)) return;
  if (username === extension.number) return;
  if (at.mode === 'direct') {
    const message = `may call 911 and lives in ${whereOf(at)}: it must be registered under its own number`;
    return addError(context, location, message, registerUnder(context, username, extension.number));
  }
  if (nameOf({ ...extension, username }) === 'other number') {
    const message = `may call 911 and lives in ${whereOf(at)}: Twilio would place its 911 as ${username}, not as ${extension.number}`;
    addError(context, location, message, 'Give it a name that is not a number.');
  }
}

/** A phone that sends 1911, which may come to nothing, where 911 is known to be placed. */
function checkBetter(
  context: Context,
  location: Location,
  extension: ExtensionSource,
  at: Home,
): void {
  const { report, source } = context;
  const caller = { ...extension, username: String(location.path[0]) };
  if (!extension.emergency || formOf(caller) !== 'prefixed') return;
  const setup = intendedSetup(caller, at.mode, source.site.dial911As);
  if (!counts(whoPlaces('dialled', setup)) || counts(whoPlaces('prefixed', setup))) return;
  const message = `sends 1911 in ${whereOf(at)}: Twilio places its 911 calls, but whether anybody places a call to 1911 is unproven`;
  const { path } = below(location, 'dial911As');
  if (extension.phone) return report.error(location.file, path, message, 'Remove it.');
  report.warn(location.file, path, message, 'Let the device send 911 unchanged.');
}

/** With `menus`, a phone whose username is a word that can dial 911 by itself: Twilio rejects it, or may. */
function checkDialled(
  context: Context,
  location: Location,
  extension: ExtensionSource,
  homes: readonly EnvironmentName[],
): void {
  const { report, source } = context;
  const { dial911As, emergency, number, phone } = extension;
  const caller = { ...extension, username: String(location.path[0]) };
  if (!emergency || number === undefined || !context.isE164(number)) return;
  if (nameOf(caller) !== 'word') return;
  const setup = intendedSetup(caller, 'menus', source.site.dial911As);
  if (setup.hotline || counts(whoPlaces(formOf(caller), setup))) return;
  const where = homes.join(', ');
  if (formOf(caller) === 'prefixed') {
    // Of an app it has been refused already.
    if (phone && isApp(phone)) return;
    const message = `sends 1911 for 911 in ${where}: whether Twilio passes that to the functions is unproven`;
    const until = phone ? 'write `dial: hotline`' : 'let it dial `#` when lifted';
    const fix = `Dial 933 on it and listen for its address; until then ${until}.`;
    return report.warn(location.file, below(location, 'dial911As').path, message, fix);
  }
  const message = `may call 911 and lives in ${where}, where emergency is \`menus\`, but its username is a word: Twilio rejects 911 dialled on it`;
  // A device that is set by hand is as it is; what is compiled here must not be so.
  if (phone === undefined && dial911As === '911') {
    const fix = `Name it \`${number}\`, or let the device dial \`#\` when lifted or send 1911 for 911, and say so with \`dial911As\`.`;
    return report.warn(location.file, location.path, message, fix);
  }
  const fix =
    phone === undefined
      ? 'Say how its device calls 911: with `phone: { …, dial: hotline }`, or `dial911As: keys`, `1911` or `911`; see docs/emergency.md.'
      : isApp(phone)
        ? `Name it \`${number}\`, or remove \`emergency: true\`; see docs/emergency.md.`
        : `Write \`dial: hotline\`, or name it \`${number}\`, or add \`dial911As: 1911\`, which is unproven; see docs/emergency.md.`;
  addError(context, location, message, fix);
}

/** What is said of the phone itself. */
function checkForm(
  context: Context,
  location: Location,
  { dial911As, emergency, phone }: ExtensionSource,
): void {
  if (dial911As === undefined) return;
  if (!emergency) {
    const message = 'has no effect on a phone that may not call 911';
    return addError(context, location, message, 'Remove it, or add `emergency: true`.');
  }
  if (dial911As === 'keys' && phone?.dial === 'dialtone') {
    const message = 'is `keys`, but the phone gives a dial tone, so people dial 911';
    return addError(context, location, message, 'Remove it, or write `dial: hotline`.');
  }
  if (dial911As === '1911' && phone && isApp(phone)) {
    const message =
      'is `1911`, but an app sends what is dialled: no dial plan can turn 911 into 1911';
    return addError(context, location, message, 'Remove it.');
  }
  if (dial911As === '1911' && phone?.dial === 'hotline') {
    const message =
      'is `1911`, but the phone dials `#` when it is lifted: 911 is pressed in its menu';
    return addError(context, location, message, 'Remove it, or write `dial: dialtone`.');
  }
  if (dial911As === '1911') checkCountryCode(context, location, '1911');
}

/** A 1 before 911 is the country code of North America. */
function checkCountryCode(context: Context, location: Location, form: string): void {
  if (context.countryCode === 1) return;
  const message = `is \`${form}\`, but the country code of ${context.source.site.country} is ${context.countryCode}`;
  addError(context, location, message, 'Remove it.');
}

function checkSaid(context: Context): void {
  const { files, site } = context.source;
  if (site.dial911As === '+1911') {
    checkCountryCode(context, { file: 'site.yaml', path: ['dial911As'] }, '+1911');
  }
  const callers = Object.entries(context.source.extensions).filter(([, each]) => each.emergency);
  for (const home of ENVIRONMENTS) {
    const environment = site.environments[home];
    if (!environment || files['site.yaml'].has(['environments', home, 'emergency'])) continue;
    if (!files['site.yaml'].has(['environments', home])) continue;
    const living = callers.find(([, each]) => homesOf(each, context).includes(home));
    if (!living) continue;
    addError(
      context,
      { file: 'site.yaml', path: ['environments', home] },
      `\`${living[0]}\` may call 911 in ${home}, but ${home} does not say who handles 911`,
      'Add `emergency: direct` or `emergency: menus` (Twilio), or `emergency: webhook` (our function); see docs/emergency.md.',
    );
  }
}

function whereOf({ home, mode }: Home): string {
  return `${home}, where emergency is \`${mode}\``;
}
