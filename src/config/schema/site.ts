/** `site.yaml`: the operator's whole set-up. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import * as z from 'zod';
import {
  DEFAULT_CLASS,
  DEFAULT_DIAL_SECONDS,
  DEFAULT_MENUS,
  DEFAULT_RING_SECONDS,
  DEFAULT_VOICES,
} from '../../runtime/model/defaults';
import { didYouMean } from '../read/suggest';
import { DIALLED_FORMS, EMERGENCY_MODES, CALL_LANGUAGES } from '../../runtime/model/directory';
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
  wrongIssue,
} from './scalars';
import { rounds, waitSeconds } from './menus';
import { target } from './target';

const EDGE_NAMES = [
  'ashburn',
  'umatilla',
  'dublin',
  'frankfurt',
  'singapore',
  'tokyo',
  'sao-paulo',
  'sydney',
];

/** Twilio's edges, and their private interconnects (https://www.twilio.com/docs/global-infrastructure/edge-locations). */
const EDGES = [...EDGE_NAMES, ...EDGE_NAMES.map((edge) => `${edge}-ix`)];

const REGIONS = new Set<string>(PhoneNumberUtil.getInstance().getSupportedRegions());

const country = scalar(
  (text) =>
    REGIONS.has(text)
      ? text
      : new Wrong(
          `\`${text}\` is not a country`,
          didYouMean(text, REGIONS, 'Write its two-letter ISO 3166 code, such as `US`.'),
        ),
  {
    description:
      'Country in which numbers without a country code are read: its two-letter ISO 3166 code.',
    type: 'string',
    pattern: '^[A-Z]{2}$',
  },
);

const timeZone = scalar(
  (text) =>
    isTimeZone(text)
      ? text
      : new Wrong(
          `\`${text}\` is not a time zone`,
          didYouMean(text, Intl.supportedValuesOf('timeZone'), 'Write its IANA name.'),
        ),
  {
    description: 'IANA time zone in which opening hours are read.',
    type: 'string',
    examples: ['America/Los_Angeles'],
  },
);

const sipDomain = scalar(
  (text) => {
    const [first = '', ...rest] = text.split('.');
    if (rest.length > 0) {
      return new Wrong(
        `\`${text}\` is the whole host`,
        `Write its first label only: \`${first}\`.`,
      );
    }
    if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) return text;
    return new Wrong(
      `\`${text}\` cannot be a SIP domain`,
      'Use lower-case letters, digits and hyphens.',
    );
  },
  {
    description:
      'The SIP domain’s first label only: `direct-example-prod` of `direct-example-prod.sip.twilio.com`.',
    type: 'string',
    pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  },
);

export const edge = (description: string) => choice(EDGES, description);

