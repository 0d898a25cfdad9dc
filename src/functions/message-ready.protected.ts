/** A message can be heard: the `recordingStatusCallback` of Record. */
import { routeMessageReady } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/run';
import { door } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = door(
  'messageReady',
  (webhook) => {
    const { environment, parameters, directory } = webhook;
    const recorded = {
      environment,
      call: parameters.CallSid,
      recording: parameters.RecordingSid,
      url: parameters.RecordingUrl,
      status: parameters.RecordingStatus,
      seconds: parameters.RecordingDuration,
      line: parameters.line,
      language: languageOf(webhook),
    };
    return routeMessageReady(recorded, directory);
  },
  { carryOut },
);
