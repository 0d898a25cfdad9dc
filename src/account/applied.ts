/**
 * What apply last did to an environment's passwords: a small file beside the directory, under git.
 * Twilio never tells a password, so this is how plan sees one that was rotated or changed outside.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { EnvironmentName } from '../directory/types';
import { UserError } from '../errors';

const record = z.strictObject({
  generation: z.int().min(1),
  /** See `fingerprint` in passwords.ts. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** Twilio's `date_updated` of the credential after it was set. */
  dateUpdated: z.string(),
});
const fileSchema = z.strictObject({
  version: z.literal(1),
  credentials: z.record(z.string(), record),
});

export type AppliedPassword = z.infer<typeof record>;

export class Applied {
  private readonly passwords: Map<string, AppliedPassword>;

  private constructor(
    readonly file: string,
    passwords: Readonly<Record<string, AppliedPassword>>,
  ) {
    this.passwords = new Map(Object.entries(passwords));
  }

  /** @throws UserError when the file is none of ours. */
  static read(directoryFolder: string, environment: EnvironmentName): Applied {
    const file = path.join(directoryFolder, 'applied', `${environment}.json`);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return new Applied(file, {});
    }
    try {
      return new Applied(file, fileSchema.parse(JSON.parse(text)).credentials);
    } catch (error) {
      throw new UserError(
        `${file} cannot be read`,
        'Take it back from git, or delete it: then the next apply sets every password again, to what it is.',
        { cause: error },
      );
    }
  }

  get size(): number {
    return this.passwords.size;
  }

  get(username: string): AppliedPassword | undefined {
    return this.passwords.get(username);
  }

  set(username: string, password: AppliedPassword): void {
    this.passwords.set(username, password);
  }

  delete(username: string): void {
    this.passwords.delete(username);
  }

  /** Sorted, so that a change is one line in git. Replaced as a whole, so that Ctrl-C leaves a file. */
  save(): void {
    const credentials = Object.fromEntries(
      [...this.passwords].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
    mkdirSync(path.dirname(this.file), { recursive: true });
    const text = `${JSON.stringify({ version: 1, credentials }, null, 2)}\n`;
    writeFileSync(`${this.file}.new`, text);
    renameSync(`${this.file}.new`, this.file);
  }
}
