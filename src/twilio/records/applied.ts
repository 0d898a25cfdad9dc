/**
 * What apply last did to an environment's passwords: a small file beside the directory, under git.
 * Twilio never tells a password, so this is how plan sees one that was rotated or changed outside.
 */
import path from 'node:path';
import * as z from 'zod';
import { OwnFolder } from '../../config/read/ownFolder';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';

const record = z.strictObject({
  generation: z.int().min(1),
  /** See `fingerprint` in passwords.ts. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** Twilio's `date_updated` of the credential after it was set. */
  dateUpdated: z.string(),
  /** The list that it is on, where somebody made that by hand. */
  list: z.string().optional(),
});
const fileSchema = z.strictObject({
  version: z.literal(1),
  credentials: z.record(z.string(), record),
  /** Digests of content that was live from here before any commit had it, the newest last. */
  made: z.array(z.string()).optional(),
});

const MOST_MADE = 100;

export type AppliedPassword = z.infer<typeof record>;

export class Applied {
  private readonly passwords: Map<string, AppliedPassword>;
  readonly made: Set<string>;

  private constructor(
    private readonly folder: OwnFolder,
    /** Within the folder. */
    private readonly name: string,
    passwords: Readonly<Record<string, AppliedPassword>>,
    made: readonly string[] = [],
  ) {
    this.passwords = new Map(Object.entries(passwords));
    this.made = new Set(made);
  }

  /** @throws UserError when the file is none of ours. */
  static read(directoryFolder: string, environment: EnvironmentName): Applied {
    const folder = new OwnFolder(directoryFolder);
    const name = `applied/${environment}.json`;
    if (!folder.has(name)) return new Applied(folder, name, {});
    const text = folder.text(name);
    try {
      const { credentials, made } = fileSchema.parse(JSON.parse(text));
      return new Applied(folder, name, credentials, made);
    } catch (error) {
      throw new UserError(
        `${path.join(directoryFolder, name)} cannot be read`,
        'Restore it from git, or delete it: then the next apply sets every password again, to the same value.',
        { cause: error },
      );
    }
  }

  get file(): string {
    return path.join(this.folder.folder, this.name);
  }

  get size(): number {
    return this.passwords.size;
  }

  get(username: string): AppliedPassword | undefined {
    return this.passwords.get(username);
  }

  usernames(): string[] {
    return [...this.passwords.keys()];
  }

  set(username: string, password: AppliedPassword): void {
    this.passwords.set(username, password);
  }

  delete(username: string): void {
    this.passwords.delete(username);
  }

  noteMade(digest: string): void {
    this.made.delete(digest);
    this.made.add(digest);
  }

  /** Sorted, so that a change is one line in git. Replaced as a whole, so that Ctrl-C leaves a file. */
  save(): void {
    const credentials = Object.fromEntries(
      [...this.passwords].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
    const made = [...this.made].slice(-MOST_MADE);
    const content = { version: 1, credentials, ...(made.length > 0 && { made }) };
    this.folder.replace(this.name, `${JSON.stringify(content, null, 2)}\n`);
  }
}
