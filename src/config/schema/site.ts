/** `site.yaml`: the operator's whole set-up. */
import * as z from 'zod';
import { DEFAULT_VOICES } from '../../runtime/model/defaults';
import { CALL_LANGUAGES, DIALLED_FORMS } from '../../runtime/model/directory';
import { defaults, menuSettings } from './defaults';
import { environments } from './environments';
import { areaCode, country, localShape, timeZone } from './locale';
import { sentences } from './sentences';
import { choice, flag, formed, HOST, orNumbers, words, Wrong } from './scalars';

const voiceName = (language: string, standard: string) =>
  formed(
    /^[A-Za-z0-9.-]+$/,
    new Wrong("is not one of Twilio's voices", `Write it like \`${standard}\`.`),
    { description: `Voice for ${language}, by Twilio's name.` },
  ).default(standard);

export const siteSchema = z
  .strictObject({
    name: words('The name of the site.', ['Example Phones']),
    country: country.default('US'),
    timeZone: timeZone('IANA time zone in which opening hours are read.'),
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
    areaCode: areaCode(
      'North American area code that completes seven-digit numbers; without it they are refused.',
    ).exactOptional(),
    locations: z
      .record(
        z.string(),
        z
          .strictObject(localShape())
          .meta({ description: 'What phones there have instead of what the site says.' }),
      )
      .default({})
      .meta({
        description:
          'Groups of phones by name (lower-case letters, digits and hyphens): a phone with `location: detroit` has its ' +
          '`areaCode`, `timeZone` and `language`.',
        propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
        examples: [{ detroit: { areaCode: '313', timeZone: 'America/Detroit' } }],
      }),
    environments,
    dial911As: choice(
      DIALLED_FORMS,
      'What our functions dial for 911 (and 933): `911`, as Twilio documents, or `+1911`, ' +
        'which others dial with emergency calling on. Only if the country code is 1.',
      orNumbers(DIALLED_FORMS),
    ).exactOptional(),
    defaults: defaults.prefault({}).meta({
      description: 'Defaults for extensions.',
    }),
    menus: menuSettings.prefault({}).meta({ description: 'Defaults for menus and the dial tone.' }),
    sentences,
    strangers: flag(
      'Whether phones that are on the SIP domain’s credential lists at Twilio, but not in the directory, may call if their username is a telephone number. Off by default: a phone that you remove can no longer call.',
    ).default(false),
    handOffHosts: z
      .array(
        formed(
          new RegExp(`^${HOST}(;(region|edge)=[a-z0-9-]+)?$`),
          new Wrong(
            'is not a host name',
            'Write it like `pbx.example.org`: lower case, without `sip:`.',
          ),
          {
            description: 'Host name, and from where Twilio is to call it.',
            examples: ['pbx.example.org', 'pbx-{environment}.example.org;region=us2'],
          },
        ),
      )
      .default([])
      .meta({
        description:
          'The only hosts to which calls may be handed off. `pbx-{environment}.example.org` is another one in each environment; ' +
          '`;region=us2` or `;edge=umatilla` at the end goes into the address, instead of the edge of the phone.',
      }),
  })
  .meta({ title: 'site.yaml', description: 'The whole site.' });

export type SiteSource = z.infer<typeof siteSchema>;
