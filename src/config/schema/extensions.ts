/** `extensions.yaml`: the phones. */
import * as z from 'zod';
import { ENVIRONMENTS, LANGUAGES, PHONE_FORMS } from '../../runtime/model/directory';
import { addressSchema } from './address';
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
import { edge } from './site';
import { target } from './target';

const mac = scalar(
  (text) => {
    const digits = text.toLowerCase().replace(/[:-]/g, '');
    if (!/^[0-9a-f]{12}$/.test(digits)) {
      return new Wrong(`\`${text}\` is not a MAC address`, 'Such as `00:0b:82:00:00:01`.');
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

const phone = z
  .strictObject({
    model: formed(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      new Wrong('is not a model', 'Lower case with hyphens, such as `grandstream-ht801`.'),
      { description: 'Maker and model.', examples: ['grandstream-ht801'] },
    ),
    mac: mac.exactOptional(),
    line: whole(1, 8, 'lines', 'Port of an adapter, or line of a desk phone, from 1.').default(1),
    transport: choice(
      ['udp', 'tcp', 'tls'],
      'How it talks to Twilio: the best that its model can do, unless given.',
    ).exactOptional(),
    dial: choice(
      ['hotline', 'dialtone'],
      'When the handset is lifted: `hotline` does what `#` does at once; `dialtone` waits for digits.',
    ),
  })
  .meta({ description: 'The device that registers as this extension.' });

const generation = scalar(
  (text) =>
    /^\d{1,4}$/.test(text)
      ? Number(text)
      : new Wrong(
          'is not a whole number from 0 to 9999',
          'A password never stands in the directory: `dialtone rotate` raises this number.',
        ),
  {
    description:
      'Which password it has: raised by `dialtone rotate`. 0 where the password was set by hand and is to stay.',
    type: 'integer',
    minimum: 0,
    maximum: 9999,
  },
);

export const extensionSchema = z
  .strictObject({
    name: words('What people call it.', ['NE Ainsworth booth']),
    number: phoneNumber(
      'Its number in E.164: caller ID outwards, unless `callerId` is given; a call to it rings the extension. Several may share one.',
    ).exactOptional(),
    short: formed(
      /^(\d{2,5}|(?=.*[A-Za-z._-])[A-Za-z0-9._-]{1,32})$/,
      new Wrong('is no short name', 'Use 2 to 5 digits, or a word of letters and digits.'),
      {
        description:
          'By which other phones dial it where its name is a number: 2 to 5 digits, or a word. Commands find it by that name too.',
        type: ['string', 'integer'],
        examples: ['101'],
      },
    ).exactOptional(),
    callerId: phoneNumber(
      'What people outside see, where it is not `number`: the house number or another of the site. 911 sees `number`, and so do other phones of the site.',
    ).exactOptional(),
    emergency: flag(
      'Whether it may call 911, as its `number`. Others have that number only where they stand at the same `address`.',
    ).default(false),
    dial911As: choice(
      PHONE_FORMS,
      'How the phone sends 911, and 933 likewise: `911`; `1911`, which the dial plan of its `phone` then makes of it, and ' +
        'which is unproven until tried with 933 where Twilio handles 911; `keys`, where a device that is set by hand dials ' +
        '`#` when lifted: 911 is pressed in its menu. Unless given, what `phone` says.',
      orNumbers(PHONE_FORMS),
    ).exactOptional(),
    class: reference('Class of service; else the default of the site.').exactOptional(),
    environments: z
      .array(choice(ENVIRONMENTS, 'Environment.'))
      .min(1)
      .meta({
        description: 'Environments in which it lives: `dev`, `stage`, `prod`; all unless given.',
      })
      .exactOptional(),
    address: addressSchema.exactOptional(),
    passwordGeneration: generation.default(1),
    edge: edge('Twilio edge, where it differs from that of the environment.').exactOptional(),
    hash: target('What `#` does.').exactOptional(),
    zero: target('What `0` does.').exactOptional(),
    language: choice(
      LANGUAGES,
      'The language of its callers, in which menus begin; else the first of the site.',
    ).exactOptional(),
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
