/** Prompts and keys (https://www.twilio.com/docs/voice/twiml/gather). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Gather } from '../calls/decision';
import { type Position, positionQuery } from '../calls/menus/position';
import { offerQuery, type OfferPosition } from '../calls/operator';
import type { Site } from '../model/directory';
import { ROUTES } from '../model/callbacks';
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
    action: positionUrl(position),
    method: 'POST',
    input: ['dtmf'],
    ...(digits !== undefined && { numDigits: digits }),
    finishOnKey: '',
    timeout: waitSeconds,
    actionOnEmptyResult: true,
  });
  addAudio(verb, audio, position.language, site);
}

/** The URL that a key is sent to. */
export function positionUrl(position: Position | OfferPosition): string {
  const query = position.at === 'operatorOffer' ? offerQuery(position) : positionQuery(position);
  return `${ROUTES[position.at]}?${query}`;
}
