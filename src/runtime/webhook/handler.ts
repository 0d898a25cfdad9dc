/** What every webhook has in common: read the event, decide, answer TwiML, log. */
import type {
  Context,
  ServerlessCallback,
  ServerlessEventObject,
} from '@twilio-labs/serverless-runtime-types/types';
import { type Decision, type EmergencyBook, NO_BOOK, sipUser } from '../calls';
import type { Effect } from '../calls/effects';
import type { Directory, EnvironmentName } from '../model/directory';
import { APOLOGY, twimlFor } from '../twiml';
import { loadBook, loadDirectory, loadTemplate } from './assets';
import { environmentOf } from '../model/environment';
import { type WebhookName, type Fields, logEvent, logFailure } from './log';
import { type Parameters, readParameters } from './parameters';

/** What Twilio asks, before the directory is opened. */
export interface Request {
  readonly environment: EnvironmentName;
  readonly parameters: Parameters;
  /** Who may call for help. */
  readonly book: EmergencyBook;
  readonly context: Context;
  /** When all requests to Twilio on its behalf must be over, by `performance.now()`. */
  readonly deadline: number;
}

/** A webhook of Twilio's. */
export interface Webhook extends Request {
  /** null when it cannot be read. */
  readonly directory: Directory | null;
}

type Rule<E extends Effect> = (webhook: Webhook) => Decision<E> | Promise<Decision<E>>;

interface Options {
  /** Decides what must not wait for the directory; undefined for everything else. */
  readonly urgent?: (request: Request) => Decision | undefined;
}

interface Runner<E extends Effect> {
  /** Does what was decided beside the answer; it never rejects. */
  readonly runEffects: (effects: readonly E[], webhook: Webhook) => Promise<void>;
}

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
 * A rule whose decisions have effects needs something that runs them: without it this does not
 * type-check.
 */
export function webhook(name: WebhookName, rule: Rule<never>, options?: Options): Handler;
export function webhook<E extends Effect>(
  name: WebhookName,
  rule: Rule<E>,
  options: Options & Runner<E>,
): Handler;
export function webhook<E extends Effect>(
  name: WebhookName,
  rule: Rule<E>,
  options: Options & Partial<Runner<E>> = {},
): Handler {
  return async (context, event, callback) => {
    const twiml = await answer(name, rule, options, context, event).catch((error: unknown) => {
      logFailure('door.failed', error);
      return APOLOGY;
    });
    const response = new Twilio.Response();
    response.appendHeader('Content-Type', 'text/xml; charset=utf-8');
    response.setBody(twiml);
    callback(null, response);
  };
}

async function answer<E extends Effect>(
  name: WebhookName,
  rule: Rule<E>,
  { urgent, runEffects }: Options & Partial<Runner<E>>,
  context: Context,
  event: object,
): Promise<string> {
  const started = performance.now();
  const request: Request = {
    environment: environmentOf(context.DOMAIN_NAME),
    parameters: readParameters(event),
    book: loadBook(),
    context,
    deadline: started + REQUESTS_MS,
  };
  const { twiml, decision, webhook } = await firstThatWorks<E>([
    async () => respond((webhook) => urgent?.(webhook), { ...request, directory: null }),
    async () => respond(rule, { ...request, directory: loadDirectory() }),
    // Whatever failed, an emergency call is placed without it.
    async () => respond(rule, { ...request, directory: null }),
    async () => respond(rule, { ...request, directory: null, book: NO_BOOK }),
  ]);
  logAnswer(name, decision, webhook, started);
  const { effects = [] } = decision;
  // Twilio's runtime stops what is still under way when the answer has gone out.
  if (effects.length > 0) await runEffects?.(effects, webhook);
  return twiml;
}

interface Response<E extends Effect> {
  readonly decision: Decision<E>;
  readonly twiml: string;
  readonly webhook: Webhook;
}

/** undefined where the rule leaves it to another. */
async function respond<E extends Effect>(
  rule: (webhook: Webhook) => ReturnType<Rule<E>> | undefined,
  webhook: Webhook,
): Promise<Response<E> | undefined> {
  const decision = await rule(webhook);
  if (!decision) return undefined;
  const { directory, book, parameters } = webhook;
  const rendering = { site: directory?.site ?? book, template: loadTemplate, parameters };
  return { decision, twiml: twimlFor(decision, rendering), webhook };
}

/** The first response that comes. Of what fails on the way the first is logged, for it is the cause. */
async function firstThatWorks<E extends Effect>(
  attempts: readonly (() => Promise<Response<E> | undefined>)[],
): Promise<Response<E>> {
  const failures: unknown[] = [];
  for (const attempt of attempts) {
    const response = await attempt().catch((error: unknown) => void failures.push(error));
    if (!response) continue;
    if (failures.length > 0) logFailure('door.failed', failures[0]);
    return response;
  }
  throw failures[0];
}

function logAnswer(
  name: WebhookName,
  decision: Decision<Effect>,
  { environment, parameters, directory }: Webhook,
  started: number,
): void {
  logEvent(`${name}.${decision.kind}`, {
    environment,
    callSid: parameters.CallSid,
    ...callerFields(parameters.From, directory),
    to: sipUser(parameters.To),
    reason: decision.kind === 'refuse' ? decision.reason : undefined,
    dialStatus: parameters.DialCallStatus,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  });
}

/** A phone of ours by its username and, where the directory was asked, its name; a caller from outside by the number. */
function callerFields(from: string | undefined, directory: Directory | null): Fields {
  const user = sipUser(from);
  if (!from?.includes('@')) return { from: user };
  return { extension: user, phone: directory?.extensions.get(user ?? '')?.name };
}
