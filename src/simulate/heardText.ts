/** What a caller hears, and where their keys go, for people. */
import type { Heard } from '../runtime/calls/decision';
import { type Position, positionQuery } from '../runtime/calls/menus/position';
import { printable } from '../diagnostics/printable';
import { ROUTES } from '../runtime/model/callbacks';

export function heardText(heard: Heard): string {
  if ('say' in heard) return `"${printable(heard.say)}"`;
  return 'play' in heard ? heard.play : `[${heard.tone}]`;
}

/** The URL that Twilio asks with the next keys. */
export function requestOf(position: Position): string {
  return `${ROUTES[position.at]}?${positionQuery(position)}`;
}
