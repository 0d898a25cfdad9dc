import { routeDialResult } from '../../src/calls';
import type { EnvironmentName } from '../../src/directory/types';
import { directory, rewrite } from '../fixtures/directory';
import { sipUri } from '../fixtures/twilio';
import { phrase } from './phrase';
import { readExtra, readTable, readUri } from './tables';

type Column =
  | 'note'
  | 'leg'
  | 'from'
  | 'to'
  | 'environment'
  | 'status'
  | 'sipCode'
  | 'errorCode'
  | 'extra'
  | 'kind'
  | 'detail';

/** Legs that begin outside; their From and To are numbers, not SIP URIs. */
const FROM_OUTSIDE = ['incoming', 'otherwise'];

describe('The end of a Dial', () => {
  it.each(readTable<Column>('dial-result'))(
    'of $leg, $status, is: $kind $detail ($note; $from to $to)',
    (row) => {
      // Prepare
      const toUri = FROM_OUTSIDE.includes(row.leg)
        ? undefined
        : (user: string) => sipUri(user, row.environment);

      // Act
      const decision = routeDialResult(
        {
          environment: row.environment as EnvironmentName,
          from: readUri(row.from, toUri),
          to: readUri(row.to, toUri),
          status: readUri(row.status),
          sipCode: row.sipCode || undefined,
          errorCode: row.errorCode || undefined,
          leg: readUri(row.leg),
        },
        readExtra(row.extra).directory === 'none' ? null : directory,
      );

      // Assess
      expect({ kind: decision.kind, detail: phrase(decision) }).toEqual({
        kind: row.kind,
        detail: row.detail,
      });
      expect(decision.trace.length).toBeGreaterThan(0);
      if (decision.kind === 'connect') {
        expect(decision).toMatchObject({ leg: 'otherwise', ringSeconds: 40 });
      }
    },
  );
});

describe('What follows a number that was called', () => {
  // A rule for what phones dial, which happens to match the number that was called from outside.
  const misled = {
    ...directory,
    rewrites: [rewrite(/\+15035550123/, '+15035550199', 'elsewhere')],
  };

  it.each([
    ['incoming', '+15035550123', { kind: 'answer', twiml: 'unavailable' }],
    ['phone', 'sip:+15035550123@example.sip.twilio.com', { kind: 'refuse', reason: 'busy' }],
  ])('goes by rewrite rules only where a phone dialled (%s)', (leg, to, decision) => {
    const result = { environment: 'prod' as const, leg, to, from: '+15035550199', status: 'busy' };

    expect(routeDialResult(result, misled)).toMatchObject(decision);
  });
});
