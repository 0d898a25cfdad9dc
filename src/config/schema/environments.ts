/** The environments of a site, each with its own SIP domain at Twilio. */
import * as z from 'zod';
import { EMERGENCY_MODES } from '../../runtime/model/directory';
import { choice, flag, formed, scalar, Wrong, wrongIssue } from './scalars';

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

export const environments = z
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

export type EnvironmentSource = z.infer<typeof environment>;
