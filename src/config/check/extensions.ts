/** Extensions: what they name, what they need, and their devices. */
import type { ExtensionSource } from '../schema';
import { nearest } from '../read/suggest';
import { homesOf, type Context } from './context';
import { below, checkClass, checkNumber, checkTarget, type Place, tell } from './values';

export function checkExtensions(context: Context): void {
  const macs = new Map<string, string>();
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    const place: Place = { file: 'extensions.yaml', path: [username] };
    const { number, callerId } = extension;
    if (number !== undefined) checkNumber(context, below(place, 'number'), number);
    if (callerId !== undefined) checkShown(context, below(place, 'callerId'), callerId);
    else if (number === undefined) checkCallerId(context, place, username);
    if (extension.class !== undefined) {
      checkClass(context, below(place, 'class'), extension.class);
    }
    checkTarget(context, below(place, 'hash'), extension.hash);
    checkTarget(context, below(place, 'zero'), extension.zero);
    checkEnvironments(context, place, extension.environments ?? []);
    checkMac(context, below(place, 'phone', 'mac'), extension.phone, macs);
    checkLanguage(context, below(place, 'language'), extension.language);
    if (homesOf(extension, context).length === 0 && context.environments?.size) {
      tell(context, place, 'lives in no environment', 'Name one under `environments`.');
    }
  }
}

/** Twilio takes no other's number as caller ID (error 13214), and nobody outside could call it back. */
function checkShown(context: Context, place: Place, callerId: string): void {
  if (!checkNumber(context, place, callerId) || context.ownNumbers.has(callerId)) return;
  const message = `\`${callerId}\` is not a number of this site`;
  const fix =
    'Use a phone’s number, a number in numbers.yaml, or the house number (`callerId` under `defaults` in site.yaml).';
  tell(context, place, message, fix);
}

function checkCallerId(context: Context, place: Place, username: string): void {
  const { files } = context.source;
  if (files['site.yaml'].has(['defaults', 'callerId']) || !files['site.yaml'].readable) return;
  // A number that is there but faulty has been told already.
  if (['number', 'callerId'].some((key) => files['extensions.yaml'].has([username, key]))) return;
  const message = 'has no number, and the site has no house number: there is no caller ID to show';
  tell(context, place, message, 'Add `number`, or `defaults: { callerId: … }` in site.yaml.');
}

function checkEnvironments(context: Context, place: Place, listed: readonly string[]): void {
  const { environments } = context;
  listed.forEach((name, i) => {
    if (environments === undefined || environments.has(name)) return;
    const near = nearest(name, environments);
    tell(
      context,
      below(place, 'environments', i),
      `the environment \`${name}\` has no SIP domain`,
      near === undefined
        ? `Add \`${name}: { sipDomain: … }\` to \`environments\` in site.yaml.`
        : `Add it to \`environments\` in site.yaml. Did you mean \`${near}\`?`,
    );
  });
}

function checkMac(
  context: Context,
  place: Place,
  phone: ExtensionSource['phone'],
  seen: Map<string, string>,
): void {
  if (phone?.mac === undefined) return;
  const { mac, line } = phone;
  const other = seen.get(`${mac} ${line}`);
  seen.set(`${mac} ${line}`, other ?? String(place.path[0]));
  if (other === undefined) return;
  const message = `line ${line} of the phone ${mac} already belongs to \`${other}\``;
  tell(context, place, message, 'Correct one of them, or give each its own `line`.');
}

function checkLanguage({ source, report }: Context, place: Place, language?: string): void {
  const { languages } = source.site;
  if (language === undefined || (languages as string[]).includes(language)) return;
  const message = `the site does not speak ${language}`;
  report.error(place.file, place.path, message, `One of: ${languages.join(', ')}.`);
}
