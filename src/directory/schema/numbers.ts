/** `numbers.yaml`: what a call to one of our numbers does. */
import * as z from 'zod';
import { ENVIRONMENTS } from '../types';
import { hoursList } from './calling';
import { choice, phoneNumber, reference, Wrong, wrongIssue } from './scalars';
import { ringList } from './target';

export const numberSchema = z
  .strictObject({
    ring: ringList('Extensions to ring together.').exactOptional(),
    twiml: reference(
      'TwiML asset that answers; it rings the extensions of `ring` if it says so. Else `incoming`.',
      ['incoming-house'],
    ).exactOptional(),
    otherwise: phoneNumber('What follows when nobody answers: a TwiML asset, or an E.164 number.', {
      examples: ['unavailable', '+15035550188'],
    }).exactOptional(),
    hours: hoursList(
      'When it is answered, in the site’s time zone; at other times the TwiML asset `closed` ' +
        'answers. Always unless given.',
    ).exactOptional(),
    environment: choice(
      ENVIRONMENTS,
      'The one environment that answers it: `prod` unless given.',
    ).exactOptional(),
  })
  .check((context) => {
    const { ring, twiml } = context.value;
    if (ring !== undefined || twiml !== undefined) return;
    const wrong = new Wrong(
      'says neither whom to ring nor which TwiML asset answers',
      'Add `ring: [an-extension]` or `twiml: an-asset`.',
    );
    context.issues.push(wrongIssue(context.value, wrong));
  })
  .meta({
    description: 'One of our numbers.',
    anyOf: [{ required: ['ring'] }, { required: ['twiml'] }],
  });

export type NumberSource = z.infer<typeof numberSchema>;

export const numbersSchema = z.record(z.string(), numberSchema).meta({
  title: 'numbers.yaml',
  description:
    'What a call to one of our numbers does; the key is the number in E.164. The number of an ' +
    'extension without an entry here rings every extension that has it.',
  propertyNames: { pattern: '^\\+[1-9][0-9]{6,14}$' },
});
