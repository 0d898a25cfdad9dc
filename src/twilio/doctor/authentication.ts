/** Whose credentials open the domain: for calling and for registering, two mappings that are easily confused. */
import type { Kind } from '../change';
import {
  type Examination,
  diagnosticsOr,
  type CheckResult,
  type Source,
  warning,
  wrong,
} from './check';
import { CONSOLE } from './commands';
import { changesOf, type Examined } from './examined';
import { nameList } from '../nameList';

const NEEDS: readonly Source[] = ['domains', 'credentials'];

export const AUTHENTICATION: readonly Examination[] = [
  {
    name: 'authentication.calls',
    needs: NEEDS,
    look: mapped(
      'voice authentication',
      'is not used when a phone calls: its phones register, but cannot call',
      'the credential lists are used when a phone calls',
    ),
  },
  {
    name: 'authentication.registrations',
    needs: NEEDS,
    look: mapped(
      'registration authentication',
      'is not used when a phone registers: its phones do not ring (32212)',
      'the credential lists are used when a phone registers',
    ),
  },
  { name: 'authentication.foreign', needs: NEEDS, look: foreign },
  { name: 'authentication.elsewhere', needs: NEEDS, look: elsewhere },
];

function mapped(kind: Kind, diagnostic: string, well: string) {
  return (examined: Examined): readonly CheckResult[] => {
    // Without a domain there is nothing to map to, and the domain's own check says so.
    if (!examined.actual.domain) return [];
    return diagnosticsOr(
      changesOf(examined, kind)
        .filter(({ action }) => action === 'create')
        .map(({ key }) => wrong(`the list ${key} ${diagnostic}`, examined.commands.apply)),
      well,
    );
  };
}

/** A list that is not the directory's lets in phones that the directory does not know. */
function foreign(examined: Examined): readonly CheckResult[] {
  const { actual, commands } = examined;
  if (!actual.domain) return [];
  const reasons = new Map(
    [
      ...changesOf(examined, 'voice authentication'),
      ...changesOf(examined, 'registration authentication'),
    ].flatMap(({ action, key, why }) => (action === 'delete' ? [[key, why] as const] : [])),
  );
  return diagnosticsOr(
    [...reasons].map(([name, why]) =>
      wrong(`the list ${name} opens the domain: ${why}`, commands.prune),
    ),
    'no other list opens the domain',
  );
}

/** Who has one of its passwords registers at the other domain too, and rotating one of ours changes both; one made by hand is not rotated. */
function elsewhere({ actual }: Examined): readonly CheckResult[] {
  if (!actual.domain) return [];
  return diagnosticsOr(
    actual.lists
      .filter((list) => list.elsewhere.length > 0)
      .map((list) =>
        warning(
          `the list ${list.name} opens ${nameList(list.elsewhere)} too: its phones can register there, and ${list.ordinal === undefined ? 'no password on it can be rotated' : 'a rotated password changes there as well'}`,
          `If you do not want that, remove the list from the other domain: ${CONSOLE.domains}`,
        ),
      ),
    'no other SIP domain uses the lists',
  );
}
