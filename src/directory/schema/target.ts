/** What `#` or `0` does. */
import * as z from 'zod';
import type { Target } from '../types';
import { phoneNumber, reference, scalar, Wrong, wrongIssue } from './scalars';

const DESCRIPTION = 'Exactly one of `ring`, `dial`, `twiml` and `handOff`.';
const WAYS = ['ring', 'dial', 'twiml', 'handOff'] as const;

const handOff = scalar(
  (text) => {
    if (/^sips?:/.test(text)) {
      return new Wrong(`\`${text}\` begins with sip:`, 'Write only `user@host`.');
    }
    if (/^[A-Za-z0-9._+-]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text)) return text;
    return new Wrong(`\`${text}\` is not user@host`, 'Such as `portland@pbx.example.org`.');
  },
  {
    description: 'User and host of another SIP system; the host must be one of `handOffHosts`.',
    type: 'string',
    examples: ['portland@pbx.example.org'],
  },
);

/** A target; `description` says of which key. */
export function target(description: string) {
  return z
    .strictObject({
      ring: ringList('Extensions to ring together.').exactOptional(),
      dial: phoneNumber('Number to dial, in E.164.').exactOptional(),
      twiml: reference('TwiML asset that answers.', ['menu']).exactOptional(),
      handOff: handOff.exactOptional(),
    })
    .transform((written, context): Target => {
      const ways = WAYS.filter((way) => written[way] !== undefined);
      if (ways.length === 1) return written as Target;
      context.issues.push(
        wrongIssue(
          written,
          ways.length === 0
            ? new Wrong('says nothing', `Write one of: ${WAYS.join(', ')}.`)
            : new Wrong(`says ${ways.join(' and ')}`, 'Keep one of them.'),
        ),
      );
      return z.NEVER;
    })
    .meta({ description: `${description} ${DESCRIPTION}`, minProperties: 1, maxProperties: 1 });
}

/** SIP usernames that ring together. */
export function ringList(description: string) {
  return z
    .array(reference('SIP username of an extension.'))
    .min(1)
    .meta({ description: `${description} One to ten.`, maxItems: 10, examples: [['clinton']] });
}
