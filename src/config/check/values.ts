/** Checks of single values that need the whole directory: names, numbers and targets. */
import { emergencyNumber, withoutSeparators } from '../../runtime/numbers/emergency';
import { areaCodeOf, NEW_AREA_CODES, openingLine } from '../../runtime/numbers/northAmerica';
import { type NumberError, readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { MOST_AT_ONCE, MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import type { FileName, Path } from '../read/files';
import { didYouMean } from '../read/suggest';
import type { TargetSource } from '../schema';
import { isNumberText } from '../compile/targets';
import type { Context } from './context';

/** Where a value stands. */
export interface Location {
  readonly file: FileName;
  readonly path: Path;
}

export function below({ file, path }: Location, ...steps: (string | number)[]): Location {
  return { file, path: [...path, ...steps] };
}

export function addError(
  { report }: Context,
  { file, path }: Location,
  message: string,
  fix: string,
) {
  report.error(file, path, message, fix);
}

export function checkExtension(context: Context, location: Location, name: string): void {
  const { extensions, source } = context;
  if (extensions === undefined || extensions.has(name)) return;
  const owner = Object.entries(source.extensions).find(
    ([, { number, short }]) => number === name || short === name,
  );
  const fix = owner
    ? `\`${name}\` is the ${owner[1].short === name ? 'short name' : 'number'} of \`${owner[0]}\`: write \`${owner[0]}\`.`
    : didYouMean(name, extensions, 'Add it to extensions.yaml.');
  addError(context, location, `there is no extension \`${name}\``, fix);
}

export function checkClass(context: Context, location: Location, name: string): void {
  const { classes } = context;
  if (classes === undefined || classes.has(name)) return;
  const fix = didYouMean(name, classes, 'Add it to `classes` in calling.yaml.');
  addError(context, location, `there is no class of service \`${name}\``, fix);
}

export function checkTwiml(
  context: Context,
  location: Location,
  name: string,
  rings = false,
): void {
  if (name === 'incoming' && !rings) {
    const message = '`incoming` rings the phones of a number, but there are none here';
    return addError(context, location, message, 'Add `ring`, or another TwiML asset.');
  }
  if (context.twimlAssets.has(name)) return;
  const fix = didYouMean(name, context.twimlAssets, `Add twiml/${name}.xml to the directory.`);
  addError(context, location, `there is no TwiML asset \`${name}\``, fix);
}

/** A number of ours or another's: valid, in E.164, and no emergency number. */
export function checkNumber(context: Context, location: Location, text: string): boolean {
  if (refuseEmergencyNumber(context, location, text)) return false;
  if (context.isE164(text)) {
    warnOfNewAreaCode(context, location, text);
    return true;
  }
  const read = readPhoneNumber(withoutSeparators(text), context.numbering.country);
  if (typeof read !== 'string') {
    addError(context, location, `\`${text}\` is not in E.164`, `Write \`${read.e164}\`.`);
    return false;
  }
  const fix = 'Write a valid number with plus and country code, such as `+15035550123`.';
  addError(context, location, `\`${text}\` is not a telephone number${WHY[read]}`, fix);
  return false;
}

/** Right as it may be, no phone can call such a number before somebody says where it is. */
function warnOfNewAreaCode({ source, report }: Context, location: Location, text: string): void {
  const number = readPhoneNumber(text, 'US');
  if (typeof number === 'string' || number.region !== NEW_AREA_CODES) return;
  const areaCode = areaCodeOf(number.national);
  if (Object.hasOwn(source.calling.newAreaCodes, areaCode)) return;
  const message = `\`${text}\`: area code ${areaCode} is newer than the numbering data of Dialtone, so phones may not call it`;
  const fix = `If it is in service, add \`${openingLine(areaCode, source.site.country)}\` to calling.yaml.`;
  report.warn(location.file, location.path, message, fix);
}

const WHY: Readonly<Record<NumberError, string>> = {
  'not-a-number': '',
  'too-short': ': too short',
  'too-long': ': too long',
  'no-such-number': ': its country has no such number',
};

/** Tells when `text` would claim an emergency number in any of its forms. */
export function refuseEmergencyNumber(
  context: Context,
  location: Location,
  text: string,
  fix = 'Remove it.',
): boolean {
  const number = emergencyNumber(text, context.numbering);
  if (number === undefined) return false;
  const what = number === text ? 'is' : `is a form of ${number},`;
  const message =
    `\`${text}\` ${what} an emergency number: emergency calls are recognised first and ` +
    'allowed only by `emergency: true`; nothing else may use them';
  addError(context, location, message, fix);
  return true;
}

/** Several that ring together; those of a number ten at a time. */
export function checkRing(
  context: Context,
  location: Location,
  ring: readonly string[],
  { ofNumber = false } = {},
): void {
  const most = ofNumber ? MOST_OF_A_NUMBER : MOST_AT_ONCE;
  if (ring.length > most) {
    const limit = ofNumber ? A_NUMBER_RINGS : `Twilio rings at most ${most} phones together`;
    const fix = ofNumber ? 'Remove some.' : IN_STEPS;
    addError(context, location, `${ring.length} extensions: ${limit}`, fix);
  }
  ring.forEach((name, i) => {
    checkExtension(context, below(location, i), name);
    if (ring.indexOf(name) < i) {
      addError(context, below(location, i), `\`${name}\` is listed twice`, 'Keep one.');
    }
  });
}

const IN_STEPS = `Remove some; or write \`dial:\` with a number of yours that has them as its \`ring\` in numbers.yaml: it rings ten, and if nobody answers the next ten, up to ${MOST_OF_A_NUMBER}.`;

export const A_NUMBER_RINGS = `a number rings at most ${MOST_OF_A_NUMBER} phones, ${MOST_AT_ONCE} at a time`;

/** The names in a target. `inMenu`: where `back` and `repeat` mean something. */
export function checkTarget(
  context: Context,
  location: Location,
  target: TargetSource | undefined,
  inMenu = false,
): void {
  if (target === undefined) return;
  if ('ring' in target) checkRing(context, below(location, 'ring'), target.ring);
  else if ('dial' in target) checkDial(context, below(location, 'dial'), target.dial);
  else if ('twiml' in target) checkTwiml(context, below(location, 'twiml'), target.twiml);
  else if ('handOff' in target) checkHost(context, below(location, 'handOff'), target.handOff);
  else if ('menu' in target) checkMenu(context, below(location, 'menu'), target.menu);
  else if (target.do === 'operator') checkOperator(context, below(location, 'do'));
  else if (!inMenu && (target.do === 'back' || target.do === 'repeat')) {
    const message = `\`${target.do}\` works only in a menu, and the caller is not in one yet`;
    addError(context, below(location, 'do'), message, 'Write a menu, or `do: hangUp`.');
  }
}

export function checkMenu({ menus, ...context }: Context, location: Location, name: string): void {
  if (menus === undefined || menus.has(name)) return;
  const fix = didYouMean(name, menus, `Add \`${name}\` to a file in menus/.`);
  context.report.error(location.file, location.path, `there is no menu \`${name}\``, fix);
}

/** Somebody must be there who can be asked. */
export function checkOperator({ source, report }: Context, location: Location): void {
  const file = source.files['operators.yaml'];
  if (file.has([]) || !file.readable) return;
  const message = 'calls the operator, but there is no operators.yaml';
  report.error(location.file, location.path, message, 'Add operators.yaml; see docs/operator.md.');
}

/** A number, or the name of a list of numbers. */
function checkDial(context: Context, location: Location, dial: string): void {
  if (isNumberText(dial) || refuseEmergencyNumber(context, location, dial)) {
    checkNumber(context, location, dial);
    return;
  }
  const { numberLists } = context;
  if (numberLists === undefined || numberLists.has(dial)) return;
  const fix = didYouMean(
    dial,
    numberLists,
    'Add it to `numberLists` in calling.yaml, or write a number in E.164.',
  );
  addError(context, location, `there is no list of numbers \`${dial}\``, fix);
}

function checkHost(context: Context, location: Location, handOff: string): void {
  const hosts = context.source.site.handOffHosts.map((each) => each.split(';', 1)[0] ?? '');
  const host = handOff.slice(handOff.lastIndexOf('@') + 1);
  if (hosts.includes(host)) return;
  const fix = didYouMean(host, hosts, `Add \`${host}\` to \`handOffHosts\` in site.yaml.`);
  addError(context, location, `calls may not be handed off to \`${host}\``, fix);
}
