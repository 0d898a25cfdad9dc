/** What the ledger holds: how an item is named and read, and when one is ahead of what is here. */
import * as z from 'zod';
import { UserError } from '../../diagnostics/errors';
import type { EnvironmentName } from '../../runtime/model/directory';

const entrySchema = z.object({
  username: z.string(),
  generation: z.int().min(0),
  /** Its credential was taken away: what comes back under this name has a higher generation. */
  pruned: z.boolean(),
  /** Recorded by `passwords rebuild` from the directory alone: perhaps apply never set it. */
  guessed: z.boolean().optional(),
});
const keysSchema = z.object({ current: z.string(), former: z.array(z.string()) });

export type Entry = z.infer<typeof entrySchema>;
/** Fingerprints of the master keys with which passwords were made. */
export type Keys = z.infer<typeof keysSchema>;

/** As far as a plan looks at it. */
export interface Recorded {
  /** False on an account where nothing was ever recorded. */
  readonly exists: boolean;
  readonly keys: Keys | undefined;
  get(username: string): Entry | undefined;
}

/** Somebody is ahead: what this run would write is a former password. */
export class Behind extends UserError {
  constructor(what: string) {
    super(
      `${what}: another apply was faster, or this checkout is old`,
      'Pull the newest directory, review the plan, and apply again.',
    );
  }
}

/** Whether setting the password of this generation would let a former one in again. */
export function isAhead(entry: Pick<Entry, 'generation' | 'pruned'>, generation: number): boolean {
  return entry.generation > generation || (entry.pruned && entry.generation === generation);
}

/** An account's environments may share a Sync service, and it may hold what is not ours. */
export function ledgerName(environment: EnvironmentName): string {
  return `dialtone-${environment}-passwords`;
}

/** Letters, digits and hyphens as they are, every other byte as `_2b`: a key stands in a URL. */
export function keyOf(username: string): string {
  const bytes = [...Buffer.from(username)];
  return bytes
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

export function behind({ username, generation, pruned }: Entry, generationHere: number): Behind {
  return new Behind(
    `${username} has had password generation ${generation}${pruned ? ' and was pruned' : ''}, and this is ${generationHere}`,
  );
}

export function entryOf(data: unknown, map: string): Entry {
  return parsed(entrySchema, data, map);
}

export function keysOf(data: unknown, map: string): Keys {
  return parsed(keysSchema, data, map);
}

/** @throws UserError for what somebody else has written there: nobody could say what it protects. */
export function parsed<T>(schema: z.ZodType<T>, data: unknown, map: string): T {
  const { success, data: read } = schema.safeParse(data);
  if (success) return read;
  throw new UserError(
    `The Sync map ${map} contains an item that Dialtone did not write`,
    'Check it in the console, under Sync; nothing is written until it is fixed.',
  );
}
