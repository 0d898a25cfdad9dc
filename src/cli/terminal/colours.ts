/** Colours on a terminal only: never in a pipe or a file, whatever CI and FORCE_COLOR say. */
import pc from 'picocolors';
import type { Paint } from '../../diagnostics/text';
import type { Output } from '../io';

export type Colours = ReturnType<typeof pc.createColors>;

/** Text as it is. */
export const PLAIN: Colours = pc.createColors(false);

export function coloursOf({ isTTY = false }: Output): Colours {
  return pc.createColors(pc.isColorSupported && isTTY);
}

/** What is wrong, coloured by how wrong it is. */
export function severityPaint({ red, yellow }: Colours): Paint {
  return { error: red, warning: yellow };
}
