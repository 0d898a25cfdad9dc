/** `numbers.yaml`: what a call to one of our numbers does. */
import * as z from 'zod';
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import { ENVIRONMENTS } from '../../runtime/model/directory';
import { hoursList } from './calling';
import { choice, flag, phoneNumber, reference, whole, Wrong, wrongIssue } from './scalars';
import { timeZone } from './locale';
import { ringList } from './target';

const ANSWERS = ['ring', 'twiml', 'menu', 'operator', 'elsewhere'] as const;

const NO_ANSWER = new Wrong(
  'says neither whom to ring nor what answers',
  'Add `ring: [an-extension]`, `twiml: an-asset`, `menu: a-menu` or `operator: true`; or `elsewhere: true` if another carrier has the number.',
);

const numberSchema = z
  .strictObject({
    ring: ringList(
      'Extensions to ring: up to ten together; if none of them answers, the next ten.',
      MOST_OF_A_NUMBER,
    ).exactOptional(),
    twiml: reference(
      'TwiML asset that answers, by default `incoming`. It may ring the extensions of `ring`.',
      ['incoming-house'],
    ).exactOptional(),
    menu: reference('Menu of `menus/` that answers.', ['house']).exactOptional(),
    operator: flag(
      '`true`: a volunteer of operators.yaml answers, as from a menu.',
    ).exactOptional(),
    elsewhere: flag(
      '`true`: another carrier has the number, not Twilio. Our phones call it like any number outside, and nothing at Twilio is ' +
        'set up for it; it can be a caller ID that Twilio has verified.',
    ).exactOptional(),
    otherwise: phoneNumber('What follows when nobody answers: a TwiML asset, or an E.164 number.', {
      examples: ['unavailable', '+15035550188'],
    }).exactOptional(),
    hours: hoursList(
      'When it is answered, in its `timeZone`. At other times the TwiML asset `closed` ' +
        'answers. Always by default.',
    ).exactOptional(),
    timeZone: timeZone(
      'IANA time zone of its `hours`, and of menus that it opens; by default that of its phones, if all have the same, ' +
        'else the site’s.',
    ).exactOptional(),
    maxMinutes: whole(
      1,
      240,
      'minutes',
      'Calls to it are cut off after this many minutes; by default after the site’s `maxIncomingMinutes`. Not for the ' +
        'number of a phone that may call 911: the emergency service calls back there.',
    ).exactOptional(),
    environment: choice(
      ENVIRONMENTS,
      'The one environment that answers it; `prod` by default.',
    ).exactOptional(),
  })
  .check(({ value, issues }) => {
    const answers = ANSWERS.filter((alternative) => value[alternative] !== undefined);
    const [first, second] = answers;
    if (first === undefined) issues.push(wrongIssue(value, NO_ANSWER));
    // `ring` and `twiml` go together: the asset rings them.
    else if (
      second !== undefined &&
      !(first === 'ring' && second === 'twiml' && answers.length === 2)
    ) {
      const wrong = new Wrong(`says ${answers.join(' and ')}`, 'Keep one of them.');
      issues.push(wrongIssue(value, wrong));
    }
  })
  .meta({
    description: 'One of our numbers.',
    anyOf: ANSWERS.map((alternative) => ({ required: [alternative] })),
  });

export type NumberSource = z.infer<typeof numberSchema>;

export const numbersSchema = z.record(z.string(), numberSchema).meta({
  title: 'numbers.yaml',
  description:
    'What a call to one of our numbers does; the key is the number in E.164. The number of an ' +
    'extension without an entry here rings every extension that has it.',
  propertyNames: { pattern: '^\\+[1-9][0-9]{6,14}$' },
});
