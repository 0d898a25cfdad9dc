/** A volunteer has parted from the caller, or found nobody: the `action` of Dial. */
import { routeBridged } from '../runtime/calls/operator';
import { door } from '../runtime/webhook/handler';
import { languageOf } from '../runtime/webhook/language';

export const handler = door('operatorBridged', (webhook) =>
  routeBridged({
    result: webhook.parameters.DequeueResult,
    status: webhook.parameters.DialCallStatus,
    language: languageOf(webhook),
  }),
);
