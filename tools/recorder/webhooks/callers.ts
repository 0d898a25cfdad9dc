/** Who calls, what is dialled, and when: from the example and from the tables of test/runtime/calls. */
import { readTable } from '../../../test/runtime/calls/tables';
import {
  incomingCall,
  type Parameters,
  sipHost,
  sipInvite,
  sipUri,
} from '../../../test/fixtures/twilio';

/** The example's hours, and those of its classes, are open and shut at these. */
export const MOMENTS: Readonly<Record<string, string>> = {
  noon: '2026-11-20T20:00:00Z',
  night: '2026-11-18T10:30:00Z',
  weekend: '2026-11-21T17:30:00Z',
  evening: '2026-11-20T06:30:00Z',
};
export const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const;

/** Every phone of the example. */
export const PHONES = [
  '+15035550123',
  '+15035550124',
  '+13135550150',
  'clinton',
  'belmont',
  'detroit',
  '101',
  'operator-desk',
  'hall',
  'demo',
];
/** Who is none of them. */
export const OTHERS = ['+15035550155', 'nobody', 'CLINTON', '15035550124', '+15035550100', 'ferry'];

/** Every kind of number in every form, as a person would dial it. */
export const FORMS = [
  ...['911', '1911', '+1911', '9911', '112', '999', '933', '1933', '+1933', '503911', '911911'],
  ...['#', '*', '0', '00', '*72', '##', '0#', '211', '311', '411', '511', '611', '811', '988'],
  ...['5035550199', '15035550199', '+15035550199', '0115035550199', '9115035550199', '5550199'],
  ...['503-555-0199', '(503) 555-0199', '5035550123', '5035550130', '5035550140', '5035550100'],
  ...[
    '6045550199',
    '8765550199',
    '5255550123',
    '+525555550123',
    '011525555550123',
    '+442079460123',
  ],
  ...['011442079460123', '9005550199', '5039760199', '8005550199', '8885550199', '5035550166'],
  ...['642012345678', '6505550199', '6561234567', '101', '102', 'clinton', 'operator-desk', 'hall'],
  ...[
    '1',
    '12',
    '123',
    '1234',
    '12345',
    '123456',
    '1555',
    '5555550199',
    '150355501999',
    'pizza',
    '',
  ],
];

/** All that the tables dial. */
export function dialledInTables(): string[] {
  const cells = ['outgoing', 'dialled'].flatMap((name) =>
    readTable<'to'>(name).map(({ to }) => to),
  );
  return [...new Set([...FORMS, ...cells])];
}

/** A phone's INVITE; `-` is no To at all. */
export function invite(
  from: string,
  to: string,
  environment: string,
  more: object = {},
): Parameters {
  const uri = (cell: string) => (/^(sips?:|["<]|$)/i.test(cell) ? cell : sipUri(cell, environment));
  const [caller, called] = [from, to].map((cell) => (cell === '-' ? undefined : uri(cell)));
  return sipInvite({
    environment,
    parameters: {
      From: caller,
      Caller: caller,
      To: called,
      Called: called,
      SipDomain: sipHost(environment),
      ...more,
    },
  });
}

export function fromOutside(from: string, to: string, more: object = {}): Parameters {
  const [caller, called] = [from, to].map((cell) => (cell === '-' ? undefined : cell));
  return incomingCall({
    parameters: { From: caller, Caller: caller, To: called, Called: called, ...more },
  });
}
