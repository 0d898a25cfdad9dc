/** `dialtone doctor`: everything that can be seen to be wrong, without a call and without a write. */
import type { Rest } from '../client/rest';
import { ACCOUNT } from './account';
import { ALERTS } from './alerts';
import { AUTHENTICATION } from './authentication';
import { CHECK_NAMES } from './catalogue';
import type { Check, Examination } from './check';
import { CREDENTIALS } from './credentials';
import { DEPLOYMENT } from './deployment';
import { DOMAIN } from './domain';
import { EMERGENCY } from './emergency';
import { enter } from './login';
import { NUMBERS } from './numbers';
import { PLACED } from './placed';
import { PERMISSIONS } from './permissions';
import { type DoctorInput, readAccount, type Reading } from './read';
import { VARIABLES } from './variables';

const EXAMINATIONS: readonly Examination[] = [
  ...ACCOUNT,
  ...DEPLOYMENT,
  ...VARIABLES,
  ...DOMAIN,
  ...AUTHENTICATION,
  ...CREDENTIALS,
  ...NUMBERS,
  ...EMERGENCY,
  ...PLACED,
  ...PERMISSIONS,
  ...ALERTS,
];

/**
 * Reads the account and says what is well and what is not, in the catalogue's order. What the
 * credentials may not read is `unknown`; where they open nothing, that is the only check.
 */
export async function examine(rest: Rest, input: DoctorInput): Promise<Check[]> {
  const { checks, open, account } = await enter(rest);
  if (!open) return [...checks];
  return inOrder([...checks, ...look(await readAccount(rest, input, account))]);
}

/** Pure: the checks of what was read. */
function look({ examined, unread }: Reading): readonly Check[] {
  const reported = new Set<string>();
  return EXAMINATIONS.flatMap(({ name, needs, look: lookAt }): readonly Check[] => {
    const source = needs.find((one) => unread.has(one));
    const reason = source && unread.get(source);
    if (!source || !reason) return lookAt(examined).map((result) => ({ name, ...result }));
    // What is wrong there is reported once; the others only wait for it.
    const status = reason.wrong && !reported.has(source) ? 'wrong' : 'unknown';
    reported.add(source);
    return [{ name, status, message: reason.message, ...(reason.fix && { fix: reason.fix }) }];
  });
}

function inOrder(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => CHECK_NAMES.indexOf(a.name) - CHECK_NAMES.indexOf(b.name));
}
