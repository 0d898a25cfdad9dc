/** Colours on a terminal only: never in a pipe or a file, whatever CI and FORCE_COLOR say. */
import { WriteStream } from 'node:tty';
import pc from 'picocolors';

export const out = pc.createColors(pc.isColorSupported && process.stdout instanceof WriteStream);
export const err = pc.createColors(pc.isColorSupported && process.stderr instanceof WriteStream);

/** What is wrong, on stdout. */
export const SEVERITIES = { error: out.red, warning: out.yellow };
