/** A call, key by key: the requests that Twilio would make, answered by the code that the functions run. */
import { readCall, readKeyRequest, routeDialTone, routeMenu } from '../runtime/calls';
import { type Position, positionUrl } from '../runtime/calls/menus/position';
import { CALLBACKS } from '../runtime/model/callbacks';
import { type Answered, answerTo, asTwilioAsks, explain } from './explain';
import type { Question } from './question';
import { type Press, takeKeys } from './keys';
import type { Project } from '../config/project';

export interface KeyStep extends Answered {
  /** What was pressed: none at the first answer, and where no key came. */
  readonly digits: string;
  /** The URL that Twilio asks. One request a step. */
  readonly request: string;
  /** Sentences, recordings and tones in the answer. */
  readonly sounds: number;
}

export interface SimulatedCall {
  readonly steps: readonly KeyStep[];
  /** Keys that came when no menu was listening any more. */
  readonly unheard: readonly Press[];
}

/** Presses keys from the first answer. Every position goes through the URL, as it does at Twilio. */
export function simulateKeys(
  question: Question,
  presses: readonly Press[],
  project: Project,
): SimulatedCall {
  const asked = asTwilioAsks(question, project);
  const first = explain(asked, project);
  const route =
    question.direction === 'incoming' ? CALLBACKS.incoming.path : CALLBACKS.outgoing.path;
  const steps = [stepOf({ digits: '', request: route }, first)];
  let rest = presses;
  let decision = first.decision;
  while (rest.length > 0) {
    const listening = listeningAt(decision);
    if (!listening) break;
    const taken = takeKeys(rest, listening.digits);
    rest = taken.rest;
    const request = positionUrl(listening.position);
    const explained = answer(asked, request, taken.digits, listening.position.at, project);
    steps.push(stepOf({ digits: taken.digits, request }, explained));
    decision = explained.decision;
  }
  return { steps, unheard: rest };
}

/** Where the next key goes, and how many are taken together; undefined where nothing listens. */
function listeningAt(
  decision: Answered['decision'],
): { readonly position: Position; readonly digits: number | undefined } | undefined {
  if (decision.kind !== 'gather' || decision.position.at === 'operatorOffer') return undefined;
  return { position: decision.position, digits: decision.digits };
}

function answer(
  question: Question,
  request: string,
  digits: string,
  at: Position['at'],
  project: Project,
): Answered {
  const { direction, at: now, listed, ...call } = question;
  const query = Object.fromEntries(new URL(request, 'http://localhost').searchParams);
  const asked = { ...call, ...(direction === 'outgoing' && { listed: listed && new Set(listed) }) };
  const keys = readKeyRequest({ call: readCall(asked), parameters: { ...query, Digits: digits } });
  const route = at === 'menu' ? routeMenu : routeDialTone;
  return answerTo(question, route(keys, project.directory, now), project);
}

function stepOf(
  { digits, request }: Pick<KeyStep, 'digits' | 'request'>,
  { decision, trace, twiml, called }: Answered,
): KeyStep {
  const sounds = twiml.match(/<(Say|Play)[ >]/g)?.length ?? 0;
  return { digits, request, decision, trace, twiml, sounds, ...(called && { called }) };
}
