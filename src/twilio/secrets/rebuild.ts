/** A lost or missing ledger, made again from all that is known here. It only ever raises. */
import type { Applied } from '../records/applied';
import type { Actual } from '../actual';
import type { Ledger } from '../records/ledger';
import { UserError } from '../../diagnostics/errors';
import { fingerprint, keyFingerprint } from './passwords';
import type { Desired } from '../desired';

export interface RebuildInput {
  readonly desired: Desired;
  readonly actual: Actual;
  readonly applied: Applied;
  readonly ledger: Ledger;
  readonly key?: Buffer | undefined;
}

export interface Rebuilt {
  readonly username: string;
  readonly generation: number;
  readonly pruned: boolean;
}

/**
 * The highest generation that the directory or the applied file knows for each username. What apply
 * has set, and neither Twilio nor the directory has any more, counts as pruned.
 */
export async function rebuild(input: RebuildInput): Promise<Rebuilt[]> {
  const { desired, actual, applied, ledger, key } = input;
  refuseOtherKey(input);
  await ledger.make();
  if (key && !ledger.keys) await ledger.useKey(keyFingerprint(key, desired.environment));
  const rebuilt: Rebuilt[] = [];
  for (const { username, generation, pruned } of highest(desired, actual, applied)) {
    if (pruned) await ledger.bury(username, generation);
    else await ledger.atLeast(username, generation, !applied.get(username));
    rebuilt.push(ledger.get(username) ?? { username, generation, pruned });
  }
  return rebuilt;
}

/** Its passwords would count as the newest ones. */
function refuseOtherKey({ desired: { environment }, applied, key }: RebuildInput): void {
  const others = applied.usernames().filter((username) => {
    const last = applied.get(username);
    if (!key || !last) return false;
    const { generation } = last;
    return last.fingerprint !== fingerprint(key, { environment, username, generation });
  });
  if (others.length === 0) return;
  throw new UserError(
    `The passwords of ${others.length} phones of ${environment} were made with another master key than the one here`,
    'Get that key from whoever keeps it.',
  );
}

function highest(desired: Desired, actual: Actual, applied: Applied): Rebuilt[] {
  const directory = new Map(
    desired.credentials.map(({ username, generation }) => [username, generation]),
  );
  const there = new Set(
    actual.lists
      .filter(({ ordinal }) => ordinal !== undefined)
      .flatMap(({ credentials }) => credentials.map(({ username }) => username)),
  );
  const usernames = new Set([...directory.keys(), ...applied.usernames()]);
  return [...usernames].sort().flatMap((username) => {
    const set = applied.get(username)?.generation ?? 0;
    // What was never applied and has no credential can be anything still.
    const said = there.has(username) || set > 0 ? (directory.get(username) ?? 0) : 0;
    const generation = Math.max(set, said);
    const pruned = !there.has(username) && !directory.has(username);
    return generation === 0 ? [] : [{ username, generation, pruned }];
  });
}
