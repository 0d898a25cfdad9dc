import { routeOutgoing, usernameToLookUp, readParty } from '../../../src/runtime/calls';
import type { Listed, Call } from '../../../src/runtime/calls';
import type { Directory, EnvironmentName } from '../../../src/runtime/model/directory';
import { directory, extension, HOUSE, withSite } from '../../fixtures/directory';
import { sipHost, sipUri } from '../../fixtures/twilio';
import { phrase } from './phrase';
import { readExtra, readTable, readUri } from './tables';

type Column = 'note' | 'from' | 'to' | 'environment' | 'at' | 'extra' | 'kind' | 'detail';

const NOON = new Date('2026-11-20T12:00-08:00');

/** As a site is that says nothing of strangers. */
const closed = withSite({ strangers: false });

function call(from: string, to: string, settings: Partial<Call> = {}): Call {
  const environment = settings.environment ?? 'prod';
  const toUri = (user: string) => sipUri(user, environment);
  return {
    environment,
    from: readParty(readUri(from, toUri)),
    to: readParty(readUri(to, toUri)),
    sipDomain: sipHost(environment),
    ...settings,
  };
}

function listedOf(cell: string | undefined): Listed | undefined {
  if (cell === undefined || cell === 'failed') return cell;
  return new Set(cell.split('|'));
}

describe('A call from a phone', () => {
  it.each(readTable<Column>('outgoing'))(
    'from $from to $to in $environment is: $kind $detail ($note)',
    (row) => {
      // Prepare
      const extra = readExtra(row.extra);
      const environment = row.environment as EnvironmentName;
      const outgoing = call(row.from, row.to, {
        environment,
        sipUsername: extra.sipUsername,
        callerId: extra.callerId,
        listed: listedOf(extra.listed),
        ...(extra.sipDomain !== undefined && { sipDomain: extra.sipDomain }),
      });

      // Act
      const decision = routeOutgoing(
        outgoing,
        extra.directory === 'none' ? null : extra.strangers === 'no' ? closed : directory,
        row.at ? new Date(row.at) : NOON,
      );

      // Assess
      expect({ kind: decision.kind, detail: phrase(decision) }).toEqual({
        kind: row.kind,
        detail: row.detail,
      });
      expect(decision.trace?.length).toBeGreaterThan(0);
      if (decision.kind === 'connect') {
        expect(decision).toMatchObject({ leg: 'outside', ringSeconds: 40 });
      }
      if (decision.kind === 'ring') {
        expect(decision).toMatchObject({
          leg: 'phone',
          ringSeconds: 25,
          sipDomain: `direct-example-${environment}`,
        });
        expect(decision.twiml).toBeUndefined();
      }
    },
  );

  it('starts its trace with what was dialled', () => {
    const { trace } = routeOutgoing(call('desk', '5035550199'), directory, NOON);
    expect(trace?.[0]?.step).toBe('dialled');
    expect(trace?.[0]?.outcome).toContain('+15035550199');
  });

  it('leaves the directory and the call as they were', () => {
    const outgoing = Object.freeze(call('desk', '5035550199'));
    expect(routeOutgoing(outgoing, directory, NOON)).toEqual(
      routeOutgoing(outgoing, directory, NOON),
    );
  });
});

describe('A call between phones', () => {
  it('is rung on the SIP domain that Twilio names when the site names none', () => {
    // Prepare
    const bare = withSite({ environments: {} });
    const outgoing = call('desk', 'workshop', {
      sipDomain: 'direct-other-prod.sip.us1.twilio.com',
    });

    // Act
    const decision = routeOutgoing(outgoing, bare, NOON);

    // Assess
    expect(decision).toMatchObject({ kind: 'ring', sipDomain: 'direct-other-prod' });
  });

  it('to the house number is refused when no rule answers it', () => {
    const numbers = new Map(directory.numbers);
    numbers.delete(HOUSE);

    expect(routeOutgoing(call('desk', HOUSE), { ...directory, numbers }, NOON)).toMatchObject({
      kind: 'refuse',
      reason: 'unavailable',
    });
  });

  it('may be asked to show the house number, with a rule for it or without', () => {
    const numbers = new Map(directory.numbers);
    numbers.delete(HOUSE);
    const asked = call('desk', '5035550199', { callerId: HOUSE });

    expect(routeOutgoing(asked, { ...directory, numbers }, NOON)).toMatchObject({
      kind: 'connect',
      callerId: HOUSE,
    });
  });

  it('passes over a phone that the directory has lost', () => {
    const rule = { ring: ['ghost', 'desk'], twiml: 'incoming', environment: 'prod' as const };
    const numbers = new Map([...directory.numbers, ['+15035550198', rule]]);

    expect(
      routeOutgoing(call('alder', '5035550198'), { ...directory, numbers }, NOON),
    ).toMatchObject({ kind: 'ring', extensions: ['desk'] });
  });

  it.each([undefined, '', '.example'])(
    'is refused when nobody names a SIP domain (%p)',
    (sipDomain) => {
      const outgoing = call('desk', 'workshop', { sipDomain });
      expect(routeOutgoing(outgoing, withSite({ environments: {} }), NOON)).toMatchObject({
        kind: 'refuse',
        reason: 'unavailable',
      });
    },
  );
});

