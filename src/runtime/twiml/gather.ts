/** Prompts and keys (https://www.twilio.com/docs/voice/twiml/gather). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Gather } from '../calls/decision';
import { positionUrl } from '../calls/menus/position';
import { offerUrl } from '../calls/operator';
import type { Site } from '../model/directory';
import { addAudio } from './audio';

/**
 * One document a key: the sounds are inside, so that a key pressed during them counts. No key is
 * reported too (`actionOnEmptyResult`), and `#` is a key like the others.
 */
export function gather(
  response: VoiceResponse,
  { position, audio, digits, waitSeconds }: Gather,
  site: Pick<Site, 'voices'>,
): void {
  const verb = response.gather({
    action: position.at === 'operatorOffer' ? offerUrl(position) : positionUrl(position),
    method: 'POST',
    input: ['dtmf'],
    ...(digits !== undefined && { numDigits: digits }),
    finishOnKey: '',
    timeout: waitSeconds,
    actionOnEmptyResult: true,
  });
  addAudio(verb, audio, position.language, site);
}
