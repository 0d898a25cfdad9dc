/** What every webhook has in common: read the event, decide, answer TwiML, log. */
import type {
  Context,
  ServerlessCallback,
  ServerlessEventObject,
} from '@twilio-labs/serverless-runtime-types/types';
import { type Decision, sipUser } from '../calls';
import { emptyDirectory } from '../directory/open';
import type { Directory, EnvironmentName } from '../directory/types';
import { APOLOGY, twimlFor } from '../twiml';
import { loadDirectory, loadTemplate } from './assets';
import { environmentOf } from './environment';
import { type Door, type Fields, logEvent, logFailure } from './log';
import { type Parameters, readParameters } from './parameters';

/** A webhook of Twilio's. */
export interface Webhook {
  readonly environment: EnvironmentName;
  readonly parameters: Parameters;
  /** null when it cannot be read. */
  readonly directory: Directory | null;
  readonly context: Context;
}

type Handler = (
  context: Context,
  event: ServerlessEventObject,
  callback: ServerlessCallback,
) => Promise<void>;

/**
 * Makes the handler of a webhook from its rule. Whatever fails, Twilio gets
 * valid TwiML, by one callback, and the promise is kept.
 */
export function door(
  name: Door,
  decide: (webhook: Webhook) => Decision | Promise<Decision>,
): Handler {
  return async (context, event, callback) => {
    const twiml = await answer(name, decide, context, event).catch((error: unknown) => {
      logFailure('door.failed', error);
      return APOLOGY;
    });
    const response = new Twilio.Response();
    response.appendHeader('Content-Type', 'text/xml; charset=utf-8');
    response.setBody(twiml);
    callback(null, response);
  };
}

async function answer(
  name: Door,
  decide: (webhook: Webhook) => Decision | Promise<Decision>,
  context: Context,
  event: object,
): Promise<string> {
  const started = performance.now();
  const parameters = readParameters(event);
  const environment = environmentOf(context.DOMAIN_NAME);
  const directory = loadDirectory();
  const decision = await decide({ environment, parameters, directory, context });
  const twiml = twimlFor(decision, {
    site: (directory ?? emptyDirectory()).site,
    template: loadTemplate,
    parameters,
  });
  logEvent(`${name}.${decision.kind}`, {
    environment,
    callSid: parameters.CallSid,
    ...callerFields(parameters.From, directory),
    to: sipUser(parameters.To),
    reason: decision.kind === 'refuse' ? decision.reason : undefined,
    dialStatus: parameters.DialCallStatus,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  });
  return twiml;
}

/** A phone of ours by its username and name, a caller from outside by the number. */
function callerFields(from: string | undefined, directory: Directory | null): Fields {
  const user = sipUser(from);
  if (!from?.includes('@')) return { from: user };
  return { extension: user, phone: directory?.extensions.get(user ?? '')?.name };
}
