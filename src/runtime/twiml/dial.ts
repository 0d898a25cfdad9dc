/** The Dial verb (https://www.twilio.com/docs/voice/twiml/dial). */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Connect, Emergency, HandOff, Ring } from '../calls/decision';
import type { CallLanguage } from '../model/directory';
import { callbackUrl } from '../model/callbacks';
import { sipUriOf, uriOf } from './sip';

type Dialled = Connect | Ring | Emergency | HandOff;

/**
 * Twilio's maximum. Its default would end an emergency call that is not answered
 * within thirty seconds.
 */
const EMERGENCY_RING_SECONDS = 600;

/** Dials first and answers when the other side does: until then nothing is billed. */
export function dial(response: VoiceResponse, decision: Dialled, language?: CallLanguage): void {
  const verb = response.dial({
    answerOnBridge: true,
    callerId: decision.callerId,
    timeout: ringSecondsOf(decision),
    ...(decision.kind !== 'emergency' &&
      decision.timeLimitSeconds !== undefined && { timeLimit: decision.timeLimitSeconds }),
    action: actionOf(decision, language),
    method: 'POST',
    record: 'do-not-record',
  });
  switch (decision.kind) {
    case 'connect':
      verb.number(decision.to);
      break;
    case 'emergency':
      verb.number(decision.dials ?? decision.number);
      break;
    case 'ring':
      for (const username of decision.extensions) {
        verb.sip(sipUriOf(username, decision.sipDomain));
      }
      break;
    case 'handOff':
      verb.sip(uriOf(decision, language));
  }
}

function ringSecondsOf(decision: Dialled): number {
  return decision.kind === 'emergency' ? EMERGENCY_RING_SECONDS : decision.ringSeconds;
}

/**
 * Where Twilio reports how the Dial ended; with what it cannot tell: the number called, which of
 * its phones ring, and the language chosen.
 */
export function actionOf(decision: Dialled, language?: CallLanguage): string {
  const leg = 'leg' in decision ? decision.leg : decision.kind;
  const { called, round }: Partial<Ring> = decision.kind === 'ring' ? decision : {};
  return callbackUrl('dialResult', { leg, called, round, lang: language });
}
