/** What a caller hears, and where their keys go, for people. */
import type { Audio } from '../runtime/calls/decision';
import { printable } from '../diagnostics/printable';

export function audioText(audio: Audio): string {
  if ('say' in audio)
    return `"${printable(audio.say)}"${audio.language ? ` (${audio.language})` : ''}`;
  return 'play' in audio ? audio.play : `[${audio.tone}]`;
}
