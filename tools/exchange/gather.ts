/** Gather (https://www.twilio.com/docs/voice/twiml/gather): sounds that a key cuts short, and keys. */
import type { Clock } from './clock';
import type { Verb } from './document';
import type { Leg } from './leg';
import { begin, lengthOf } from './play';

/** undefined when no key was pressed. */
export async function gather(verb: Verb, leg: Leg, clock: Clock): Promise<string | undefined> {
  const { numDigits, finishOnKey = '#', timeout = '5' } = verb.attributes;
  const most = Number(numDigits ?? Infinity);
  return leg.wait<string | undefined>((resolve) => {
    let digits = '';
    let timer = () => {};
    const done = () => resolve(digits === '' ? undefined : digits);
    const noInput = () => (timer = clock.after(Number(timeout), done));
    const play = ([first, ...others]: readonly Verb[]) => {
      if (!first) return noInput();
      begin(first, leg);
      return (timer = clock.after(lengthOf(first), () => play(others)));
    };
    play(verb.children);
    const deaf = leg.listen((key) => {
      timer();
      if (digits.length >= most) return;
      if (finishOnKey !== '' && finishOnKey.includes(key)) return done();
      digits += key;
      if (digits.length >= most) done();
      else noInput();
    });
    return () => {
      timer();
      deaf();
    };
  });
}
