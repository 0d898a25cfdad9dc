/**
 * The dial tone inside a call: how many more digits a number may have. A complete one goes out at
 * once; what could be the beginning of a longer one, after a pause.
 */
import type { Directory } from '../../model/directory';
import { NEW_AREA_CODES, regionOf } from '../../numbers/northAmerica';
import { readPhoneNumber } from '../../numbers/phoneNumber';
import type { Gather, Audio, Decision } from '../decision';
import { readDialed } from '../dialed';
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
/** A number that nobody has, to complete an area code with. */
const REST = '5550123';

/** What to wait for after these digits; undefined when they are complete. */
export function nextStage(dialled: string, directory: Directory): Stage | undefined {
  if (directory.site.menus.dialTone.collect === 'pause') return dialled === '' ? {} : undefined;
  if (dialled.length < FIRST) return { digits: FIRST - dialled.length };
  if (isComplete(dialled, directory)) return undefined;
  const length = lengthOf(dialled, directory);
  return length !== undefined && length > dialled.length ? { digits: length - dialled.length } : {};
}

function isComplete(dialled: string, directory: Directory): boolean {
  const dialed = readDialed(dialled, directory);
  if (dialed.kind === 'emergency') return true;
  if (dialed.kind === 'serviceCode') return !mayBeRewritten(dialled, directory);
  const whole = dialed.kind === 'e164' && dialled.length === lengthOf(dialled, directory);
  return (whole || dialed.kind === 'extension') && !mayBeLonger(dialled, directory);
}

/** Of a national number; undefined where the country's numbers differ in length. */
function lengthOf(dialled: string, { site }: Directory): number | undefined {
  if (!NANP.includes(site.country)) return undefined;
  if (/^1/.test(dialled)) return 11;
  return /^[2-9]/.test(dialled) ? 10 : undefined;
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

function mayBeRewritten(dialled: string, { rewrites }: Directory): boolean {
  return rewrites.some(({ from }) => mayReadMore(dialled, from));
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
  return collect(position, directory, [...audio, { tone: 'dialTone' }]);
}

/** What comes after the digits so far. */
export function collect(
  position: DialTonePosition,
  directory: Directory,
  audio: readonly Audio[] = [],
): Gather {
  return {
    kind: 'gather',
    position,
    audio,
    ...nextStage(position.keys, directory),
    waitSeconds: directory.site.menus.dialTone.pauseSeconds,
  };
}
