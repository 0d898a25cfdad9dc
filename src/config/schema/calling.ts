/** `calling.yaml`: what may be dialled, and what dialled strings mean. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import * as z from 'zod';
import { didYouMean } from '../read/suggest';
import { DEFAULT_PREMIUM } from '../../runtime/model/defaults';
import { parseHours } from '../compile/hours';
import { target } from './target';
import { formed, phoneNumber, reference, scalar, whole, words, Wrong } from './scalars';

const hours = scalar(
  (text) =>
    parseHours(text) ??
    new Wrong(
      `\`${text}\` is not a span of hours`,
      'Write it like `mon-fri 08:00-22:00`, `sat,sun 10:00-18:00` or `daily 22:00-06:00`.',
    ),
  {
    description:
      'Days and hours: `mon-fri 08:00-22:00`. If the second time is not later, it ends after midnight.',
    type: 'string',
  },
);

export function hoursList(description: string) {
  return z
    .array(hours)
    .min(1)
    .meta({ description, examples: [['mon-fri 08:00-22:00', 'daily 22:00-06:00']] });
}

const destinations = (description: string) =>
  z
    .array(
      reference(
        'Region such as `US`, `CA`, `MX`; `premium`, `non-geographic` or `new-area-codes`; in `deny` also an area.',
        ['US', 'premium'],
      ),
    )
    .default([])
    .meta({ description });

const classSchema = z
  .strictObject({
    extends: reference('Class whose rules this one adds to.', ['local']).exactOptional(),
    allow: destinations(
      'Where it may call: two-letter ISO 3166 regions, `premium`, `non-geographic`, `new-area-codes`. Everything else is refused.',
    ),
    deny: destinations(
      'Where it may not call: the same, and names of `areas`. Overrides `allow`, even an inherited one.',
    ),
    maxMinutes: whole(
      1,
      240,
      'minutes',
      'Calls are cut off after this many minutes; by default after four hours, Twilio’s limit.',
    ).exactOptional(),
    noLimit: z
      .array(phoneNumber('E.164 number or service code.'))
      .default([])
      .meta({ description: 'Numbers and service codes that `maxMinutes` does not cut off.' }),
    hours: hoursList(
      'When it may call, in the time zone of the phone; always by default.',
    ).exactOptional(),
  })
  .meta({ description: 'A class of service: where a phone may call, for how long, and when.' });

const util = PhoneNumberUtil.getInstance();
const NORTH_AMERICAN = new Set<string>(
  util.getSupportedRegions().filter((region) => util.getCountryCodeForRegion(region) === 1),
);

const newAreaCodeCountry = scalar(
  (text) =>
    NORTH_AMERICAN.has(text)
      ? text
      : new Wrong(
          `\`${text}\` is not a country with area codes`,
          didYouMean(text, NORTH_AMERICAN, 'Write `US`, `CA`, or another country of +1.'),
        ),
  { description: 'Two-letter ISO 3166 code of a country of +1.', type: 'string', examples: ['US'] },
);

const rewriteSchema = z
  .strictObject({
    from: formed(/^[^]{1,128}$/, new Wrong('is not 1 to 128 characters', 'Shorten the pattern.'), {
      description:
        'RE2 pattern that matches the whole dialled string (without spaces, dots, dashes and ' +
        'brackets). At most 128 characters.',
      pattern: '^.{1,128}$',
      examples: ['^64(\\d{8})$'],
    }),
    to: formed(
      /^(?:[0-9+*#]|\$\d)+$/,
      new Wrong(
        'may contain only digits, +, *, # and $1…$9',
        'Write it like `+64$1`, where $1 is what the first (…) matched.',
      ),
      {
        description: 'What is dialled instead; `$1` is what the first `(…)` matched.',
        examples: ['+64$1'],
      },
    ),
    note: words('What the rule is for.', ['New Zealand without the plus']).exactOptional(),
  })
  .meta({ description: 'Reads one dialled string as another.' });

const threeDigits = (description: string, standard: readonly string[]) =>
  z
    .array(
      formed(/^\d{3}$/, new Wrong('is not three digits', 'Write it like `900`.'), {
        description: 'Three digits.',
        type: ['string', 'integer'],
      }),
    )
    .default([...standard])
    .meta({ description });

export const callingSchema = z
  .strictObject({
    classes: z
      .record(z.string(), classSchema)
      .default({})
      .meta({
        description:
          'Classes of service by name. If there are none, there is `local`: your own country (US and ' +
          'Canada both) without premium numbers, 60 minutes.',
      }),
    serviceCodes: z
      .record(
        z.string(),
        z.union([
          phoneNumber('E.164 number, or the code to pass to Twilio.'),
          target('Where the code leads: a menu, phones, the operator, a TwiML asset.'),
        ]),
      )
      .default({})
      .meta({
        description:
          'Short codes such as 211 and 988, and what each calls or where it leads. Codes that are not listed are refused.',
        examples: [{ '211': '+15035550111', '411': { do: 'operator' }, '988': '988' }],
      }),
    rewrite: z
      .array(rewriteSchema)
      .default([])
      .meta({
        description:
          'Rules for the dialled string, in order; the first one that matches applies. None may match ' +
          'an emergency number in any form.',
      }),
    numberLists: z
      .record(
        z.string(),
        z.array(phoneNumber('E.164 number.')).min(1).meta({ description: 'E.164 numbers.' }),
      )
      .default({})
      .meta({
        description:
          'Lists of numbers by name (lower-case letters, digits and hyphens, beginning with a letter): ' +
          '`dial: weather-lines` in a menu dials one of them at random.',
        propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
      }),
    block: z
      .array(
        phoneNumber('E.164 number, E.164 prefix with a trailing `*`, or `anonymous`.', {
          examples: ['+15035550166', '+88216*', 'anonymous'],
        }),
      )
      .default([])
      .meta({ description: 'Numbers that are neither called nor answered.' }),
    premium: z
      .strictObject({
        areaCodes: threeDigits('North American area codes.', DEFAULT_PREMIUM.areaCodes),
        exchanges: threeDigits('North American exchanges.', DEFAULT_PREMIUM.exchanges),
      })
      .prefault({})
      .meta({
        description: 'What counts as premium rate besides what the numbering plans say.',
      }),
    areas: z
      .record(
        z.string(),
        z
          .array(
            formed(
              /^(\d{3}|\d{6})$/,
              new Wrong(
                'is neither an area code nor an area code with an exchange',
                'Write it like `907` or `712432`.',
              ),
              {
                description: 'Area code, or area code and exchange.',
                type: ['string', 'integer'],
              },
            ),
          )
          .meta({ description: 'Area codes, or area codes with an exchange.' }),
      )
      .default({})
      .meta({
        description:
          'Areas of North America by name, for the `deny` of a class. There are `alaska` (907), ' +
          '`northern-canada` (867) and `non-geographic` (5XX, Canada’s 6XX, 700), which alone is refused unless ' +
          'a class allows it; use one of these names to replace its list.',
        propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
        examples: [{ 'traffic-pumping': ['712432'] }],
      }),
    newAreaCodes: z
      .record(z.string(), newAreaCodeCountry)
      .default({})
      .meta({
        description:
          'North American area codes that are newer than Dialtone’s numbering data, and the country of each: ' +
          'classes that allow the country then allow them. Without a line here they are in `new-area-codes`, ' +
          'which a class must allow by name.',
        propertyNames: { pattern: '^[2-9][0-8][0-9]$' },
        examples: [{ '679': 'US' }],
      }),
  })
  .meta({ title: 'calling.yaml', description: 'What may be dialled, and what it means.' });

export type CallingSource = z.infer<typeof callingSchema>;
export type ClassSource = CallingSource['classes'][string];
