/** Where the account may call, against where the classes of service allow. */
import type { FieldChange } from '../change';
import { type Examination, type Finding, ok, type Source, warning, wrong } from './check';
import { changesOf, type Examined } from './examined';

const NEEDS: readonly Source[] = ['permissions'];

export const PERMISSIONS: readonly Examination[] = [
  { name: 'permissions.wider', needs: NEEDS, look: wider },
  { name: 'permissions.narrower', needs: NEEDS, look: narrower },
];

/** What a leaked password could do that no phone needs to. */
function wider(examined: Examined): readonly Finding[] {
  const open = countries(examined, ({ to }) => to === 'off');
  if (open === undefined) return [ok('the account may not call beyond the classes of service')];
  const text = `whoever has a password can call where no class of service allows: ${open}`;
  return [warning(text, examined.commands.account)];
}

function narrower(examined: Examined): readonly Finding[] {
  const shut = countries(examined, ({ to }) => to === 'on');
  if (shut === undefined) return [ok('the account may call where the classes of service allow')];
  const text = `classes of service allow calls that the account may not make (13227): ${shut}`;
  return [wrong(text, examined.commands.account)];
}

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