const environment = z.strictObject({
  sipDomain,
  edge: edge('Twilio edge that its phones register to, such as `umatilla`.').exactOptional(),
  emergency: choice(
    EMERGENCY_MODES,
    'Who handles 911: `direct`, Twilio itself, for phones registered under their own number; ' +
      '`menus`, Twilio too, but phones have any name and call 911 from menus, through our functions; ' +
      '`webhook`, our functions, which is unproven until tried with 933, and stops when they do. ' +
      'Required if an extension with `emergency: true` lives here; see docs/emergency.md.',
  ).exactOptional(),
  secure: flag(
    'TLS and SRTP for all phones of the domain; a phone that cannot is refused. Off by default.',
  ).default(false),
  accountSid: formed(
    /^AC[0-9a-f]{32}$/,
    new Wrong(
      'is not an account SID',
      'It is AC and 32 hexadecimal digits, and is on the console’s first page.',
    ),
    {
      description:
        'SID of its Twilio account or subaccount: no command writes to another one. Not a secret.',
    },
  ).exactOptional(),
  credentialList: formed(
    /^(?!.* #\d+$)[\x21-\x7e]([\x20-\x7e]{0,58}[\x21-\x7e])?$/,
    new Wrong(
      'cannot be the name of a credential list',
      'Use up to 60 printable characters, without `#` and a number at the end.',
    ),
    {
      description:
        'Name of its credential list at Twilio, to use an existing one; by default the same as `sipDomain`.',
    },
  ).exactOptional(),
});

const environments = z
  .strictObject({
    dev: environment.meta({ description: 'The local server and experiments.' }).exactOptional(),
    stage: environment.meta({ description: 'For trying things before prod.' }).exactOptional(),
    prod: environment.meta({ description: 'What people use.' }).exactOptional(),
  })
  .check((context) => {
    if (Object.keys(context.value).length > 0) return;
    const wrong = new Wrong('has no environment', 'Add `prod: { sipDomain: … }`.');
    context.issues.push(wrongIssue(context.value, wrong));
  })
  .meta({
    description: 'Environments, each with its own SIP domain.',
    minProperties: 1,
  });

const voiceName = (language: string, standard: string) =>
  formed(
    /^[A-Za-z0-9.-]+$/,
    new Wrong("is not one of Twilio's voices", `Such as \`${standard}\`.`),
    { description: `Voice for ${language}, by Twilio's name.` },
  ).default(standard);

const defaults = z.strictObject({
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
  hash: target('What `#` does on phones without their own `hash`.').exactOptional(),
  zero: target('What `0` does on phones without their own `zero`.').exactOptional(),
});

const recordings = z.strictObject({
  url: formed(
    /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?\/([A-Za-z0-9._~-]+\/)*$/,
    new Wrong('is not an HTTPS URL that ends with `/`', 'Such as `https://sounds.example.org/`.'),
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

const menuSettings = z.strictObject({
  waitSeconds: waitSeconds('Seconds of silence that count as no key.').default(
    DEFAULT_MENUS.waitSeconds,
  ),
  rounds: rounds('How many times a menu plays before its `next`.').default(DEFAULT_MENUS.rounds),
  hash: choice(
    ['back', 'top'],
    'What `#` does in a menu: go `back` one menu, or to the `top`, where the call began.',
  ).default(DEFAULT_MENUS.hash),
  dialTone: z
    .strictObject({
      collect: choice(
        ['staged', 'pause'],
        'How a number is collected at the dial tone inside a call: `staged` acts on a complete number ' +
          'at once (it is unproven that keys pressed between two stages survive at Twilio); `pause` waits ' +
          '`pauseSeconds` after the last digit.',
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

export const siteSchema = z
  .strictObject({
    name: words('The name of the site.', ['Example Phones']),
    country: country.default('US'),
    timeZone,
    languages: z.array(choice(CALL_LANGUAGES, 'Language.')).min(1).meta({
      description: 'Refusals are spoken in each of these languages, in this order: `en`, `es`.',
    }),
    voices: z
      .strictObject({
        en: voiceName('English', DEFAULT_VOICES.en),
        es: voiceName('Spanish', DEFAULT_VOICES.es),
      })
      .prefault({})
      .meta({ description: 'Voices, one for each language.' }),
    areaCode: formed(
      /^[2-9]\d{2}$/,
      new Wrong('is not an area code', 'Write three digits, such as `503`.'),
      {
        description:
          'North American area code that completes seven-digit numbers; without it they are refused.',
        type: ['string', 'integer'],
        examples: ['503'],
      },
    ).exactOptional(),
    environments,
    dial911As: choice(
      DIALLED_FORMS,
      'What our functions dial for 911, and likewise for 933: `911`, as Twilio documents, or `+1911`, ' +
        'which others dial with emergency calling on. Only if the country code is 1.',
      orNumbers(DIALLED_FORMS),
    ).exactOptional(),
    defaults: defaults.prefault({}).meta({
      description: 'Defaults for extensions.',
    }),
    menus: menuSettings.prefault({}).meta({ description: 'Defaults for menus and the dial tone.' }),
    strangers: flag(
      'Whether phones may call that are on the SIP domain’s credential lists at Twilio but not in the directory, if they are named by a telephone number. Off by default: a phone that you remove can no longer call.',
    ).default(false),
    handOffHosts: z
      .array(
        formed(
          /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
          new Wrong('is not a host name', 'Such as `pbx.example.org`: lower case, without `sip:`.'),
          { description: 'Host name.' },
        ),
      )
      .default([])
      .meta({ description: 'The only hosts to which calls may be handed off.' }),
  })
  .meta({ title: 'site.yaml', description: 'The whole site.' });

export type SiteSource = z.infer<typeof siteSchema>;
export type EnvironmentSource = z.infer<typeof environment>;

function isTimeZone(text: string): boolean {
  // Intl also takes offsets such as `+01:00`, which know no summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}
