/**
 * Text from a file, from Twilio or from a device in one line of a terminal or a log: control characters, escape
 * sequences, line breaks and what turns text around are shown as `\u{…}` instead of being obeyed.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** Any but a tab and what ends a line: nothing that an operator writes has use for one. */
export const CONTROL_CHARACTER = /[^\t\n\r\u0020-\u007e\u00a0-\uffff]/;
