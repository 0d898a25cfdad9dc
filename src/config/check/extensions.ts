/** Extensions: what they name, what they need, and their devices. */
import { PHONE_TARGETS } from '../compile/targets';
import type { ExtensionSource } from '../schema';
import { didYouMean, nearest } from '../read/suggest';
import { homesOf, type Context } from './context';
import { below, checkClass, checkNumber, checkTarget, type Location, addError } from './values';

export function checkExtensions(context: Context): void {
  checkLocations(context);
  const macs = new Map<string, string>();
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    const location: Location = { file: 'extensions.yaml', path: [username] };
    const { number, callerId } = extension;
    if (number !== undefined) checkNumber(context, below(location, 'number'), number);
    if (callerId !== undefined) checkShown(context, below(location, 'callerId'), callerId);
    else if (number === undefined) checkCallerId(context, location, username);
    if (extension.class !== undefined) {
      checkClass(context, below(location, 'class'), extension.class);
    }
    for (const key of PHONE_TARGETS) checkTarget(context, below(location, key), extension[key]);
    checkEnvironments(context, location, extension.environments ?? []);
    checkMac(context, below(location, 'phone', 'mac'), extension.phone, macs);
    checkLanguage(context, below(location, 'language'), extension.language);
    checkNamedLocation(context, below(location, 'location'), extension.location);
    if (homesOf(extension, context).length === 0 && context.environments?.size) {
      addError(context, location, 'lives in no environment', 'Name one under `environments`.');
    }
  }
}

/** Twilio takes no other's number as caller ID (error 13214), and nobody outside could call it back. */
function checkShown(context: Context, location: Location, callerId: string): void {
  if (!checkNumber(context, location, callerId) || context.ownNumbers.has(callerId)) return;
  const message = `\`${callerId}\` is not a number of this site`;
  const fix =
    'Use a phone’s number, a number in numbers.yaml, or the house number (`callerId` under `defaults` in site.yaml).';
  addError(context, location, message, fix);
}

function checkCallerId(context: Context, location: Location, username: string): void {
  const { files } = context.source;
  if (files['site.yaml'].has(['defaults', 'callerId']) || !files['site.yaml'].readable) return;
  // A number that is there but faulty has been reported already.
  if (['number', 'callerId'].some((key) => files['extensions.yaml'].has([username, key]))) return;
  const message = 'has no number, and the site has no house number: there is no caller ID to show';
  addError(
    context,
    location,
    message,
    'Add `number`, or `defaults: { callerId: … }` in site.yaml.',
  );
}

function checkEnvironments(context: Context, location: Location, listed: readonly string[]): void {
  const { environments } = context;
  listed.forEach((name, i) => {
    if (environments === undefined || environments.has(name)) return;
    const near = nearest(name, environments);
    addError(
      context,
      below(location, 'environments', i),
      `the environment \`${name}\` has no SIP domain`,
      near === undefined
        ? `Add \`${name}: { sipDomain: … }\` to \`environments\` in site.yaml.`
        : `Add it to \`environments\` in site.yaml. Did you mean \`${near}\`?`,
    );
  });
}

function checkMac(
  context: Context,
  location: Location,
  phone: ExtensionSource['phone'],
  seen: Map<string, string>,
): void {
  if (phone?.mac === undefined) return;
  const { mac, line } = phone;
  const other = seen.get(`${mac} ${line}`);
  seen.set(`${mac} ${line}`, other ?? String(location.path[0]));
  if (other === undefined) return;
  const message = `line ${line} of the phone ${mac} already belongs to \`${other}\``;
  addError(context, location, message, 'Correct one of them, or give each its own `line`.');
}

function checkNamedLocation(context: Context, location: Location, name?: string): void {
  const { files, site } = context.source;
  if (name === undefined || !files['site.yaml'].readable) return;
  if (files['site.yaml'].has(['locations', name])) return;
  const fix = didYouMean(name, Object.keys(site.locations), 'Add it to `locations` in site.yaml.');
  addError(context, location, `there is no location \`${name}\``, fix);
}

/** The groups of phones, each of which somebody is to be in. */
function checkLocations(context: Context): void {
  const { extensions, files, site } = context.source;
  const used = new Set(Object.values(extensions).map((each) => each.location));
  for (const [name, { language }] of Object.entries(site.locations)) {
    const at: Location = { file: 'site.yaml', path: ['locations', name] };
    checkLanguage(context, below(at, 'language'), language);
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      const fix = 'Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.';
      addError(context, at, `\`${name}\` cannot be the name of a location`, fix);
    }
    if (used.has(name) || !files['extensions.yaml'].readable) continue;
    const message = `no extension has the location \`${name}\``;
    context.report.warn(at.file, at.path, message, 'Use it or remove it.');
  }
}

function checkLanguage({ source, report }: Context, location: Location, language?: string): void {
  const { languages } = source.site;
  if (language === undefined || (languages as string[]).includes(language)) return;
  const message = `the site does not speak ${language}`;
  report.error(location.file, location.path, message, `One of: ${languages.join(', ')}.`);
}
