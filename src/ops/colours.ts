/** Colours on a terminal only: never in a pipe or a file, whatever CI's variables say. */
import pc from 'picocolors';

export const out = pc.createColors(pc.isColorSupported && process.stdout.isTTY);
export const err = pc.createColors(pc.isColorSupported && process.stderr.isTTY);
