/** Enqueue and Dial Queue: a caller waits, and somebody takes them out. */
import {
  dequeued,
  type Parameters,
  queueLeft,
  queueTaken,
  queueWait,
} from '../../test/fixtures/twilio';
import { Bridge } from './bridge';
import type { Request, Verb } from './document';
import { Over, type Leg } from './leg';
import { Taken, type Waiting } from './queue';
import type { Switchboard } from './switchboard';

/** Twilio's, when a wait URL does not answer or takes no time: a guess. */
const PAUSE_SECONDS = 5;

/** https://www.twilio.com/docs/voice/twiml/enqueue @returns what `action` is sent. */
export async function enqueue(verb: Verb, leg: Leg, board: Switchboard): Promise<Parameters> {
  const { action, waitUrl } = verb.attributes;
  const member = board.join(verb.text, leg);
  const left = (result: string) => queueLeft(result, timesOf(member, board), leg.parameters);
  try {
    await hold(member, waitUrl, board);
    return left('leave');
  } catch (reason) {
    if (reason instanceof Taken) return await connected(member, left, action, board);
    // `redirected` where REST has told it to do something else: nobody waits for the answer.
    board.trunk.callback(leg, action, left(reason instanceof Over ? 'hangup' : 'redirected'));
    throw reason;
  } finally {
    board.leave(member);
    member.answer('gone');
  }
}

/** The caller hears the wait URL until somebody comes. */
async function hold(
  member: Waiting,
  waitUrl: string | undefined,
  board: Switchboard,
): Promise<void> {
  const { leg } = member;
  const again = (): Parameters => queueWait(timesOf(member, board), leg.parameters);
  while (waitUrl !== undefined) {
    const began = board.clock.now;
    if ((await inside(leg, { url: waitUrl, parameters: again() }, again, board)) === 'left') return;
    if (!board.unproven.waitUrlAgain) break;
    if (board.clock.now === began) await leg.sleep(PAUSE_SECONDS);
  }
  // For ever.
  await leg.wait(() => () => {});
}

/** A document beside the call's own: redirects stay in it. One that does not come is silence: a guess. */
async function inside(
  leg: Leg,
  first: Request,
  parameters: () => Parameters,
  board: Switchboard,
): Promise<'over' | 'left'> {
  let next = await board.follow(leg, first, 'over');
  while (typeof next === 'object') {
    const request = 'url' in next ? { ...next, parameters: parameters() } : next;
    next = await board.follow(leg, request, 'over');
  }
  return next;
}

/** Taken: hears the `url` of Queue, then the taker. */
async function connected(
  member: Waiting,
  left: (result: string) => Parameters,
  action: string | undefined,
  board: Switchboard,
): Promise<Parameters> {
  const { leg, taker } = member;
  let result = 'hangup';
  try {
    if (taker?.url !== undefined) {
      const parameters = queueTaken(taker.leg.sid, timesOf(member, board), leg.parameters);
      await inside(leg, { url: taker.url, parameters }, () => parameters, board);
    }
    leg.check();
    // What Twilio says where the taker has gone meanwhile is not documented.
    if (!member.taker) return left('error');
    const bridge = new Bridge([leg, member.taker.leg], board.clock, member.taker.limit);
    member.answer(bridge);
    result = 'bridged';
    await bridge.stay(leg);
    return left(result);
  } catch (reason) {
    board.trunk.callback(leg, action, left(result));
    throw reason;
  }
}

/** https://www.twilio.com/docs/voice/twiml/queue @returns what `action` of the Dial is sent. */
export async function dequeue(verb: Verb, leg: Leg, board: Switchboard): Promise<Parameters> {
  const { action, timeout = '30', timeLimit } = verb.attributes;
  const [noun] = verb.children;
  const member = await board.front(noun?.text ?? '', leg, Number(timeout));
  if (member === 'queue-empty' || member === 'queue-not-found') {
    return dequeued(member, leg.parameters);
  }
  const limit = timeLimit === undefined ? {} : { limit: Number(timeLimit) };
  member.take({ leg, url: noun?.attributes['url'], ...limit });
  let result = 'error';
  try {
    const bridge = await member.outcome(leg);
    if (bridge === 'gone') return dequeued('hangup', leg.parameters);
    result = 'bridged';
    await bridge.stay(leg);
    return dequeued('bridged', leg.parameters);
  } catch (reason) {
    member.taker = undefined;
    board.trunk.callback(leg, action, dequeued(result, leg.parameters));
    throw reason;
  }
}

function timesOf({ queueSid, since }: Waiting, { clock }: Switchboard) {
  return { queueSid, time: Math.round(clock.now - since) };
}
