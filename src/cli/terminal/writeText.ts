/** A file that a user has named. */
import { writeFileSync } from 'node:fs';
import { UserError } from '../../diagnostics/errors';

/** @throws UserError where it cannot be written. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be written: ${why}`, 'Name another file with --out.', {
      cause,
    });
  }
}
