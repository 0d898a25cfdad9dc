/** A moment as people write it: with its offset, so that it is the same one on every machine. */
import { z } from 'zod';

const written = z.union([
  z.iso.datetime({ offset: true, precision: -1 }), // minutes
  z.iso.datetime({ offset: true }),
]);

export const MOMENT_FIX = 'Write it with its offset, such as 2026-11-21T22:00-08:00.';

/** The moment, or undefined when it is none or has no offset. */
export function readMoment(text: string): Date | undefined {
  return written.safeParse(text).success ? new Date(text) : undefined;
}
