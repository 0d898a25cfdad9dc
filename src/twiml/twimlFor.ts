/** One document for every kind of Decision. */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Outcome } from '../calls';
import type { Site } from '../directory/types';
import { dial } from './dial';
import { speak } from './speech';
import { renderTemplate } from './template';

/** What a document needs beside the Decision. */
export interface Rendering {
  readonly site: Pick<Site, 'languages' | 'voices'>;
  /** The text of a TwiML asset, or undefined when there is none of that name. */
  template(name: string): string | undefined;
  /** The webhook's request parameters: untrusted. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A complete TwiML document (https://www.twilio.com/docs/voice/twiml). */
export function twimlFor(decision: Outcome, rendering: Rendering): string {
  const fromTemplate = renderTemplate(decision, rendering);
  if (fromTemplate !== undefined) return fromTemplate;
  const response = new VoiceResponse();
  switch (decision.kind) {
    case 'connect':
    case 'ring':
    case 'emergency':
    case 'handOff':
      dial(response, decision);
      break;
    case 'refuse':
      speak(response, decision.reason, rendering.site);
      break;
    case 'answer':
      // Its template is gone, which a build would have refused.
      speak(response, 'call-failed', rendering.site);
      break;
    case 'hangUp':
      response.hangup();
  }
  return response.toString();
}
