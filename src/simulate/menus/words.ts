/** Short words for what is drawn. */
import type { Action, Target } from '../../runtime/model/directory';

const ACTION_WORDS: Readonly<Record<Action, string>> = {
  dialTone: 'dial tone',
  operator: 'operator',
  emergency: 'emergency call',
  back: 'back',
  repeat: 'again',
  hangUp: 'hang up',
};

/** What fits in a row of a box; a note is smaller. */
const ROW_LETTERS = 28;
export const NOTE_LETTERS = 38;

export function targetText(target: Target): string {
  if ('do' in target) return ACTION_WORDS[target.do];
  if ('menu' in target) return target.menu;
  if ('ring' in target) return shown(`ring ${target.ring.join(', ')}`);
  if ('dial' in target) return `dial ${target.dial}`;
  if ('dialOneOf' in target) return `dial one of ${target.dialOneOf.length} numbers`;
  if ('twiml' in target) return shown(`TwiML ${target.twiml}`);
  return shown(`hand off to ${target.handOff}`);
}

/** On one line, and not too long for a box. */
export function shown(text: string, most = ROW_LETTERS): string {
  const letters = [...text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}
