/** Phones elsewhere: their own area code and clock, not those of the site. */
import { readCall, routeIncoming, routeOutgoing } from '../../../src/runtime/calls';
import type { Directory } from '../../../src/runtime/model/directory';
import { directory, extension, numberRule, withSite } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';

const WEEKDAYS = [1, 2, 3, 4, 5];
const HOURS = [{ days: WEEKDAYS, from: 480, to: 1200 }];
const DETROIT = { areaCode: '313', timeZone: 'America/Detroit' };

/** A site in Portland, with phones in Detroit. */
const site: Directory = {
  ...withSite({ areaCode: '503' }),
  extensions: new Map([
    ...directory.extensions,
    ['woodward', extension('woodward', { number: '+13135550101', ...DETROIT })],
    ['cass', extension('cass', { class: 'daytime', ...DETROIT })],
  ]),
  numbers: new Map([
    ...directory.numbers,
    [
      '+13135550101',
      numberRule({ ring: ['woodward'], hours: HOURS, ...{ timeZone: DETROIT.timeZone } }),
    ],
    ['+15035550168', numberRule({ ring: ['desk'], hours: HOURS, timeZone: 'America/Los_Angeles' })],
  ]),
};

function dial(from: string, to: string, at: string) {
  const call = { environment: 'prod', from: sipUri(from), to: sipUri(to) } as const;
  return routeOutgoing(readCall(call), site, new Date(at));
}

const NOON = '2026-11-20T12:00-08:00';
/** Five in Portland, eight in Detroit. */
const EARLY = '2026-11-20T05:00-08:00';
/** Six in Portland, nine in Detroit. */
const LATE = '2026-11-20T18:00-08:00';

describe('A phone in Detroit', () => {
  it('dials seven digits in Detroit', () => {
    expect(dial('woodward', '5550199', NOON)).toMatchObject({
      kind: 'connect',
      to: '+13135550199',
    });
    expect(dial('desk', '5550199', NOON)).toMatchObject({ kind: 'connect', to: '+15035550199' });
  });

  it('has the hours of its class by its own clock', () => {
    expect(dial('cass', '3135550199', EARLY)).toMatchObject({ kind: 'connect' });
    expect(dial('cass', '3135550199', LATE)).toMatchObject({ reason: 'outside-hours' });
    expect(dial('office', '3135550199', EARLY)).toMatchObject({ reason: 'outside-hours' });
    expect(dial('office', '3135550199', LATE)).toMatchObject({ kind: 'connect' });
  });

  it('is called, and calls, by the clock of the number that is called', () => {
    const incoming = (to: string, at: string) =>
      routeIncoming(readCall({ environment: 'prod', from: '+15035550199', to }), site, new Date(at))
        .kind;
    expect(incoming('+13135550101', EARLY)).toBe('ring');
    expect(incoming('+13135550101', LATE)).toBe('answer');
    expect(incoming('+15035550168', EARLY)).toBe('answer');
    expect(incoming('+15035550168', LATE)).toBe('ring');
    expect(dial('desk', '3135550101', LATE).kind).toBe('answer');
    expect(dial('cass', '5035550168', LATE).kind).toBe('ring');
  });

  it('has 911 answered for as everywhere', () => {
    expect(dial('clinton', '911', LATE)).toMatchObject({ kind: 'emergency' });
  });
});
