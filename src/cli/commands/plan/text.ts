/** A plan as people read it: what, why, from → to, cost. Never a secret. */
import type { Change, FieldChange, Kind } from '../../../twilio/change';
import { optionOf } from '../../../twilio/emergency/releases';
import type { Plan } from '../../../twilio/plan';
import { printable } from '../../../diagnostics/printable';
import { type Colours, PLAIN } from '../../terminal/colours';
import { count } from '../../../diagnostics/text';
import { handoverText, heldText, lockedOutText, offAirText } from './emergencyText';

/** More changes that are alike are counted, not listed. */
const MOST_ALIKE = 20;

const SIGNS: Readonly<Record<Change['action'], (out: Colours) => string>> = {
  create: (out) => out.green('+'),
  update: (out) => out.yellow('~'),
  replace: (out) => out.magenta('±'),
  delete: (out) => out.red('-'),
};

export function planText(environment: string, plan: Plan, out = PLAIN): string {
  const { accountSid, changes, left, held, hash } = plan;
  const account = left.filter(({ needs }) => needs === 'account');
  const prune = left.filter(({ needs }) => needs === 'prune');
  return [
    changes.length === 0
      ? `${environment}: ${matchText(plan)}`
      : `${environment}: ${count(changes.length, 'change')} to account ${accountSid}, plan ${hash}\n\n${list(changes, out)}`,
    handoverText(plan.handovers, out),
    lockedOutText(plan.lockedOut, out),
    offAirText(plan.offAir, out),
    heldText(held, environment, ({ change }) => changeText(change, out), out),
    section('For the whole account, written only with --account:', account, out),
    section('Not in the directory, removed only with --prune:', prune, out),
    manualStepsText(plan, out),
    stopsText(plan, out),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Whether Twilio has or lacks something that the directory does not say. */
export function differs({ changes, held, left, stops, manualSteps }: Plan): boolean {
  return (
    changes.length > 0 ||
    held.length > 0 ||
    stops.length > 0 ||
    left.some(({ needs }) => needs === 'prune') ||
    manualSteps.some(({ open }) => open)
  );
}

function matchText(plan: Plan): string {
  if (!differs(plan)) return 'Twilio matches the directory.';
  return 'nothing to write, but Twilio does not match the directory.';
}

/** What apply cannot do, with what to do. */
function manualStepsText({ manualSteps }: Plan, out: Colours): string {
  return manualSteps
    .map(({ message, fix }) => `${out.yellow('!')} ${printable(message)}\n    ${printable(fix)}`)
    .join('\n');
}

/** Why apply writes nothing. */
function stopsText({ stops }: Plan, out: Colours): string {
  return stops
    .map(({ message, fix }) => `${out.red('stop')} ${printable(message)}\n    ${printable(fix)}`)
    .join('\n');
}

/** The changes without what cannot be shown in JSON. */
export function planJson(environment: string, plan: Plan) {
  const { accountSid, changes, left, handovers, lockedOut, offAir, manualSteps, stops, hash } =
    plan;
  const held = plan.held.map(({ change, losses, release }) => {
    return { ...change, losses, option: optionOf(release) };
  });
  const emergency = { handovers, lockedOut, offAir, held };
  return { environment, accountSid, hash, changes, ...emergency, left, manualSteps, stops };
}

/** One line: `+ credential demo`. */
export function changeLine({ action, kind, key }: Change, out = PLAIN): string {
  // Twilio takes any name, and a terminal would obey control characters in it.
  return `${SIGNS[action](out)} ${kind} ${out.bold(printable(key))}`;
}

function section(title: string, changes: readonly Change[], out: Colours): string {
  return changes.length === 0 ? '' : `${title}\n\n${list(changes, out)}`;
}

/** What changes for those who call stands first. */
const ORDER: Readonly<Record<Kind, number>> = {
  'SIP domain': 0,
  'phone number': 1,
  'emergency registration': 2,
  'emergency address': 2,
  'voice authentication': 3,
  'registration authentication': 3,
  'credential list': 4,
  credential: 4,
  'dialing permission': 5,
};

function list(changes: readonly Change[], out: Colours): string {
  const alike = new Map<string, Change[]>();
  for (const change of changes) {
    const key = sortOf(change);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return [...alike.values()]
    .sort(([a], [b]) => ORDER[a!.kind] - ORDER[b!.kind])
    .map((group) => groupText(group, out))
    .join('\n');
}

/** Equal for changes that bring the same about: what was before may differ. Addresses are read one by one. */
function sortOf({ action, kind, key, why, fields }: Change): string {
  const alone = kind.startsWith('emergency') ? key : '';
  return JSON.stringify([action, kind, alone, why, fields.map(({ name, to }) => [name, to])]);
}

function groupText(group: readonly Change[], out: Colours): string {
  const [first] = group as readonly [Change, ...Change[]];
  if (group.length === 1) return changeText(first, out);
  const { action, kind, why, fields } = first;
  const names = group.slice(0, MOST_ALIKE).map(({ key }) => printable(key));
  const more = group.length - names.length;
  return [
    `  ${SIGNS[action](out)} ${out.bold(count(group.length, kind))}  ${out.dim(why)}`,
    `      ${names.join(', ')}${more > 0 ? ` and ${more} more (--json has all)` : ''}`,
    ...fields.map(({ name, to }) => {
      const before = new Set(group.map((one) => one.fields.find((f) => f.name === name)?.from));
      const [from] = before;
      return `      ${fieldText({ name, to, ...(before.size === 1 ? { from } : { from: 'various' }) })}`;
    }),
  ].join('\n');
}

function changeText(change: Change, out: Colours): string {
  const { why, fields, cost } = change;
  return [
    `  ${changeLine(change, out)}  ${out.dim(why)}`,
    ...fields.map((field) => `      ${fieldText(field)}`),
    ...(cost === undefined ? [] : [`      ${out.dim(`costs ${cost}`)}`]),
  ].join('\n');
}

function fieldText({ name, from, to }: FieldChange): string {
  const [before, after] = [withoutSettings(from), withoutSettings(to)];
  if (before !== undefined && before === after) {
    return printable(
      `${name}: ${before}, and tried again when it fails (${to?.split('#')[1] ?? 'never'})`,
    );
  }
  if (before === undefined) return printable(`${name}: ${after ?? 'none'}`);
  return printable(`${name}: ${before} → ${after ?? 'none'}`);
}

/** How often Twilio tries is the same for every URL of ours, and says nothing about where it leads. */
function withoutSettings(value: string | undefined): string | undefined {
  return value && /^https:/.test(value) ? value.split('#', 1).join() : value;
}
