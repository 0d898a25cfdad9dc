/** What a caller hears, and where their keys go, for people. */
import type { Audio } from '../runtime/calls/decision';
import { type Position, positionQuery } from '../runtime/calls/menus/position';
import { printable } from '../diagnostics/printable';
import { ROUTES } from '../runtime/model/callbacks';

export function audioText(audio: Audio): string {
  if ('say' in audio) return `"${printable(audio.say)}"`;
  return 'play' in audio ? audio.play : `[${audio.tone}]`;
}

/** The URL that Twilio asks with the next keys. */
export function requestOf(position: Position): string {
  return `${ROUTES[position.at]}?${positionQuery(position)}`;
}
