/** What Twilio does with a document: verb by verb, until it ends or leads to another. */
import {
  ACCOUNT_SID,
  gathered,
  type Parameters,
  recorded,
  recordingReady,
} from '../../test/fixtures/twilio';
import { mediaUrlOf } from '../twilio-stand-in/api/recordings';
import { dialPhones } from './dial';
import { type Ending, readDocument, type Request, type Verb } from './document';
import { gather } from './gather';
import { type Leg, Over, Instructed } from './leg';
import { hear, isAudible } from './play';
import { dequeue, enqueue } from './queues';
import type { Switchboard } from './switchboard';

/** Twilio's own static document for when a function does not answer. */
const FALLBACK = '/fallback.xml';

/** The whole life of a leg that is up. */
export async function live(leg: Leg, first: Request, board: Switchboard): Promise<void> {
  let next: Ending = first;
  while (typeof next === 'object') {
    try {
      next = await follow(leg, next, board);
    } catch (reason) {
      if (reason instanceof Over) return;
      if (!(reason instanceof Instructed)) throw reason;
      next = instructed(leg);
    }
  }
  leg.end('completed', 'is hung up');
}

/** What REST has told a leg to do. */
export function instructed({ record, parameters }: Leg): Request {
  const { url = null, twiml = null } = record.instructions ?? {};
  if (twiml !== null) return { twiml };
  return { url: url ?? '/', parameters: { ...parameters, CallStatus: 'in-progress' } };
}

/**
 * Fetches a document and performs it.
 *
 * @param unanswered What follows where the functions do not answer.
 */
export async function follow(
  leg: Leg,
  request: Request,
  board: Switchboard,
  unanswered: Ending = { url: FALLBACK, parameters: {} },
): Promise<Ending> {
  const text = 'twiml' in request ? request.twiml : await fetched(leg, request, board);
  leg.check();
  if (text === undefined) return unanswered;
  const verbs = readDocument(text);
  if (leg.rings && verbs[0]?.name !== 'Reject') leg.record.status = 'in-progress';
  for (const verb of verbs) {
    const ending = await perform(verb, leg, board);
    leg.check();
    if (ending !== undefined) return ending;
  }
  return 'over';
}

async function fetched(
  leg: Leg,
  { url, parameters }: Extract<Request, { url: string }>,
  board: Switchboard,
): Promise<string | undefined> {
  const text = await board.trunk.ask(leg, url, parameters);
  if (text !== undefined || url !== FALLBACK) return text;
  return '<Response><Say language="en-US">An application error has occurred.</Say></Response>';
}

/** undefined: the next verb follows. */
async function perform(verb: Verb, leg: Leg, board: Switchboard): Promise<Ending | undefined> {
  const { name, attributes, text, children } = verb;
  const to = (url: string | undefined, parameters: Parameters | undefined) =>
    url === undefined || parameters === undefined ? undefined : { url, parameters };
  if (isAudible(verb)) {
    await hear(verb, leg);
    return undefined;
  }
  switch (name) {
    case 'Gather': {
      const digits = await gather(verb, leg, board.clock);
      if (digits === undefined && attributes['actionOnEmptyResult'] !== 'true') return undefined;
      const empty = board.unproven.emptyDigits === 'empty' ? '' : undefined;
      return to(attributes['action'], gathered(digits ?? empty, leg.parameters));
    }
    case 'Redirect':
      return { url: text, parameters: { ...leg.parameters, CallStatus: 'in-progress' } };
    case 'Leave':
      return 'left';
    case 'Hangup':
      leg.end('completed', 'is hung up');
      return 'over';
    case 'Reject':
      leg.end('busy', 'is rejected');
      return 'over';
    case 'Enqueue':
      return to(attributes['action'], await enqueue(verb, leg, board));
    case 'Dial':
      return children[0]?.name === 'Queue'
        ? to(attributes['action'], await dequeue(verb, leg, board))
        : to(attributes['action'], await dialPhones(verb, leg, board));
    case 'Record':
      return to(attributes['action'], await record(verb, leg, board));
    default:
      throw new Error(`The exchange knows no ${name}`);
  }
}

/**
 * Until the caller hangs up, falls silent, or presses a key that ends it.
 *
 * @returns what `action` is sent; undefined: nothing was recorded, and it is not asked.
 */
async function record(verb: Verb, leg: Leg, board: Switchboard): Promise<Parameters | undefined> {
  const { attributes } = verb;
  const dropped = !leg.speaks && board.unproven.emptyRecording === 'dropped';
  const { timeout = '5', maxLength = '3600', finishOnKey = '1234567890*#' } = attributes;
  leg.log('beep');
  const since = board.clock.now;
  const ready = () => {
    const sid = board.keepRecording(leg, board.clock.now - since);
    const duration = Math.round(board.clock.now - since);
    const recording = {
      recordingSid: sid,
      recordingUrl: mediaUrlOf(sid, ACCOUNT_SID),
      duration,
      callSid: leg.sid,
    };
    board.trunk.callback(leg, attributes['recordingStatusCallback'], recordingReady(recording));
    return recording;
  };
  try {
    const key = await leg.wait<string | undefined>((resolve) => {
      const longest = board.clock.after(Number(maxLength), () => resolve(undefined));
      let noInput = () => {};
      leg.whenSilent = () =>
        (noInput = board.clock.after(Number(timeout), () => resolve(undefined)));
      if (!leg.speaks) leg.whenSilent();
      const deaf = leg.listen((pressed) => {
        if (finishOnKey !== '' && finishOnKey.includes(pressed)) resolve(pressed);
      });
      return () => {
        leg.whenSilent = undefined;
        longest();
        noInput();
        deaf();
      };
    });
    return dropped ? undefined : recorded(key, ready(), leg.parameters);
  } catch (reason) {
    if (dropped) throw reason;
    const recording = ready();
    if (reason instanceof Over) {
      board.trunk.callback(
        leg,
        attributes['action'],
        recorded('hangup', recording, leg.parameters),
      );
    }
    throw reason;
  }
}
