/** A message can be heard: the `recordingStatusCallback` of Record. */
import { routeMessageReady } from '../runtime/calls/operator';
import { runEffects } from '../runtime/effects/run';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook(
  'messageReady',
  (request) => {
    const { environment, call, query, parameters, directory } = request;
    const recorded = {
      environment,
      call: call.callSid,
      recording: parameters.RecordingSid,
      url: parameters.RecordingUrl,
      status: parameters.RecordingStatus,
      seconds: parameters.RecordingDuration,
      line: query.line,
      language: languageOf(request),
    };
    return routeMessageReady(recorded, directory);
  },
  { runEffects },
);
