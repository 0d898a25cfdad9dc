/**
 * The name that a phone shows of itself, and sends with its calls.
 *
 * It is the one setting that may be bent: nobody logs in with it. In a SIP header it stands
 * between quotation marks, which not every phone escapes; and old phones show ASCII only.
 */
import type { PhoneSettings } from './phone';

export type Characters = 'ascii' | 'unicode';

const ESCAPED_IN_HEADERS = /["\\<>]/g;

/** The display name in the characters that a model takes; the username when nothing is left. */
export function shownName(
  { displayName, username }: Pick<PhoneSettings, 'displayName' | 'username'>,
  characters: Characters,
): string {
  const oneLine = displayName
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029\uFFFD-\uFFFF]/gu, ' ')
    .replace(ESCAPED_IN_HEADERS, '');
  const shown = characters === 'ascii' ? inAscii(oneLine) : oneLine;
  return shown.replace(/\s+/g, ' ').trim() || username;
}

/** Says so when a model cannot show the name as the directory has it. */
export function nameWarnings(settings: PhoneSettings, characters: Characters): string[] {
  const shown = shownName(settings, characters);
  if (shown === settings.displayName) return [];
  return [`It shows the name as \`${shown}\`: it cannot show every character of it.`];
}

function inAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^ -~]/g, '');
}
