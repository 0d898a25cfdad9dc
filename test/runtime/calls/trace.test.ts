/** The steps that `explain` prints: what a telephone person reads when a call surprises. */
import { readQuery } from '../../../src/runtime/model/callbacks';
import {
  type Decision,
  routeDialResult,
  routeIncoming,
  routeOutgoing,
  readCall,
  readParty,
} from '../../../src/runtime/calls';
import type { Call } from '../../../src/runtime/calls';
import { directory } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';

const NOON = new Date('2026-11-20T12:00-08:00');
const NIGHT = new Date('2026-11-20T23:00-08:00');

function steps({ trace = [] }: Decision): string[] {
  return trace.map(({ step, outcome }) => `${step}: ${outcome}`);
}

describe('The trace of a call from a phone', () => {
  const traceOf = (from: string, to: string, settings: Partial<Call> = {}) => {
    const uris = readCall({ from: sipUri(from), to: sipUri(to) });
    return steps(routeOutgoing({ environment: 'prod', ...uris, ...settings }, directory, NOON));
  };
  const DESK = 'caller: desk, class national, as +15035550130';

  it.each([
    [
      '5035550199',
      [
        'dialled: +15035550199, US',
        DESK,
        'our own number: no',
        'block list: not on it',
        'class of service: national: US allowed',
      ],
    ],
    [
      '+442079460123',
      [
        'dialled: +442079460123, GB',
        DESK,
        'our own number: no',
        'block list: not on it',
        'class of service: national: destination-not-allowed',
      ],
    ],
    [
      '5035550166',
      ['dialled: +15035550166, US', DESK, 'our own number: no', 'block list: blocked'],
    ],
    ['5035550123', ['dialled: +15035550123, US', DESK, 'our own number: yes']],
    ['211', ['dialled: service code 211', DESK, 'service code: +15035550111']],
    ['611', ['dialled: service code 611', DESK, 'service code: not in the table']],
    ['200', ['dialled: extension 200', DESK]],
    ['0', ['dialled: the operator', DESK]],
    ['#', ['dialled: the menu', DESK]],
    ['*72', ['dialled: feature code *72', DESK]],
    ['12', ['dialled: no number: too-short', DESK]],
  ])('to %s', (to, trace) => {
    expect(traceOf('desk', to)).toEqual(trace);
  });

  it('to an emergency number says whether it is placed', () => {
    expect(traceOf('+15035550123', '1911')).toEqual([
      'dialled: emergency number 911',
      'emergency: before every rule',
    ]);
    expect(traceOf('desk', '911')).toEqual([
      'dialled: emergency number 911',
      'emergency: emergency-not-allowed',
    ]);
  });

  it('of a phone that nobody knows ends where it is asked for', () => {
    expect(traceOf('stranger', '5035550199')).toEqual(['dialled: +15035550199, US']);
  });
});

describe('The trace of a call to one of our numbers', () => {
  const traceOf = (to: string, from: string | undefined, now = NOON) =>
    steps(
      routeIncoming(
        { environment: 'prod', from: readParty(from), to: readParty(to) },
        directory,
        now,
      ),
    );

  it.each([
    [
      '+15035550130',
      '+15035550199',
      ['number called: +15035550130', 'caller: +15035550199', 'phones here: desk, workshop'],
    ],
    [
      '+15035550142',
      '+15035550199',
      ['number called: +15035550142', 'caller: +15035550199', 'phones here: none'],
    ],
    [
      '+15035550130',
      '+15035550166',
      ['number called: +15035550130', 'caller: +15035550166, blocked'],
    ],
    ['+15035550130', 'anonymous', ['number called: +15035550130', 'caller: no number, blocked']],
    ['+15035550198', '+15035550199', ['number called: not ours']],
  ])('%s from %s', (to, from, trace) => {
    expect(traceOf(to, from)).toEqual(trace);
  });

  it('that is closed says so', () => {
    expect(traceOf('+15035550168', '+15035550199', NIGHT)).toEqual([
      'number called: +15035550168',
      'caller: +15035550199',
      'hours: closed',
    ]);
  });
});

describe('The trace of the end of a Dial', () => {
  it.each([
    ['outside', 'busy', ['dial outside: busy: busy']],
    ['phone', 'completed', ['dial phone: completed: over']],
    ['nonsense', undefined, ['dial outside: no status: call-failed']],
  ])('of %s, %s', (leg, status, trace) => {
    expect(
      steps(
        routeDialResult(
          { environment: 'prod', ...readQuery('dialResult', { leg }), status },
          directory,
        ),
      ),
    ).toEqual(trace);
  });
});
