/** Phones that dial `#` when lifted: whoever may call 911 must be able to do so from there, at any hour. */
import { sequencesFrom, listens, type When } from './sequences';
import type { Sequence } from '../../runtime/calls/menus/sequence';
import { isHotline } from '../emergency/intendedSetup';
import { formatMoment } from './scheduleBoundaries';
import type { ExtensionSource } from '../schema';
import { compileTarget } from '../compile/targets';
import type { Target } from '../../runtime/model/directory';
import type { Context } from './context';
import type { Planned } from './plan';
import { type Location, addError } from './values';

export function checkHotlines(context: Context, planned: Planned): void {
  for (const [username, extension] of Object.entries(context.source.extensions)) {
    if (!isHotline({ ...extension, username })) continue;
    checkHotline(context, planned, username, extension);
  }
}

function checkHotline(
  context: Context,
  planned: Planned,
  username: string,
  { emergency, hash: own, phone }: ExtensionSource,
): void {
  const { source, report } = context;
  const hash = own ?? source.site.defaults.hash;
  const said = phone ? ['phone', 'dial'] : ['dial911As'];
  const at: Location = { file: 'extensions.yaml', path: [username, ...said] };
  // A `hash` that is there but faulty has been reported already.
  if (hash === undefined && source.files['extensions.yaml'].has([username, 'hash'])) return;
  if (emergency) return checkEmergency(context, planned, at, hash && compileTarget(hash, source));
  if (hash !== undefined) return;
  const message = 'is a hotline, but `#`, which it dials when it is lifted, does nothing';
  report.warn(at.file, at.path, message, 'Add `hash`.');
}

const HIDDEN =
  'may call 911, but is a hotline: after `#`, which it dials when it is lifted, nobody can dial 911';
const SHORT =
  'may call 911, but is a hotline: after `#`, which it dials when it is lifted, 911 works only while the menu plays';
const FIX = 'Let `hash` open a menu with keys or give the dial tone, or write `dial: dialtone`.';

/** The first that is found: one fix often helps all. */
function checkEmergency(
  context: Context,
  { plan, whens }: Planned,
  at: Location,
  hash: Target | undefined,
): void {
  if (hash === undefined) return addError(context, at, HIDDEN, FIX);
  const found = whens
    .filter(({ emergency }) => emergency)
    .flatMap((when) => sequencesFrom(hash, plan, when).map((sequence) => ({ when, sequence })));
  // Menus that there are not have been reported already.
  if (found.some(({ sequence }) => sequence.passed.some((name) => !plan.menus.has(name)))) return;
  const hidden = found.find(({ sequence }) => !isSafe(sequence) && !listens(sequence));
  if (hidden) return addError(context, at, HIDDEN + pathText(hidden, found.length > 1), FIX);
  const short = found.find(({ sequence }) => !isSafe(sequence) && sequence.end !== 'keys');
  if (short) context.report.warn(at.file, at.path, SHORT + pathText(short, found.length > 1), FIX);
}

/** Another SIP system learns that the phone may call 911, and has to see to it. */
function isSafe({ end }: Sequence): boolean {
  if (typeof end === 'string') return end === 'keys';
  return 'handOff' in end || ('do' in end && (end.do === 'dialTone' || end.do === 'emergency'));
}

interface Arrival {
  readonly when: When;
  readonly sequence: Sequence;
}

function pathText({ when, sequence: { passed } }: Arrival, sometimes: boolean): string {
  if (passed.length === 0) return '';
  const time = sometimes ? `, such as ${formatMoment(when.moment)}` : '';
  return ` (# → ${passed.join(' → ')}${time})`;
}
