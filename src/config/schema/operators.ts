/** `operators.yaml`: who is called when a caller asks for the operator. */
import * as z from 'zod';
import { DEFAULT_OPERATOR } from '../../runtime/model/defaults';
import { CALL_LANGUAGES } from '../../runtime/model/directory';
import { hoursList } from './calling';
import { timeZone } from './locale';
import { prompt } from './prompt';
import { choice, flag, phoneNumber, whole } from './scalars';

const volunteer = z
  .strictObject({
    call: phoneNumber('Number in E.164, or SIP username of an extension.', {
      examples: ['+15035550171', 'operator-desk'],
    }),
    hours: hoursList(
      'When they are on duty, in their `timeZone`; always by default.',
    ).exactOptional(),
    timeZone: timeZone(
      'IANA time zone of their `hours`; by default that of the extension that is called, else the site’s.',
    ).exactOptional(),
    languages: z
      .array(choice(CALL_LANGUAGES, 'Language.'))
      .min(1)
      .meta({ description: 'Languages they speak; all of the site’s by default.' })
      .exactOptional(),
  })
  .meta({ description: 'Someone who answers callers.' });

const { waitSeconds, ringSeconds, message, limits } = DEFAULT_OPERATOR;

const rate = (standard: { minute: number; day: number }, whose: string) =>
  z
    .strictObject({
      minute: whole(1, 60, 'calls', `Calls a minute ${whose}.`).default(standard.minute),
      day: whole(1, 1_000, 'calls', `Calls a day ${whose}.`).default(standard.day),
    })
    .prefault({})
    .meta({ description: `How often volunteers are called ${whose}.` });

export const operatorsSchema = z
  .strictObject({
    volunteers: z.record(z.string(), volunteer).meta({
      description: 'Volunteers by name. All who are on duty are called together.',
      propertyNames: { pattern: '^[a-z0-9-]{1,40}$' },
    }),
    waitSeconds: whole(
      10,
      600,
      'seconds',
      'How long a caller waits before leaving a message.',
    ).default(waitSeconds),
    ringSeconds: whole(5, 120, 'seconds', 'How long a volunteer’s phone rings.').default(
      ringSeconds,
    ),
    hold: prompt(
      'Repeated while the caller waits; the shipped hold sound by default.',
    ).exactOptional(),
    message: z
      .strictObject({
        maxMinutes: whole(1, 15, 'minutes', 'How long a message may be.').default(
          message.maxSeconds / 60,
        ),
        keepDays: whole(
          1,
          365,
          'days',
          'Days after which `dialtone messages purge` deletes a message.',
        ).default(message.keepDays),
      })
      .prefault({})
      .meta({ description: 'The message of a caller whom nobody answered.' }),
    notice: z
      .strictObject({
        sms: z
          .array(phoneNumber('Number in E.164.'))
          .default([])
          .meta({ description: 'Numbers that get an SMS.', examples: [['+15035550172']] }),
        webhook: flag('Whether the webhook in the variable MESSAGE_WEBHOOK_URL is called.').default(
          false,
        ),
      })
      .prefault({})
      .meta({ description: 'Who is notified of a message.' }),
    limits: z
      .strictObject({
        phone: rate(limits.phone, 'for one phone'),
        site: rate(limits.site, 'for the whole site'),
      })
      .prefault({})
      .meta({ description: 'How often volunteers are called at most.' }),
  })
  .meta({
    title: 'operators.yaml',
    description: 'Who is called when a caller asks for the operator.',
  });

export type OperatorsSource = z.infer<typeof operatorsSchema>;
export type VolunteerSource = OperatorsSource['volunteers'][string];
