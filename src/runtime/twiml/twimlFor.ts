/** One document for every kind of Decision. */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Decision } from '../calls';
import type { Effect } from '../calls/effects';
import { dial } from './dial';
import { gather } from './gather';
import { addAudio } from './audio';
import { bridge, enqueue, hold, record } from './operator';
import type { Rendering } from './rendering';
import { speak } from './speech';
import { renderTemplate } from './template';

/** A complete TwiML document (https://www.twilio.com/docs/voice/twiml). */
export function twimlFor(decision: Decision<Effect>, rendering: Rendering): string {
  const fromTemplate = renderTemplate(decision, rendering);
  if (fromTemplate !== undefined) return fromTemplate;
  const response = new VoiceResponse();
  const { site } = rendering;
  const language = decision.language ?? site.languages[0] ?? 'en';
  const { preamble = [] } = decision;
  addAudio(response, preamble, language, site);
  switch (decision.kind) {
    case 'connect':
    case 'ring':
    case 'emergency':
    case 'handOff':
      dial(response, decision, decision.language);
      break;
    case 'refuse':
      speak(response, decision, site, decision.language);
      break;
    case 'answer':
      // Its template is gone, which a build would have refused.
      speak(response, { reason: 'call-failed' }, site, decision.language);
      break;
    case 'gather':
      gather(response, decision, site);
      break;
    case 'queue':
      enqueue(response, decision.queue, language);
      break;
    case 'hold':
      hold(response, decision, language, site);
      break;
    case 'bridge':
      bridge(response, decision, language);
      break;
    case 'record':
      record(response, decision, language, site);
      break;
    case 'hangUp':
      response.hangup();
  }
  return response.toString();
}
