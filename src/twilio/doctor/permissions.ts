/** Where the account may call, against where the classes of service allow and the directory itself dials. */
import type { FieldChange } from '../change';
import { BY_CLASS } from '../destinations';
import { closedSpecial } from '../resources/permissions';
import {
  type Examination,
  diagnosticsOr,
  type CheckResult,
  ok,
  type Source,
  warning,
  wrong,
} from './check';
import { CONSOLE } from './commands';
import { changesOf, type Examined } from './examined';

const NEEDS: readonly Source[] = ['permissions'];

export const PERMISSIONS: readonly Examination[] = [
  { name: 'permissions.inherited', needs: ['settings'], look: inherited },
  { name: 'permissions.wider', needs: NEEDS, look: wider },
  { name: 'permissions.narrower', needs: NEEDS, look: narrower },
];

function inherited({ inheritsPermissions }: Examined): readonly CheckResult[] {
  if (!inheritsPermissions) return [ok('the account’s own dialing permissions count')];
  return [
    warning(
      'the account inherits its dialing permissions from its parent account: what apply --account sets here has no effect',
      `Switch the inheritance off, or set them at the parent account: ${CONSOLE.permissions}`,
    ),
  ];
}

/** What a leaked password could do that no phone needs to. */
function wider(examined: Examined): readonly CheckResult[] {
  const open = countries(examined, ({ to }) => to === 'off');
  if (open === undefined) return [ok('the account may call only where the directory calls')];
  const text = `anybody with a password can call where no class of service allows it and the directory itself does not call: ${open}`;
  return [warning(text, examined.commands.account)];
}

function narrower(examined: Examined): readonly CheckResult[] {
  const shut = countries(examined, ({ to }) => to === 'on');
  const special = closedSpecial(examined.desired, examined.actual.permissions ?? []);
  return diagnosticsOr(
    [
      ...(shut === undefined ? [] : [wrong(refused(shut, examined), examined.commands.account)]),
      ...special.map(({ isoCode, location }) => warning(maybeRefused(isoCode, location), OPEN)),
    ],
    'the account may call where the directory does',
  );
}

function refused(shut: string, examined: Examined): string {
  const locations = changesOf(examined, 'dialing permission').flatMap(({ key, fields, why }) =>
    fields.some(({ to }) => to === 'on') && why !== BY_CLASS ? [`${key}: ${why}`] : [],
  );
  const which = locations.length > 0 ? ` (${locations.join('; ')})` : '';
  return `the directory has calls that the account may not make (13227): ${shut}${which}`;
}

function maybeRefused(isoCode: string, location: string): string {
  return `the directory itself calls a premium or non-geographic number (${location}), but special numbers are closed for ${isoCode}: Twilio may refuse it (13227)`;
}

const OPEN = `${CONSOLE.permissions}: open them there, or remove the number from the directory`;

const MOST_LISTED = 30;

/** `calls to GB, MX; special numbers in US`; undefined where there are none. */
function countries(
  examined: Examined,
  concerned: (field: FieldChange) => boolean,
): string | undefined {
  const byKind = new Map<string, string[]>();
  for (const { key, fields } of changesOf(examined, 'dialing permission')) {
    // Where all calls are open, the special ones go without saying.
    const field = fields.find(concerned);
    if (field) byKind.set(field.name, [...(byKind.get(field.name) ?? []), key]);
  }
  if (byKind.size === 0) return undefined;
  return [...byKind].map(([kind, codes]) => `${kind} to ${listed(codes)}`).join('; ');
}

function listed(codes: readonly string[]): string {
  const shown = [...codes].sort().slice(0, MOST_LISTED).join(', ');
  return codes.length > MOST_LISTED ? `${shown} and ${codes.length - MOST_LISTED} more` : shown;
}
