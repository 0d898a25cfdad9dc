/**
 * The last guard before a terminal or a CI log. Who composes text shows what is not ours as `printable`; whatever was
 * forgotten, be it of a file, of Twilio or of a program that we run, still commands nothing.
 */
import { format } from 'node:util';

/** Colours as picocolors writes them, and whatever a terminal obeys but line breaks and tabs. */
// eslint-disable-next-line no-control-regex
const OBEYED = /\u001b\[(?:1|2|22|3\d)m|[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/gu;

/** As JSON escapes it, so that JSON stays what it is. */
export function harmless(text: string, coloured: boolean): string {
  return text.replace(OBEYED, (found) =>
    coloured && found.startsWith('\u001b[') ? found : escaped(found),
  );
}

/** From here on nothing reaches the terminal by `console`, such as what a package prints, but what is harmless. */
export function guardConsole(): void {
  for (const name of ['log', 'error', 'warn', 'info'] as const) {
    const print = console[name].bind(console);
    console[name] = (...values: unknown[]) => print('%s', harmless(format(...values), false));
  }
}

function escaped(text: string): string {
  return Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
