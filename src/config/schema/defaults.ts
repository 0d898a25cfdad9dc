/** What holds for extensions, menus and the dial tone that say nothing else. */
import * as z from 'zod';
import {
  DEFAULT_CLASS,
  DEFAULT_DIAL_SECONDS,
  DEFAULT_MENUS,
  DEFAULT_RING_SECONDS,
} from '../../runtime/model/defaults';
import { rounds, waitSeconds } from './menus';
import { choice, formed, phoneNumber, reference, whole, Wrong } from './scalars';
import { target } from './target';

export const defaults = z.strictObject({
  callerId: phoneNumber(
    'The house number in E.164: the caller ID of extensions without their own number.',
  ).exactOptional(),
  class: reference('Class of service of extensions without a `class`.').default(DEFAULT_CLASS),
  ringSeconds: whole(5, 600, 'seconds', 'How long our own phones ring, in seconds.').default(
    DEFAULT_RING_SECONDS,
  ),
  dialSeconds: whole(5, 600, 'seconds', 'How long a number outside rings, in seconds.').default(
    DEFAULT_DIAL_SECONDS,
  ),
  maxIncomingMinutes: whole(
    1,
    240,
    'minutes',
    'Calls to our numbers are cut off after this many minutes; by default after `maxMinutes` of the class `class`, or ' +
      'after four hours (Twilio’s limit). Never calls to the number of a phone that may call 911.',
  ).exactOptional(),
  busy: choice(
    ['sentence', 'tone'],
    'How a call ends that was busy: with a sentence in each language, or with the busy tone of an exchange.',
  ).default('sentence'),
  hash: target('What `#` does on phones without their own `hash`.').exactOptional(),
  hashAtDialTone: target(
    'What `#` does at the dial tone inside a call, on phones without their own `hashAtDialTone`.',
  ).exactOptional(),
  zero: target('What `0` does on phones without their own `zero`.').exactOptional(),
});

const recordings = z.strictObject({
  url: formed(
    /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?\/([A-Za-z0-9._~-]+\/)*$/,
    new Wrong(
      'is not an HTTPS URL that ends with `/`',
      'Write it like `https://sounds.example.org/`.',
    ),
    {
      description:
        'Where recordings are: `<url><language>/<name>.<extension>`, or `<url><name>.<extension>`.',
    },
  ),
  extension: choice(
    ['mp3', 'wav', 'ulaw'],
    'Their format; raw µ-law (`ulaw`) needs a host that sends its content type.',
  ),
});

export const menuSettings = z.strictObject({
  waitSeconds: waitSeconds('Seconds of silence that count as no key.').default(
    DEFAULT_MENUS.waitSeconds,
  ),
  rounds: rounds('How many times a menu plays before its `next`.').default(DEFAULT_MENUS.rounds),
  intro: choice(
    ['together', 'apart'],
    'Whether a menu’s intro and the recordings of its keys are one document, or the intro comes `apart`, ahead of them: ' +
      'it is heard sooner, but a key pressed in the moment between the two may be lost (docs/unproven.md).',
  ).default(DEFAULT_MENUS.intro),
  hash: choice(
    ['back', 'top'],
    'What `#` does in a menu: go `back` one menu, or to the `top`, where the call began: the first menu, or the dial tone if the phone’s `hash` gives it.',
  ).default(DEFAULT_MENUS.hash),
  dialTone: z
    .strictObject({
      collect: choice(
        ['staged', 'pause'],
        'How a number is collected at the dial tone inside a call: `pause` waits `pauseSeconds` after ' +
          'the last digit; `staged` acts on a complete number at once, but a caller who dials fast may lose a ' +
          'digit between its two stages. Try it on stage first (docs/unproven.md).',
      ).default(DEFAULT_MENUS.dialTone.collect),
      pauseSeconds: whole(
        2,
        10,
        'seconds',
        'Seconds without a digit that end a number that could be longer.',
      ).default(DEFAULT_MENUS.dialTone.pauseSeconds),
    })
    .prefault({})
    .meta({ description: 'The dial tone inside a call.' }),
  recordings: recordings.exactOptional().meta({
    description:
      'Where recordings are, if not in the directory; Dialtone does not look for them there.',
  }),
});
