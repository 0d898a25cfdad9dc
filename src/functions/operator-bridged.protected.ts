/** A volunteer has parted from the caller, or found nobody: the `action` of Dial. */
import { routeBridged } from '../runtime/calls/operator';
import { webhook } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = webhook('operatorBridged', (request) =>
  routeBridged({
    result: request.parameters.DequeueResult,
    status: request.parameters.DialCallStatus,
    language: languageOf(request),
  }),
);
