/** What `apply --drilled` takes for a test with 933, what it refuses, and what a record proves. */
import { drillsOf, type Drilled } from '../../../src/twilio/emergency/drilling';
import { addDrills, drillProves, readDrills } from '../../../src/twilio/emergency/drills';
import { readActual } from '../../../src/twilio/readActual';
import { SERVICE } from '../operator';
import { Live } from './live';

let live: Live;
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  live = new Live({ edited: { mode: 'webhook', dials: '911' }, words: true });
});
afterEach(() => {
  live.remove();
  jest.restoreAllMocks();
});

/** As it is where the functions of the directory are live and emergency calling is off. */
async function moved(): Promise<void> {
  live.functions.deploy('prod', live.desired(), 'works');
  await live.apply('prod', { releases: ['switch-emergency-calling'] });
  expect(live.domain.emergencyCallingEnabled).toBe(false);
  live.later();
}

async function note(drilled: Partial<Drilled> = {}) {
  const actual = await readActual(live.rest(), SERVICE, live.desired());
  const when = live.now().toISOString();
  return drillsOf({ when, form: 'dialled', ...drilled }, live.desired(), actual, live.now());
}

describe('a test with 933', () => {
  it('is noted once, of all phones that need it: those that dial', async () => {
    await moved();
    expect(await note()).toEqual([
      {
        at: live.now().toISOString(),
        phones: ['clinton', 'alder'],
        form: 'dialled',
        flag: false,
        name: 'word',
        dials: '911',
      },
    ]);
  });

  it.each([
    ['tomorrow', '2027-01-01', 'is in the future'],
    ['yesterday', '30.11.2026', 'is not a date'],
    ['a day that no month has', '2026-02-31T99:00', 'is not a date'],
    ['before the domain was changed', '2026-11-01', 'proves nothing about its current settings'],
  ])('of %s is refused', async (_, when, reported) => {
    await moved();
    await expect(note({ when })).rejects.toThrow(reported);
  });

  it('from a phone that is none, or may not call 911, is refused', async () => {
    await moved();
    await expect(note({ phones: ['nobody'] })).rejects.toThrow('nobody is not a phone of prod');
  });

  it('before emergency calling was switched proves nothing', async () => {
    live.edit({ mode: 'menus' });
    live.functions.deploy('prod', live.desired(), 'works');
    await live.apply('prod');
    expect(live.domain.emergencyCallingEnabled).toBe(true);
    live.later();
    await expect(note({ phones: ['clinton'] })).rejects.toThrow('Twilio does not ask them');
    await expect(note()).rejects.toThrow('No phone of prod needs such a test');
  });

  it('under others’ functions proves nothing of these', async () => {
    await expect(note({ phones: ['clinton'] })).rejects.toThrow('voice URL does not point to them');
  });

  it('of functions that dial otherwise than the directory says proves nothing of it', async () => {
    await moved();
    const actual = await readActual(live.rest(), SERVICE, live.desired());
    const answers = { phones: new Map([['clinton', 'they dial +1911']]), numbers: new Map() };
    const drilled = {
      when: live.now().toISOString(),
      phones: ['clinton'],
      form: 'dialled',
    } as const;
    expect(() => drillsOf(drilled, live.desired(), actual, live.now(), answers)).toThrow(
      'proves nothing about this directory: they dial +1911',
    );
  });

  it('is kept beside the directory, seen by another checkout, and not for another setting', async () => {
    await moved();
    const [made] = await note();
    addDrills(live.folder, 'prod', [made!]);
    const other = live.checkout();
    expect(readDrills(other.folder)).toEqual([made]);
    other.remove();
    const setup = {
      flag: false,
      emergencyCaller: false,
      voiceUrl: 'shown',
      name: 'word',
      number: 'registered',
      credential: true,
      hotline: false,
      dials: '911',
      drilled: false,
    } as const;
    expect(drillProves(made!, 'dialled', setup)).toBe(true);
    expect(drillProves(made!, 'prefixed', setup)).toBe(false);
    for (const change of [{ flag: true }, { name: 'own number' }, { dials: '+1911' }] as const) {
      expect(drillProves(made!, 'dialled', { ...setup, ...change })).toBe(false);
    }
  });

  it('is asked back where the file cannot be read', async () => {
    await moved();
    addDrills(live.folder, 'prod', await note());
    live.write('applied/prod.drills.json' as never, '{');
    expect(() => readDrills(live.folder)).toThrow('cannot be read');
  });
});