describe('A phone that only Twilio knows', () => {
  it('has the menu and the operator of the site', () => {
    // Prepare
    const withDefaults = withSite({
      defaults: { ...directory.site.defaults, hash: { twiml: 'menu' }, zero: { ring: ['desk'] } },
    });
    const listed = new Set(['+15035550155']);

    // Act
    const menu = routeOutgoing(call('+15035550155', '#', { listed }), withDefaults, NOON);
    const operator = routeOutgoing(call('+15035550155', '0', { listed }), withDefaults, NOON);

    // Assess
    expect(menu).toMatchObject({ kind: 'answer', twiml: 'menu' });
    expect(operator).toMatchObject({ kind: 'ring', extensions: ['desk'] });
  });

  it('works with a directory that holds nothing', () => {
    // Prepare: the seed set-up, all phones on Twilio's lists.
    const empty: Directory = {
      ...withSite({ environments: {}, areaCodes: [] }),
      extensions: new Map(),
      numbers: new Map(),
    };
    const listed = new Set(['+15035550155', '+15035550156']);

    // Act
    const decision = routeOutgoing(call('+15035550155', '5035550156', { listed }), empty, NOON);

    // Assess
    expect(decision).toMatchObject({
      kind: 'ring',
      extensions: ['+15035550156'],
      sipDomain: 'direct-example-prod',
      callerId: '+15035550155',
    });
  });

  it('has no emergency calls to hand on', () => {
    const site = withSite({
      defaults: { ...directory.site.defaults, hash: { handOff: 'menu@pbx.example.org' } },
    });
    const listed = new Set(['+15035550155']);
    expect(routeOutgoing(call('+15035550155', '#', { listed }), site, NOON)).toMatchObject({
      kind: 'handOff',
      emergencyAllowed: false,
      edge: 'umatilla',
    });
  });
});

describe('A hand-off', () => {
  it("goes by the extension's own edge", () => {
    expect(routeOutgoing(call('+15035550123', '#'), directory, NOON)).toMatchObject({
      kind: 'handOff',
      edge: 'ashburn',
    });
  });

  it('names no edge where neither the extension nor the environment has one', () => {
    const decision = routeOutgoing(call('demo', '#', { environment: 'stage' }), directory, NOON);
    expect(decision).toMatchObject({ kind: 'handOff' });
    expect(decision).not.toHaveProperty('edge');
  });

  it.each(['prod', 'stage'] as const)('goes to the host of its environment: %s', (environment) => {
    const site = withSite({
      defaults: {
        ...directory.site.defaults,
        hash: { handOff: 'menu@pbx-{environment}.example.org' },
      },
      handOffHosts: ['pbx-{environment}.example.org;region=us2'],
    });
    const listed = new Set(['+15035550155']);
    const asked = call('+15035550155', '#', { listed, environment });
    expect(routeOutgoing(asked, site, NOON)).toMatchObject({
      kind: 'handOff',
      to: `menu@pbx-${environment}.example.org`,
      parameter: ';region=us2',
    });
  });
});

describe('A directory with a gap', () => {
  const alone = (settings: Parameters<typeof extension>[1]): Directory => ({
    ...directory,
    extensions: new Map([['gap', extension('gap', settings)]]),
  });

  it('allows nothing outside to a class that nobody defined', () => {
    const decision = routeOutgoing(call('gap', '5035550199'), alone({ class: 'undefined' }), NOON);
    expect(decision).toMatchObject({ kind: 'refuse', reason: 'destination-not-allowed' });
  });

  it('refuses an emergency call from a phone that has no number to call from', () => {
    const decision = routeOutgoing(call('gap', '911'), alone({ emergency: true }), NOON);
    expect(decision.kind).toBe('refuse');
  });

  it('rings at most ten phones at once', () => {
    // Prepare
    const names = Array.from({ length: 12 }, (_, n) => `phone-${n}`);
    const crowded: Directory = {
      ...directory,
      extensions: new Map(
        [...names, 'gap'].map((name) => [name, extension(name, { zero: { ring: names } })]),
      ),
    };

    // Act
    const decision = routeOutgoing(call('gap', '0'), crowded, NOON);

    // Assess
    expect(decision).toMatchObject({ kind: 'ring', extensions: names.slice(0, 10) });
  });

  it('rings what # dials when that is one of our numbers', () => {
    const decision = routeOutgoing(call('gap', '#'), alone({ hash: { dial: HOUSE } }), NOON);
    expect(decision).toMatchObject({ kind: 'answer', twiml: 'incoming-house' });
  });
});

describe('Whom Twilio is asked about', () => {
  it.each([
    ['nobody for a known phone', 'desk', '5035550199', undefined],
    ['nobody for a known phone that lives elsewhere', 'demo', '5035550199', undefined],
    ['nobody for an emergency call', '+15035550155', '911', undefined],
    ['nobody for an emergency call in an odd form', '+15035550155', '+1911', undefined],
    ['nobody for an emergency call through a rewrite', '+15035550155', '9911', undefined],
    ['nobody where From is missing', '-', '5035550199', undefined],
    ['nobody where the name could not call anyway', 'nobody', '5035550199', undefined],
    ['the caller whom the directory does not know', '+15035550155', '5035550199', '+15035550155'],
    ['the caller who dials a menu', '+15035550155', '#', '+15035550155'],
  ])('is %s', (_, from, to, expected) => {
    expect(usernameToLookUp(call(from, to), directory)).toBe(expected);
  });

  it('is nobody where strangers may not call', () => {
    expect(usernameToLookUp(call('+15035550155', '5035550199'), closed)).toBeUndefined();
  });

  it('is nobody when the directory cannot be read', () => {
    expect(usernameToLookUp(call('+15035550155', '5035550199'), null)).toBeUndefined();
  });
});
