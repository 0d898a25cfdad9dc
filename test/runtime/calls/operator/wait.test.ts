/** What a caller in the queue hears, and who is called meanwhile. */
import { readQuery } from '../../../../src/runtime/model/callbacks';
import { readCall } from '../../../../src/runtime/calls';
import fc from 'fast-check';
import { routeWait } from '../../../../src/runtime/calls/operator';
import { legsFor } from '../../../../src/runtime/calls/operator/duty';
import { SEARCHES } from '../../../../src/runtime/calls/operator/wait';
import type { CallLanguage } from '../../../../src/runtime/model/directory';
import { withSite } from '../../../fixtures/directory';
import { CALL, desk, NIGHT, NOON, outside, phone, volunteer, withDesk } from './desk';

const directory = withDesk();
const wait = {
  environment: 'prod',
  call: CALL,
  ...phone('alder'),
  queueTime: '0',
  language: 'en',
  search: 'unknown',
} as const;

describe('A caller in the queue', () => {
  it('hears the hold sound of its language, else the shipped one, and nothing before leaving', () => {
    const music = withDesk({ hold: { es: { play: '/es/hold.mp3' } } });
    const heard = (language: CallLanguage, queueTime = '9') =>
      routeWait(readCall({ ...wait, language, queueTime }), music, NOON);

    expect(heard('es')).toMatchObject({ audio: [{ play: '/es/hold.mp3' }] });
    expect(heard('en')).toMatchObject({ audio: [{ tone: 'hold' }] });
    expect(heard('es', '60')).toMatchObject({ audio: [] });
  });

  it.each([
    ['no directory', null],
    ['nobody on duty', withDesk({ volunteers: [volunteer('robin', { hours: [] })] })],
    ['no number to call from', noNumber()],
  ])('leaves at once where there is %s', (_, directory) => {
    const hold = routeWait(readCall({ ...wait, ...phone('nobody') }), directory, NOON);

    expect(hold).toMatchObject({ audio: [], leave: true, effects: [] });
  });

  it('stays while the phones of volunteers ring whose shift has just ended', () => {
    const nobodyOnDuty = withDesk({ volunteers: [volunteer('robin', { hours: [] })] });
    const later = { ...wait, queueTime: '20' };

    for (const search of ['calling', 'called'] as const) {
      const hold = routeWait(readCall({ ...later, search }), nobodyOnDuty, NOON);
      expect(hold).toMatchObject({ leave: false, effects: [] });
    }
    expect(routeWait(readCall({ ...later, search: 'none' }), nobodyOnDuty, NOON)).toMatchObject({
      leave: true,
    });
  });

  it('has volunteers called from its own number, and counted by its phone', () => {
    const { effects } = routeWait(readCall({ ...wait, ...phone('clinton') }), directory, NOON);

    expect(effects).toMatchObject([
      {
        call: CALL,
        line: 'phone.clinton',
        from: '+15035550124',
        ringSeconds: 25,
        limits: desk.limits,
      },
    ]);
  });

  it('from outside has them called from the house number, counted by the number called', () => {
    const { effects } = routeWait(
      readCall({ ...wait, ...outside, to: '+15035550123' }),
      directory,
      NOON,
    );

    expect(effects).toMatchObject([{ line: 'number.+15035550123', from: '+15035550100' }]);
  });

  it('from outside is no phone, though its caller ID is the username of one', () => {
    const forged = { from: '+15035550123', to: '+15035550100' };
    const { effects } = routeWait(readCall({ ...wait, ...forged }), directory, NOON);

    expect(effects).toMatchObject([{ line: 'number.+15035550100', from: '+15035550100' }]);
  });

  it('is counted with all others whose SIP address names nobody', () => {
    const { effects } = routeWait(readCall({ ...wait, from: 'sip:@192.0.2.10' }), directory, NOON);

    expect(effects).toMatchObject([{ line: 'phone.', from: '+15035550100' }]);
  });

  it('is called from the number that was called where the site has none', () => {
    const { site } = noNumber();
    const { effects } = routeWait(
      readCall({ ...wait, ...outside, to: '+15035550123' }),
      withDesk({}, { site }),
      NOON,
    );

    expect(effects).toMatchObject([{ from: '+15035550123' }]);
  });

  it('always ends: whatever is known, nobody holds longer than is set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEARCHES, 'inVain' as const, 'none' as const, 'unknown' as const),
        fc.oneof(fc.nat(200).map(String), fc.string(), fc.constant(undefined)),
        fc.oneof(fc.nat().map(String), fc.string(), fc.constant(undefined)),
        (search, queueTime, began) => {
          let { since } = readQuery('operatorWait', began === undefined ? {} : { since: began });
          for (let seconds = 0; ; seconds += 10) {
            const now = new Date(NOON.getTime() + seconds * 1_000);
            const hold = routeWait(readCall({ ...wait, search, queueTime, since }), directory, now);
            if (hold.kind !== 'hold') throw new Error(hold.kind);
            // Whoever leaves has nobody called.
            if (hold.leave) expect(hold.effects).toEqual([]);
            if (hold.leave) break;
            expect(seconds).toBeLessThan(desk.waitSeconds);
            since = hold.since;
          }
        },
      ),
    );
  });
});

describe('Who is called', () => {
  const asked = { environment: 'prod', call: CALL, line: 'phone.alder' } as const;

  it.each([
    ['en', NOON, ['robin', 'wren', 'workshop']],
    // Outside robin's hours.
    ['en', NIGHT, ['wren', 'workshop']],
    // Only robin speaks Spanish; at night nobody does.
    ['es', NOON, ['robin']],
    ['es', NIGHT, ['wren', 'workshop']],
  ] as const)('for a caller in %s at %s', (language, now, names) => {
    const legs = legsFor({ ...asked, language, now }, desk, directory);

    expect(legs.map(({ offer }) => offer.volunteer)).toEqual(names);
  });

  it('is spoken to in the caller’s language, else in their own', () => {
    const at = (now: Date) => legsFor({ ...asked, language: 'es', now }, desk, directory);

    expect(at(NOON)[0]?.offer).toMatchObject({ volunteer: 'robin', language: 'es', caller: 'es' });
    expect(at(NIGHT)[0]?.offer).toMatchObject({ volunteer: 'wren', language: 'en', caller: 'es' });
  });

  it('is not the phone that calls, nor one of another environment', () => {
    const volunteers = ['workshop', 'lab', 'missing'].map((extension) =>
      volunteer(extension, { call: { extension } }),
    );
    const from = (line: string) =>
      legsFor(
        { ...asked, line, language: 'en', now: NOON },
        { ...desk, volunteers },
        directory,
      ).map(({ to }) => to);

    expect(from('phone.alder')).toEqual([
      { extension: 'workshop', sipDomain: 'direct-example-prod' },
    ]);
    expect(from('phone.workshop')).toEqual([]);
  });

  it('is no phone where the site has no SIP domain', () => {
    const volunteers = [volunteer('workshop', { call: { extension: 'workshop' } })];
    const { operator, ...nowhere } = withDesk({ volunteers }, withSite({ environments: {} }));

    expect(operator && legsFor({ ...asked, language: 'en', now: NOON }, operator, nowhere)).toEqual(
      [],
    );
  });
});

function noNumber() {
  const { callerId, ...defaults } = withSite({}).site.defaults;
  expect(callerId).toBeDefined();
  return withDesk({}, { site: withSite({ defaults }).site });
}
