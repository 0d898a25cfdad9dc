/** Dial to numbers and phones: all ring together, the first to answer has the call. */
import { dialResult, type Parameters } from '../../test/fixtures/twilio';
import { Bridge, nameOf } from './bridge';
import type { Verb } from './document';
import type { Leg } from './leg';
import type { Switchboard } from './switchboard';

/** https://www.twilio.com/docs/voice/twiml/dial @returns what `action` is sent. */
export async function dialPhones(verb: Verb, leg: Leg, board: Switchboard): Promise<Parameters> {
  const { timeout = '30', timeLimit, callerId = leg.record.from } = verb.attributes;
  const nouns = verb.children.length > 0 ? verb.children : [verb];
  const children = nouns.map(({ text }) => board.ring(text, callerId, leg, Number(timeout)));
  leg.log(`dials ${children.map(nameOf).join(', ')}`);
  try {
    const answered = await leg.wait<Leg | undefined>((resolve) => {
      const look = () => {
        const up = children.find(({ isUp }) => isUp);
        if (up || children.every(({ isOver }) => isOver)) resolve(up);
      };
      look();
      for (const child of children) child.whenAnswered = child.whenOver = look;
      return () => {
        for (const child of children) child.whenAnswered = child.whenOver = undefined;
      };
    });
    if (!answered) return dialResult(statusOf(children), leg.parameters);
    for (const child of children) if (child.rings) child.end('canceled', 'stops ringing');
    const limit = timeLimit === undefined ? undefined : Number(timeLimit);
    const bridge = new Bridge([leg, answered], board.clock, limit);
    board.watch(bridge.stay(answered).then(() => answered.end('completed', 'is hung up')));
    await bridge.stay(leg);
    return dialResult('completed', leg.parameters);
  } finally {
    for (const child of children) {
      if (child.rings) child.end('canceled', 'stops ringing');
      else child.end('completed', 'is hung up');
    }
  }
}

function statusOf(children: readonly Leg[]): string {
  const states = children.map(({ record }) => record.status);
  return states.find((status) => status === 'busy') ?? states[0] ?? 'failed';
}
