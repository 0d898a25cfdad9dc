import { routeIncoming, readParty } from '../../../src/runtime/calls';
import type { EnvironmentName } from '../../../src/runtime/model/directory';
import { directory, numberRule, openToAnonymous, withSite } from '../../fixtures/directory';
import { phrase } from './phrase';
import { readExtra, readTable, readUri } from './tables';

type Column = 'note' | 'from' | 'to' | 'environment' | 'at' | 'extra' | 'kind' | 'detail';

const NOON = new Date('2026-11-20T12:00-08:00');

describe('A call to one of our numbers', () => {
  it.each(readTable<Column>('incoming'))(
    'from $from to $to in $environment is: $kind $detail ($note)',
    (row) => {
      // Prepare
      const extra = readExtra(row.extra);
      const environment = row.environment as EnvironmentName;
      const known = extra.anonymous === 'accepted' ? openToAnonymous : directory;

      // Act
      const decision = routeIncoming(
        { environment, from: readParty(readUri(row.from)), to: readParty(readUri(row.to)) },
        extra.directory === 'none' ? null : known,
        row.at ? new Date(row.at) : NOON,
      );

      // Assess
      expect({ kind: decision.kind, detail: phrase(decision) }).toEqual({
        kind: row.kind,
        detail: row.detail,
      });
      if (decision.kind === 'connect') {
        expect(decision).toMatchObject({ leg: 'otherwise', ringSeconds: 40 });
      }
      if (decision.kind === 'ring') {
        expect(decision).toMatchObject({
          leg: 'incoming',
          ringSeconds: 25,
          sipDomain: `direct-example-${environment}`,
        });
      }
    },
  );

  it.each([
    ['+15035550123', 'incoming'],
    ['+19715550150', 'incoming-booth'],
  ])('rings %s with the TwiML asset %s', (to, twiml) => {
    const decision = routeIncoming(
      { environment: 'prod', from: readParty('+15035550199'), to: readParty(to) },
      directory,
      NOON,
    );
    expect(decision).toMatchObject({ kind: 'ring', twiml });
  });

  it('rings nobody where the environment has no SIP domain', () => {
    const decision = routeIncoming(
      { environment: 'prod', from: readParty('+15035550199'), to: readParty('+15035550130') },
      withSite({ environments: {} }),
      NOON,
    );
    expect(decision).toMatchObject({ kind: 'refuse', reason: 'unavailable' });
  });

  it('rings at most ten phones at once', () => {
    // Prepare
    const everybody = [...directory.extensions.keys()].slice(0, 12);
    const numbers = new Map([['+15035550123', numberRule({ ring: everybody })]]);

    // Act
    const decision = routeIncoming(
      { environment: 'dev', from: readParty('+15035550199'), to: readParty('+15035550123') },
      { ...directory, numbers },
      NOON,
    );

    // Assess
    expect(decision.kind === 'ring' && decision.extensions.length).toBe(10);
  });

  it('says in its trace which number was called', () => {
    const { trace } = routeIncoming(
      { environment: 'prod', from: readParty('+15035550199'), to: readParty('+15035550123') },
      directory,
      NOON,
    );
    expect(trace?.[0]?.outcome).toContain('+15035550123');
  });

  it('lasts as long as its number says, whatever the default class is', () => {
    const decision = routeIncoming(
      { environment: 'prod', from: readParty('+15035550199'), to: readParty('+15035550162') },
      { ...directory, classes: new Map() },
      NOON,
    );
    expect(decision).toMatchObject({ kind: 'connect', to: '+15035550189', timeLimitSeconds: 2700 });
  });
});
