/** Sets the password of a credential, so that no former one comes back whoever else writes meanwhile. */
import type { ActualCredential } from '../actual';
import { Missing, type Tools } from '../change';
import type { Applied } from '../records/applied';
import { Behind, isAhead } from '../records/ledgerEntry';
import { fingerprint, type PasswordId, sipPassword } from '../secrets/passwords';

export const CHANGED_OUTSIDE = 'changed outside';
export const SET_ELSEWHERE =
  'what apply set is not in the applied file here: the same password is set again, and the phone keeps working';
export const SET_BY_HAND =
  'apply did not set its password: the phone cannot call, 911 included, until it has the new one';

/** Why the password must be set; undefined when it is the one that apply set last. */
export function whyToSet(
  id: PasswordId,
  credential: ActualCredential,
  last: ReturnType<Applied['get']>,
  key: Buffer | undefined,
  recorded: boolean,
): string | undefined {
  if (!last) return recorded ? SET_ELSEWHERE : SET_BY_HAND;
  if (last.generation !== id.generation) return 'rotated: the phone needs the new password';
  if (key && last.fingerprint !== fingerprint(key, id)) {
    return 'set with another key: the phone needs the new password';
  }
  // Whether Twilio moves the date with the password is not documented.
  if (last.dateUpdated !== credential.dateUpdated.toISOString()) {
    return `${CHANGED_OUTSIDE}, on ${credential.dateUpdated.toISOString()}`;
  }
  return undefined;
}

/** Where a credential is. */
export interface Whereabouts {
  /** Name of its list. */
  readonly list: string;
  /** Somebody made the list by hand. */
  readonly handMade?: boolean;
}

export async function setPassword(
  id: PasswordId,
  { list, handMade = false }: Whereabouts,
  credentialSid: string,
  tools: Tools,
): Promise<void> {
  const listSid = tools.sids.get('credential list', list);
  const { credentials } = tools.rest.client.api.v2010.account.sip.credentialLists(listSid);
  const password = passwordOf(id, tools);
  await tools.ledger.raise(id.username, id.generation);
  const credential = credentials(credentialSid);
  const updated = await tools.rest.repeat(() => credential.update({ password }));
  await confirmGeneration(id, credential, updated, tools, handMade ? list : undefined);
}

/** What the SDK has for one credential. */
interface OneCredential {
  update(parameters: { readonly password: string }): Promise<ActualCredential>;
  remove(): Promise<boolean>;
}

/**
 * Remembers the password, unless somebody has rotated or pruned between our look at the ledger and our
 * write: then theirs is put back, for ours is the former one.
 *
 * @throws Behind in that case.
 */
export async function confirmGeneration(
  id: PasswordId,
  credential: OneCredential,
  written: ActualCredential,
  tools: Tools,
  handMadeList?: string,
): Promise<void> {
  const { rest, ledger } = tools;
  const now = await ledger.again(id.username);
  if (!now || !isAhead(now, id.generation)) {
    return remember(id, written, tools, handMadeList);
  }
  if (now.pruned) await rest.repeat(() => rest.ifThere(() => credential.remove()));
  else {
    const password = passwordOf({ ...id, generation: now.generation }, tools);
    await rest.repeat(() => credential.update({ password }));
  }
  throw new Behind(
    `${id.username} was changed while this ran; the password that was set is restored`,
  );
}

export function passwordOf(id: PasswordId, { key }: Tools): string {
  if (!key) throw new Missing(`master key of ${id.environment}`);
  return sipPassword(key, id);
}

function remember(
  id: PasswordId,
  credential: ActualCredential,
  { applied, key }: Tools,
  list: string | undefined,
): void {
  if (!key) return;
  applied.set(id.username, {
    generation: id.generation,
    fingerprint: fingerprint(key, id),
    dateUpdated: credential.dateUpdated.toISOString(),
    ...(list !== undefined && { list }),
  });
}

export function generationField(from: number | undefined, { generation }: PasswordId) {
  return {
    name: 'password generation',
    from: from === undefined ? undefined : String(from),
    to: String(generation),
  };
}
