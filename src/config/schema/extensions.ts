/** `extensions.yaml`: the phones. */
import * as z from 'zod';
import { ENVIRONMENTS, PHONE_FORMS } from '../../runtime/model/directory';
import { addressSchema } from './address';
import { edge } from './environments';
import { localShape } from './locale';
import {
  choice,
  flag,
  formed,
  orNumbers,
  phoneNumber,
  reference,
  scalar,
  whole,
  words,
  Wrong,
} from './scalars';
import { PHONE_MODEL_IDS } from './phoneModels';
import { target } from './target';

const mac = scalar(
  (text) => {
    const digits = text.toLowerCase().replace(/[:-]/g, '');
    if (!/^[0-9a-f]{12}$/.test(digits)) {
      return new Wrong(`\`${text}\` is not a MAC address`, 'Write it like `00:0b:82:00:00:01`.');
    }
    if (/^0+$/.test(digits)) {
      return new Wrong('the MAC address is all zeros', 'Copy it from the label of the phone.');
    }
    if (parseInt(digits.slice(0, 2), 16) & 1) {
      return new Wrong(
        `\`${text}\` is a multicast address, which no phone has`,
        'Copy it from the label of the phone.',
      );
    }
    return digits.replace(/..(?=.)/g, '$&:');
  },
  {
    description: "The phone's MAC address, as on its label.",
    type: 'string',
    pattern: '^([0-9A-Fa-f]{2}[:-]?){5}[0-9A-Fa-f]{2}$',
  },
);

const openOrClosed = (what: string) => choice(['open', 'closed'], what).exactOptional();

const keypad = z
  .strictObject({
    settings: openOrClosed('Its settings by its keys: voice menu, or menu on its display.'),
    reset: openOrClosed('A factory reset by its keys.'),
    ipCalls: openOrClosed('Calls to an IP address, which go past this directory.'),
  })
  .meta({
    description:
      'What its keys alone can do: each is `open` or `closed`. By default, all are closed if it is `public`; otherwise they stay as the phone has them.',
  });

const phone = z
  .strictObject({
    model: formed(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      new Wrong(
        'is not a model',
        'Write it in lower case with hyphens, such as `grandstream-ht801`.',
      ),
      { description: 'Maker and model.', enum: PHONE_MODEL_IDS, examples: ['grandstream-ht801'] },
    ),
    mac: mac.exactOptional(),
    line: whole(1, 8, 'lines', 'Port of an adapter, or line of a desk phone, from 1.').default(1),
    transport: choice(
      ['udp', 'tcp', 'tls'],
      'How it talks to Twilio; by default the best that its model supports.',
    ).exactOptional(),
    dial: choice(
      ['hotline', 'dialtone'],
      'When the handset is lifted: `hotline` does at once what `#` does; `dialtone` waits for digits.',
    ),
    public: flag(
      'It is in a public place: its file closes what a passer-by could do with its keys, as far as its model can. Unproven until tried on yours. By default false.',
    ).exactOptional(),
    keypad: keypad.exactOptional(),
    rotary: flag(
      'The telephone has a dial, without `#` and `*`: its adapter reads pulses and rings harder, where it can. Unproven until tried on yours.',
    ).exactOptional(),
  })
  .meta({ description: 'The device that registers as this extension.' });

const generation = scalar(
  (text) =>
    /^\d{1,4}$/.test(text)
      ? Number(text)
      : new Wrong(
          'is not a whole number from 0 to 9999',
          'The directory never contains a password: `dialtone rotate` raises this number.',
        ),
  {
    description:
      'Which password it has; `dialtone rotate` raises it. 0 keeps a password that was set by hand.',
    type: 'integer',
    minimum: 0,
    maximum: 9999,
  },
);

const extensionSchema = z
  .strictObject({
    name: words('What people call it.', ['NE Ainsworth booth']),
    number: phoneNumber(
      'Its number in E.164: a call to it rings the extension, and people outside see it, unless there is a `callerId`. Several extensions may share one.',
    ).exactOptional(),
    short: formed(
      /^(\d{2,5}|(?=.*[A-Za-z._-])[A-Za-z0-9._-]{1,32})$/,
      new Wrong('is not a short name', 'Use 2 to 5 digits, or a word of letters and digits.'),
      {
        description:
          'What other phones dial for it if its name is a number: 2 to 5 digits, or a word. Commands accept it too.',
        type: ['string', 'integer'],
        examples: ['101'],
      },
    ).exactOptional(),
    callerId: phoneNumber(
      'What people outside see, if it is not `number`: the house number or another number of the site. 911 and other phones of the site see `number`.',
    ).exactOptional(),
    emergency: flag(
      'Whether it may call 911, as its `number`. Other phones may have that number only at the same `address`.',
    ).default(false),
    dial911As: choice(
      PHONE_FORMS,
      'How the phone sends 911 (and 933): `911`; `1911`, for which its dial plan changes it (with `phone`), and ' +
        'which is unproven until tried with 933 if Twilio handles 911; `keys`, if a hand-configured device dials ' +
        '`#` when it is lifted, so 911 is pressed in its menu. By default what `phone` says.',
      orNumbers(PHONE_FORMS),
    ).exactOptional(),
    class: reference('Class of service; the site’s default if missing.').exactOptional(),
    environments: z
      .array(choice(ENVIRONMENTS, 'Environment.'))
      .min(1)
      .meta({
        description: 'Environments in which it lives: `dev`, `stage`, `prod`; all by default.',
      })
      .exactOptional(),
    address: addressSchema.exactOptional(),
    passwordGeneration: generation.default(1),
    edge: edge('Twilio edge, if it differs from the environment’s.').exactOptional(),
    hash: target('What `#` does.').exactOptional(),
    hashAtDialTone: target(
      'What `#` does at the dial tone inside a call, which a phone can begin with (`hash: { do: dialTone }`); by default what `hash` does.',
    ).exactOptional(),
    zero: target('What `0` does.').exactOptional(),
    location: reference(
      'Name of one of the `locations` in site.yaml: its area code, time zone and language.',
      ['detroit'],
    ).exactOptional(),
    ...localShape(),
    phone: phone.exactOptional(),
  })
  .meta({ description: 'One SIP account.' });

export type ExtensionSource = z.infer<typeof extensionSchema>;

export const extensionsSchema = z.record(z.string(), extensionSchema).meta({
  title: 'extensions.yaml',
  description:
    'One entry for each SIP account; the key is its SIP username: a name, 2 to 5 digits, or an ' +
    'E.164 number. At most 32 characters.',
  propertyNames: { pattern: '^(\\+[0-9]+|[A-Za-z0-9._-]+)$', maxLength: 32 },
});
