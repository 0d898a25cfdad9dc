/** A message can be heard: the `recordingStatusCallback` of Record. */
import { routeMessageReady } from '../runtime/calls/operator';
import { carryOut } from '../runtime/effects/carryOut';
import { door } from '../runtime/webhook/door';
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
