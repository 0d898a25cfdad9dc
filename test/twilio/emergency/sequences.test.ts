/**
 * Whatever is run in whatever order, and whatever fails: after each single write, nobody's emergency
 * calls are worse off by the table than before it. Judged by what the stand-in then holds and what the
 * functions would answer.
 */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { Live, OLD, type Start } from './live';
import { run, STEPS, TROUBLE } from './steps';
import { worse } from './truth';

/** With more than the usual ones, every order, every start and every place is tried. */
const FEW = 20;
const RUNS = runs(FEW, 400, 'EMERGENCY_RUNS');
const ALL = RUNS > FEW;
/** Otherwise a write in so many is struck, each trouble beginning with another. */
const STRIDE = ALL ? 1 : 6;

const STARTS: Readonly<Record<string, Start>> = {
  'as imported': {},
  'with an emergency caller': { caller: true },
  'named by words alone': { words: true },
  webhook: { edited: { mode: 'webhook', dials: '911' } },
  direct: { edited: { mode: 'direct', dials: '911' } },
};

const PLAUSIBLE: readonly (readonly string[])[] = [
  ['apply', 'deploy', 'apply', 'apply --prune'],
  ['deploy', 'apply', 'rotate', 'apply', 'rotate', 'apply', 'set up', 'apply --prune'],
  ['deploy what fails', 'apply', 'deploy', 'apply', 'rollback', 'apply --prune'],
  [
    'deploy to stage',
    'promote',
    'apply',
    'webhook',
    'apply',
    'dial 911',
    'apply',
    'deploy',
    'apply',
  ],
  [
    'deploy',
    'apply',
    'webhook',
    'apply --prune --switch-emergency-calling',
    'drill',
    'menus',
    'apply',
    'webhook',
    'apply',
    'dial 911',
    'apply',
  ],
  ['direct', 'apply', 'deploy', 'drill', 'apply --prune', 'webhook', 'apply'],
  ['give addresses', 'apply', 'deploy', 'take alder out', 'apply --prune'],
  ['secure', 'deploy', 'apply', 'plain', 'apply --prune'],
  ['deploy', 'apply', 'webhook', 'dial 911', 'apply', 'deploy', 'apply', 'menus', 'apply'],
];
const NAMES = Object.keys(STEPS);

beforeAll(() => void jest.spyOn(console, 'error').mockReturnValue());
afterAll(() => jest.restoreAllMocks());

describe('from functions of their own to these, no write takes an emergency call away', () => {
  const sequences = PLAUSIBLE.map((steps, at) => [steps.join(', '), steps, at] as const);
  const starts = Object.values(STARTS);

  it.each(sequences)('%s', async (_, steps, at) => {
    const some = [starts[at % starts.length]!, starts[(at + 2) % starts.length]!];
    for (const start of ALL ? starts : some) {
      expect([start, (await run({ steps, start })).lost]).toEqual([start, []]);
    }
  });

  it.each(sequences.slice(0, ALL ? undefined : 2))(
    'killed after each write: %s',
    async (_, steps) => {
      const { writes } = await run({ steps });
      for (let nth = 1; nth <= writes; nth += 1) {
        expect([nth, (await run({ steps, trouble: 'kill', nth })).lost]).toEqual([nth, []]);
      }
    },
  );

  const troubles = Object.keys(TROUBLE).map((name, at) => [name, at] as const);

  it.each(troubles)('with each write in turn: %s', async (name, index) => {
    for (const [at, steps] of PLAUSIBLE.entries()) {
      if (!ALL && at !== 1) continue;
      const { writes } = await run({ steps });
      const trouble = TROUBLE[name];
      for (let nth = 1 + (index % STRIDE); nth <= writes; nth += STRIDE) {
        const places = [nth, steps, (await run({ steps, trouble, nth })).lost];
        expect(places).toEqual([nth, steps, []]);
        const forever = [nth, steps, (await run({ steps, trouble, nth, gone: true })).lost];
        expect(forever).toEqual([nth, steps, []]);
      }
    }
  });

  it('whatever is done before everything is tidied up', async () => {
    for (const one of ALL ? NAMES : ['deploy']) {
      for (const two of NAMES) {
        const steps = [one, two, 'apply --prune'];
        expect([steps, (await run({ steps })).lost]).toEqual([steps, []]);
      }
    }
  });

  it('functions that dial +1911 with emergency calling off replace nobody before it was tried', async () => {
    const steps = [
      'deploy what refuses',
      'apply --prune --switch-emergency-calling',
      'dial +1911',
      'deploy',
      'apply',
    ];
    const { lost, live } = await run({ steps, start: STARTS['webhook']! });
    expect(lost).toEqual([]);
    expect(live.domain).toMatchObject({ emergencyCallingEnabled: false, voiceUrl: OLD });
  });

  it('an option gives away its own part, whatever else the write it is in changes', async () => {
    const steps = [
      'deploy to stage',
      'webhook',
      'promote',
      'apply --prune --switch-emergency-calling',
    ];
    expect((await run({ steps, start: STARTS['with an emergency caller']! })).lost).toEqual([]);
  });

  it('any order of any steps, from any start, with anything going wrong', async () => {
    const cases = fc.record({
      steps: fc.array(fc.constantFrom(...NAMES, 'apply', 'apply', 'deploy', 'deploy'), {
        minLength: 2,
        maxLength: 10,
      }),
      start: fc.constantFrom(...Object.values(STARTS)),
      trouble: fc.constantFrom(undefined, ...Object.values(TROUBLE)),
      nth: fc.integer({ min: 1, max: 14 }),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        expect((await run(one)).lost).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('the judge is not blind', () => {
    const live = new Live();
    const before = live.truth();
    const lostBy = (change: () => void, option?: string) => {
      change();
      const lost = worse(before, live.truth(), { option });
      Object.assign(live.domain, was);
      return lost;
    };
    const was = { ...live.domain };
    const off = () => void (live.domain.emergencyCallingEnabled = false);
    expect(lostBy(off)).toContain('clinton: keys');
    expect(lostBy(off)).toContain('+15035550101: dialled');
    expect(lostBy(off, 'switch-emergency-calling')).toEqual([]);
    expect(lostBy(off, 'switch-voice-url')).toContain('clinton: keys');
    const offAndNobodyAsked = () => Object.assign(live.domain, { ...was, voiceUrl: '' }) && off();
    expect(lostBy(offAndNobodyAsked, 'switch-emergency-calling')).toContain('hut: keys');
    const offAndDeaf = () => Object.assign(live.domain, { ...was, secure: true }) && off();
    expect(lostBy(offAndDeaf, 'switch-emergency-calling')).toContain('alder: nobody calls it back');
    const url = 'https://dialtone-1234-prod.twil.io/sip-outgoing';
    expect(lostBy(() => void (live.domain.voiceUrl = url))).toContain('hut: keys');
    expect(lostBy(() => void (live.domain.secure = true))).toContain('alder: nobody calls it back');
    live.domain.mapped.calls.splice(0);
    expect(worse(before, live.truth())).toContain('hut: keys');
    expect(worse(before, live.truth(), { option: 'end-emergency-phones' })).toEqual([]);
    live.remove();
  });
});
