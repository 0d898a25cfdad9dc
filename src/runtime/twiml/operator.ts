/** Queue, hold, bridge and message: what a call for the operator is made of. */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import type { Bridge, Hold, Record } from '../calls/decision';
import type { CallLanguage, Site } from '../model/directory';
import { callbackUrl } from '../model/callbacks';
import { addAudio } from './audio';

/** https://www.twilio.com/docs/voice/twiml/enqueue */
export function enqueue(response: VoiceResponse, queue: string, language: CallLanguage): void {
  const attributes = {
    action: callbackUrl('operatorLeft', { lang: language }),
    method: 'POST',
    waitUrl: callbackUrl('operatorWait', { lang: language }),
    waitUrlMethod: 'POST',
  };
  response.enqueue(attributes, queue);
}

/** Asks for more itself: that Twilio asks the wait URL again by itself is not documented. */
export function hold(
  response: VoiceResponse,
  { audio, leave, since }: Hold,
  language: CallLanguage,
  site: Pick<Site, 'voices'>,
): void {
  addAudio(response, audio, language, site);
  if (leave) response.leave();
  else if (since !== undefined) {
    response.redirect({ method: 'POST' }, callbackUrl('operatorWait', { lang: language, since }));
  }
}

/** The shortest that Twilio takes: whoever waited is there, or is not any more. */
const DEQUEUE_SECONDS = 5;

/** https://www.twilio.com/docs/voice/twiml/queue */
export function bridge(
  response: VoiceResponse,
  { queue, caller, timeLimitSeconds }: Bridge,
  language: CallLanguage,
): void {
  const values = { call: caller, lang: language };
  response
    .dial({
      action: callbackUrl('operatorBridged', values),
      method: 'POST',
      timeout: DEQUEUE_SECONDS,
      ...(timeLimitSeconds !== undefined && { timeLimit: timeLimitSeconds }),
    })
    .queue({ url: callbackUrl('operatorTaken', values), method: 'POST' }, queue);
}

/** No key ends it, and silence only after a while (https://www.twilio.com/docs/voice/twiml/record). */
const SILENCE_SECONDS = 10;

/** An empty recording makes no request to the action: Twilio goes on with what follows in the document. */
export function record(
  response: VoiceResponse,
  { maxSeconds, line, unspoken }: Record,
  language: CallLanguage,
  site: Pick<Site, 'voices'>,
): void {
  response.record({
    action: callbackUrl('messageLeft', { lang: language }),
    method: 'POST',
    finishOnKey: '',
    maxLength: maxSeconds,
    timeout: SILENCE_SECONDS,
    playBeep: true,
    // Its own request does not say who has called.
    recordingStatusCallback: callbackUrl('messageReady', { lang: language, line }),
    recordingStatusCallbackMethod: 'POST',
  });
  addAudio(response, unspoken, language, site);
  response.hangup();
}
