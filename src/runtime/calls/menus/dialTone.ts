/**
 * The dial tone inside a call: how many more digits a number may have. A complete one goes out at
 * once; what could be the beginning of a longer one, after a pause.
 */
import type { ClassOfService, Directory } from '../../model/directory';
import { isNorthAmericanForm, NEW_AREA_CODES, regionOf } from '../../numbers/northAmerica';
import { readPhoneNumber } from '../../numbers/phoneNumber';
import type { Gather, Audio, Decision } from '../decision';
import { codesAbroad, refusedAlways } from '../classOfService';
import { type DialedNumber, readDialed } from '../dialed';
import type { CallContext } from '../context';
import { refuse } from '../trace';
import { languageOf } from './language';
import type { DialTonePosition } from './position';
import { mayReadMore } from './ruleShape';

/** Waits for digits; without `digits` for any number of them. */
export interface Stage {
  readonly digits?: number;
}

/** Emergency numbers, service codes and short extensions have as many. */
const FIRST = 3;
/** Countries that dial ten digits, or eleven with a 1. */
const NANP = ['US', 'CA'];
const NATIONAL = 10;
/** A number that nobody has, to complete an area code with. */
const REST = '5550123';

/** What to wait for after these digits; undefined when they are complete for a phone of this class. */
export function nextStage(
  dialled: string,
  directory: Directory,
  klass: ClassOfService,
): Stage | undefined {
  if (directory.site.menus.dialTone.collect === 'pause') return dialled === '' ? {} : undefined;
  if (dialled.length < FIRST) return { digits: FIRST - dialled.length };
  if (isComplete(dialled, directory, klass)) return undefined;
  const length = lengthOf(dialled, directory);
  return length !== undefined && length > dialled.length ? { digits: length - dialled.length } : {};
}

function isComplete(dialled: string, directory: Directory, klass: ClassOfService): boolean {
  const dialed = readDialed(dialled, directory);
  if (dialed.kind === 'emergency') return true;
  if (dialed.kind === 'serviceCode') return !mayBeRewritten(dialled, directory);
  const whole = dialed.kind === 'e164' && dialled.length === lengthOf(dialled, directory);
  if (whole && mayBeAbroad(dialled, dialed, directory, klass)) return false;
  return (whole || dialed.kind === 'extension') && !mayBeLonger(dialled, directory);
}

/**
 * Whether ten digits that this class may not dial begin a number of a country that it may, dialled without 011: 525 512
 * 3456 is nobody's here, and Mexico's with two digits more. A number in an area code that it may dial never waits.
 */
function mayBeAbroad(
  dialled: string,
  dialed: Extract<DialedNumber, { kind: 'e164' }>,
  directory: Directory,
  klass: ClassOfService,
): boolean {
  const { numbers, elsewhere, extensions } = directory;
  const ours = [numbers, elsewhere, extensions].some((each) => each.has(dialed.number));
  if (/^1/.test(dialled) || ours) return false;
  if (refusedAlways(dialed, klass, directory) === undefined) return false;
  return codesAbroad(klass).some((code) => dialled.startsWith(code));
}

/** Of a national number; undefined where the country's numbers differ in length. */
function lengthOf(dialled: string, { site }: Directory): number | undefined {
  if (!NANP.includes(site.country)) return undefined;
  if (/^1/.test(dialled)) return 11;
  return /^[2-9]/.test(dialled) ? NATIONAL : undefined;
}

/** Whether something else that can be dialled begins with these digits. */
function mayBeLonger(dialled: string, directory: Directory): boolean {
  const { extensions, shortNames, serviceCodes } = directory;
  const length = lengthOf(dialled, directory);
  const national =
    (length === undefined && !/^[*#]/.test(dialled)) || beginsNumber(dialled, directory);
  const names = [...extensions.keys(), ...shortNames.keys(), ...serviceCodes.keys()];
  return (
    national ||
    mayBeRewritten(dialled, directory) ||
    names.some((name) => name !== dialled && name.startsWith(dialled))
  );
}

/** Whether the first digits are an area code; one that is newer than the numbering data only where the site knows it. */
function beginsNumber(dialled: string, { site, newAreaCodes }: Directory): boolean {
  if (dialled.length !== FIRST) return false;
  const number = readPhoneNumber(dialled + REST, site.country);
  return typeof number !== 'string' && regionOf(number, newAreaCodes) !== NEW_AREA_CODES;
}

/** Nobody dials a telephone number after 211: a rule for directory assistance everywhere does not hold it back. */
function mayBeRewritten(dialled: string, { rewrites, site }: Directory): boolean {
  const isNoAreaCode =
    NANP.includes(site.country) && dialled.length === FIRST && !isNorthAmericanForm(dialled + REST);
  const except = isNoAreaCode ? NATIONAL : undefined;
  return rewrites.some(({ from }) => mayReadMore(dialled, from, except));
}

/** Gives the dial tone, after what is to be heard before it. Only to our own phones. */
export function offerDialTone(context: CallContext, audio: readonly Audio[]): Decision {
  const { caller, directory } = context;
  if (caller.outside) return refuse('no-dial-tone');
  const position: DialTonePosition = {
    at: 'dialTone',
    language: languageOf(context),
    keys: '',
    round: 1,
  };
  return collect(position, directory, caller.class, [...audio, { tone: 'dialTone' }]);
}

/** What comes after the digits so far. */
export function collect(
  position: DialTonePosition,
  directory: Directory,
  klass: ClassOfService,
  audio: readonly Audio[] = [],
): Gather {
  return {
    kind: 'gather',
    position,
    audio,
    ...nextStage(position.keys, directory, klass),
    waitSeconds: directory.site.menus.dialTone.pauseSeconds,
  };
}
