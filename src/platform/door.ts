/** What every webhook has in common: read the event, decide, answer TwiML, log. */
import type {
  Context,
  ServerlessCallback,
  ServerlessEventObject,
} from '@twilio-labs/serverless-runtime-types/types';
import { type Decision, sipUser } from '../calls';
import type { Effect } from '../calls/operator';
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
  /** When all requests to Twilio on its behalf must be over, by `performance.now()`. */
  readonly deadline: number;
}

/** What is decided, with what is done beside it. */
type Acted = Decision & { readonly effects?: readonly Effect[] };
type Rule = (webhook: Webhook) => Acted | Promise<Acted>;
type CarryOut = (effects: readonly Effect[], webhook: Webhook) => Promise<void>;

/** A caller waits meanwhile. */
const REQUESTS_MS = 1_000;

type Handler = (
  context: Context,
  event: ServerlessEventObject,
  callback: ServerlessCallback,
) => Promise<void>;

/**
 * Makes the handler of a webhook from its rule. Whatever fails, Twilio gets
 * valid TwiML, by one callback, and the promise is kept.
 *
 * @param carryOut Does what is decided beside the answer; it never rejects.
 */
export function door(name: Door, decide: Rule, carryOut?: CarryOut): Handler {
  return async (context, event, callback) => {
    const twiml = await answer(name, decide, carryOut, context, event).catch((error: unknown) => {
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
  decide: Rule,
  carryOut: CarryOut | undefined,
  context: Context,
  event: object,
): Promise<string> {
  const started = performance.now();
  const parameters = readParameters(event);
  const environment = environmentOf(context.DOMAIN_NAME);
  const directory = loadDirectory();
  const deadline = started + REQUESTS_MS;
  const webhook: Webhook = { environment, parameters, directory, context, deadline };
  const decision = await decide(webhook);
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
  // Twilio's runtime stops what is still under way when the answer has gone out.
  if (decision.effects?.length) await carryOut?.(decision.effects, webhook);
  return twiml;
}

/** A phone of ours by its username and name, a caller from outside by the number. */
function callerFields(from: string | undefined, directory: Directory | null): Fields {
  const user = sipUser(from);
  if (!from?.includes('@')) return { from: user };
  return { extension: user, phone: directory?.extensions.get(user ?? '')?.name };
}
