/** What every webhook has in common: read the event, decide, answer TwiML, log. */
import type {
  Context,
  ServerlessCallback,
  ServerlessEventObject,
} from '@twilio-labs/serverless-runtime-types/types';
import { type Call, type Decision, type EmergencyBook, NO_BOOK, type Party } from '../calls';
import type { Effect } from '../calls/effects';
import { type CallbackName, type Query, readQuery } from '../model/callbacks';
import type { Directory, EnvironmentName } from '../model/directory';
import { APOLOGY, twimlFor } from '../twiml';
import { loadBook, loadDirectory, loadTemplate } from './assets';
import { environmentOf } from '../model/environment';
import { decisionFields } from './decisionFields';
import { type Fields, logEvent, logFailure } from './log';
import { callIn, type Parameters, readParameters } from './parameters';

/** What Twilio asks, read once, before the directory is opened. */
export interface Request<N extends CallbackName = CallbackName> {
  readonly environment: EnvironmentName;
  readonly call: Call;
  /** What our own URL carries. */
  readonly query: Query<N>;
  /** What Twilio says beside that: untrusted text. */
  readonly parameters: Parameters;
  /** Who may call for help. */
  readonly book: EmergencyBook;
  readonly context: Context;
  /** When all requests to Twilio on its behalf must be over, by `performance.now()`. */
  readonly deadline: number;
}

/** A webhook of Twilio's. */
export interface Webhook<N extends CallbackName = CallbackName> extends Request<N> {
  /** null when it cannot be read. */
  readonly directory: Directory | null;
}

type Rule<N extends CallbackName, E extends Effect> = (
  webhook: Webhook<N>,
) => Decision<E> | Promise<Decision<E>>;

interface Options<N extends CallbackName> {
  /** Decides what must not wait for the directory; undefined for everything else. */
  readonly urgent?: (request: Request<N>) => Decision | undefined;
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
export function webhook<N extends CallbackName>(
  name: N,
  rule: Rule<N, never>,
  options?: Options<N>,
): Handler;
export function webhook<N extends CallbackName, E extends Effect>(
  name: N,
  rule: Rule<N, E>,
  options: Options<N> & Runner<E>,
): Handler;
export function webhook<N extends CallbackName, E extends Effect>(
  name: N,
  rule: Rule<N, E>,
  options: Options<N> & Partial<Runner<E>> = {},
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

async function answer<N extends CallbackName, E extends Effect>(
  name: N,
  rule: Rule<N, E>,
  { urgent, runEffects }: Options<N> & Partial<Runner<E>>,
  context: Context,
  event: object,
): Promise<string> {
  const started = performance.now();
  const request = readRequest(name, context, event, started);
  const { twiml, decision, webhook } = await firstThatWorks<N, E>([
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

/** Reads all that a request says. Never fails. */
function readRequest<N extends CallbackName>(
  name: N,
  context: Context,
  event: object,
  started: number,
): Request<N> {
  const environment = environmentOf(context.DOMAIN_NAME);
  const parameters = readParameters(event);
  return {
    environment,
    call: callIn(parameters, environment),
    query: readQuery(name, parameters),
    parameters,
    book: loadBook(),
    context,
    deadline: started + REQUESTS_MS,
  };
}

interface Response<N extends CallbackName, E extends Effect> {
  readonly decision: Decision<E>;
  readonly twiml: string;
  readonly webhook: Webhook<N>;
}

/** undefined where the rule leaves it to another. */
async function respond<N extends CallbackName, E extends Effect>(
  rule: (webhook: Webhook<N>) => ReturnType<Rule<N, E>> | undefined,
  webhook: Webhook<N>,
): Promise<Response<N, E> | undefined> {
  const decision = await rule(webhook);
  if (!decision) return undefined;
  const { directory, book, parameters } = webhook;
  const rendering = { site: directory?.site ?? book, template: loadTemplate, parameters };
  return { decision, twiml: twimlFor(decision, rendering), webhook };
}

/** The first response that comes. Of what fails on the way the first is logged, for it is the cause. */
async function firstThatWorks<N extends CallbackName, E extends Effect>(
  candidates: readonly (() => Promise<Response<N, E> | undefined>)[],
): Promise<Response<N, E>> {
  const failures: unknown[] = [];
  for (const candidate of candidates) {
    const response = await candidate().catch((error: unknown) => void failures.push(error));
    if (!response) continue;
    if (failures.length > 0) logFailure('door.failed', failures[0]);
    return response;
  }
  throw failures[0];
}

function logAnswer(
  name: CallbackName,
  decision: Decision<Effect>,
  { environment, call, query, parameters, directory }: Webhook,
  started: number,
): void {
  logEvent(`${name}.${decision.kind}`, {
    environment,
    callSid: call.callSid,
    ...callerFields(call.from, directory),
    to: call.to?.user,
    menu: menuOf(query),
    ...decisionFields(decision),
    reason: decision.kind === 'refuse' ? decision.reason : undefined,
    dialStatus: parameters.DialCallStatus,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
  });
}

/** Where a key came from. */
function menuOf(query: Query): string | undefined {
  return (query as Query<'menu'>).menu;
}

/** A phone of ours by its username and, where the directory was asked, its name; a caller from outside by the number. */
function callerFields(from: Party | undefined, directory: Directory | null): Fields {
  if (from?.kind !== 'phone') return { from: from?.user };
  return { extension: from.user, phone: directory?.extensions.get(from.user ?? '')?.name };
}
