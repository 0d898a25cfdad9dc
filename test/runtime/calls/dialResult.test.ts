import { readQuery } from '../../../src/runtime/model/callbacks';
import {
  routeDialResult,
  routeDialTone,
  routeIncoming,
  routeOutgoing,
  readParty,
  readCall,
  readKeyRequest,
} from '../../../src/runtime/calls';
import type { EnvironmentName } from '../../../src/runtime/model/directory';
import { directory } from '../../fixtures/directory';
import { directory as menus } from '../../fixtures/menus';
import { sipUri } from '../../fixtures/twilio';
import { phrase } from './phrase';
import { readExtra, readTable, readUri } from './tables';

type Column =
  | 'note'
  | 'leg'
  | 'from'
  | 'environment'
  | 'status'
  | 'sipCode'
  | 'errorCode'
  | 'extra'
  | 'kind'
  | 'detail';

/** Legs that begin outside; their From and To are numbers, not SIP URIs. */
const FROM_OUTSIDE = ['incoming', 'otherwise'];

describe('A site that has busy as a tone', () => {
  const { site } = directory;
  const here = {
    ...directory,
    site: { ...site, defaults: { ...site.defaults, busy: 'tone' as const } },
  };
  const end = (status: string, more = {}) =>
    routeDialResult({ environment: 'prod', status, leg: 'outside', ...more }, here);

  it('gives the tone and ends the call; what else failed is said', () => {
    expect(end('busy')).toMatchObject({ kind: 'hangUp', preamble: [{ tone: 'busy' }] });
    expect(end('no-answer')).toMatchObject({ kind: 'refuse', reason: 'no-answer' });
    expect(end('busy', { leg: 'emergency' })).toMatchObject({ reason: 'emergency-failed' });
  });

  it('goes on to what follows for a number that says so', () => {
    const called = { leg: 'phone', called: '+15035550123' } as const;
    expect(end('busy', called)).toMatchObject({ kind: 'answer', twiml: 'unavailable' });
  });
});

describe('The end of a Dial', () => {
  it.each(readTable<Column>('dial-result'))(
    'of $leg, $status, is: $kind $detail ($note; $from)',
    (row) => {
      // Prepare
      const toUri = FROM_OUTSIDE.includes(row.leg)
        ? undefined
        : (user: string) => sipUri(user, row.environment);

      // Act
      const decision = routeDialResult(
        {
          environment: row.environment as EnvironmentName,
          from: readParty(readUri(row.from, toUri)),
          status: readUri(row.status),
          sipCode: row.sipCode || undefined,
          errorCode: row.errorCode || undefined,
          ...readQuery('dialResult', { ...readExtra(row.extra), leg: row.leg }),
        },
        readExtra(row.extra).directory === 'none' ? null : directory,
      );

      // Assess
      expect({ kind: decision.kind, detail: phrase(decision) }).toEqual({
        kind: row.kind,
        detail: row.detail,
      });
      expect(decision.trace?.length).toBeGreaterThan(0);
      if (decision.kind === 'connect') {
        expect(decision).toMatchObject({ leg: 'otherwise', ringSeconds: 40 });
      }
    },
  );
});

describe('What follows a number that was called', () => {
  const ended = {
    environment: 'prod',
    leg: 'phone',
    from: sipUri('desk'),
    status: 'busy',
  } as const;

  it('goes by what our own URL says', () => {
    const called = '+15035550123';
    expect(routeDialResult(readCall({ ...ended, called }), directory)).toMatchObject({
      kind: 'answer',
      twiml: 'unavailable',
    });
  });

  it('is carried by whatever rings its phones', () => {
    const now = new Date('2026-11-21T20:00:00Z');
    const call = { environment: 'prod', from: sipUri('desk'), to: sipUri('5035550123') } as const;
    const called = { kind: 'ring', called: '+15035550123' };
    expect(routeOutgoing(readCall(call), directory, now)).toMatchObject(called);
    const parameters = { keys: '503', Digits: '5550123' };
    const booth = readCall({ ...call, from: sipUri('booth'), to: sipUri('#') });
    expect(routeDialTone(readKeyRequest({ call: booth, parameters }), menus, now)).toMatchObject(
      called,
    );
    expect(
      routeIncoming(
        readCall({ ...call, from: '+15035550199', to: '+15035550123' }),
        directory,
        now,
      ),
    ).toMatchObject(called);
    // Nothing follows.
    expect(
      routeOutgoing(readCall({ ...call, to: '5035550130' }), directory, now),
    ).not.toHaveProperty('called');
  });

  it('does not follow where the URL names no number of ours', () => {
    for (const called of [undefined, '', 'desk', '+15035550198']) {
      expect(routeDialResult(readCall({ ...ended, called }), directory)).toMatchObject({
        kind: 'refuse',
        reason: 'busy',
      });
    }
  });
});

describe('The next phones of a number', () => {
  const ended = {
    environment: 'prod',
    leg: 'incoming',
    from: '+15035550199',
    status: 'no-answer',
    called: '+15035550126',
  } as const;

  it('ring as the first have, without what was said before', () => {
    const decision = routeDialResult(readCall({ ...ended, lang: 'es' }), directory);
    expect(decision).toMatchObject({
      leg: 'incoming',
      sipDomain: 'direct-example-prod',
      ringSeconds: 25,
      language: 'es',
    });
    expect(decision).not.toHaveProperty('twiml');
  });

  it('do not ring where the environment has no SIP domain', () => {
    const nowhere = { ...directory, site: { ...directory.site, environments: {} } };
    expect(routeDialResult(readCall(ended), nowhere)).toMatchObject({
      kind: 'refuse',
      reason: 'no-answer',
    });
  });

  it('are cut off as their number says', () => {
    const called = '+15035550146';
    expect(routeDialResult(readCall({ ...ended, called }), directory)).toMatchObject({
      timeLimitSeconds: 2_700,
    });
    expect(routeDialResult(readCall(ended), directory)).not.toHaveProperty('timeLimitSeconds');
    const phone = { ...ended, leg: 'phone', from: sipUri('desk') } as const;
    // No class limits a call between our phones.
    expect(routeDialResult(readCall({ ...phone, called }), directory)).not.toHaveProperty(
      'timeLimitSeconds',
    );
  });
});
