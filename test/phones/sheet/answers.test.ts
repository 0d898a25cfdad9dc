/** What comes of what a sheet tells to try, by the directory. */
import { EMERGENCY_MODES, type EmergencyMode } from '../../../src/runtime/model/directory';
import type { Answers } from '../../../src/phones/sheet/answers';
import type { EmergencyCall } from '../../../src/phones/sheet/help';
import { extension } from '../../fixtures/directory';
import { model } from '../example';
import { EXAMPLE } from '../dialplan/phones';
import { answersOf, inMode, NOW, type Placed, withExtension } from './cases';

const HT = model('grandstream-ht801');
const BOOTH = '+15035550124';

function placed(username: string, dial: Placed['dial'], changes: Partial<Placed> = {}): Placed {
  const directory = changes.directory ?? EXAMPLE;
  const found = directory.extensions.get(username);
  if (!found) throw new Error(`no extension ${username}`);
  return { directory, extension: found, model: HT, dial, ...changes };
}

it.each<[string, Placed['dial'], Answers['zero'], Answers['hash'], string | undefined, boolean]>([
  ['+15035550123', 'hotline', 'refused', 'otherSystem', undefined, true],
  [BOOTH, 'dialtone', 'operator', 'menu', '101', true],
  ['+13135550150', 'hotline', 'refused', 'menu', undefined, true],
  ['clinton', 'dialtone', 'phone', 'otherSystem', '101', true],
  ['detroit', 'dialtone', 'phone', 'refused', '101', false],
  ['operator-desk', 'dialtone', 'voice', 'refused', '101', true],
  // Itself is not another.
  ['101', 'dialtone', 'outside', 'refused', undefined, false],
  // Answered in its hours only.
  ['hall', 'dialtone', 'phone', 'menu', '101', false],
])(
  '%s, %s: 0 is %s, # is %s, %s can be dialled, its number rings it: %s',
  (username, dial, zero, hash, tried, rings) => {
    const answers = answersOf(placed(username, dial));
    expect([answers.zero, answers.hash, answers.extension, answers.rings]).toEqual([
      zero,
      hash,
      tried,
      rings,
    ]);
  },
);

const DIALLED: EmergencyCall = { by: 'dialled', proven: true };
const KEYS: EmergencyCall = { by: 'keys', proven: true };
const UNPROVEN: EmergencyCall = { by: 'dialled', proven: false };

describe('calling for help', () => {
  /** The booth, or the same phone named by a word. */
  function help(mode: EmergencyMode, name: 'number' | 'word', dial: Placed['dial']) {
    const booth = EXAMPLE.extensions.get(BOOTH)!;
    const named = { ...booth, username: name === 'word' ? 'alder' : BOOTH };
    const directory = withExtension(inMode(EXAMPLE, mode), named);
    return answersOf(placed(named.username, dial, { directory })).help;
  }

  it.each<[EmergencyMode, 'number' | 'word', Placed['dial'], readonly EmergencyCall[]]>([
    ['direct', 'number', 'dialtone', [DIALLED, KEYS]],
    ['direct', 'number', 'hotline', [KEYS]],
    ['direct', 'word', 'dialtone', [KEYS]],
    ['direct', 'word', 'hotline', [KEYS]],
    ['menus', 'number', 'dialtone', [DIALLED, KEYS]],
    ['menus', 'number', 'hotline', [KEYS]],
    ['menus', 'word', 'dialtone', [KEYS]],
    ['menus', 'word', 'hotline', [KEYS]],
    ['webhook', 'number', 'dialtone', [UNPROVEN, KEYS]],
    ['webhook', 'number', 'hotline', [KEYS]],
    ['webhook', 'word', 'dialtone', [UNPROVEN, KEYS]],
    ['webhook', 'word', 'hotline', [KEYS]],
  ])('%s, named by a %s, %s', (mode, name, dial, calls) => {
    expect(help(mode, name, dial)).toEqual({ calls, test: calls[0], elsewhere: false });
  });

  it('is unproven where the phone makes 1911 of 911', () => {
    const booth = EXAMPLE.extensions.get(BOOTH)!;
    const alder = { ...booth, username: 'alder', dial911As: '1911' } as const;
    for (const mode of EMERGENCY_MODES) {
      const directory = withExtension(inMode(EXAMPLE, mode), alder);
      for (const id of ['linksys-pap2', 'yealink-t46s']) {
        const asked = placed('alder', 'dialtone', { directory, model: model(id) });
        expect([mode, answersOf(asked).help.calls]).toEqual([mode, [UNPROVEN, KEYS]]);
      }
    }
  });

  it('has every mode in the table', () => {
    expect([...EMERGENCY_MODES].sort()).toEqual(['direct', 'menus', 'webhook']);
  });

  it('is nobody’s where `#` leads to no keys and a dialled 911 is rejected', () => {
    const desk = extension('desk', { number: BOOTH, emergency: true });
    const directory = withExtension(inMode(EXAMPLE, 'menus'), desk);
    expect(answersOf(placed('desk', 'dialtone', { directory })).help).toEqual({
      calls: [],
      test: undefined,
      elsewhere: false,
    });
  });

  it('is the other system’s where it answers a hotline', () => {
    expect(answersOf(placed('+15035550123', 'hotline')).help).toEqual({
      calls: [],
      test: undefined,
      elsewhere: true,
    });
  });

  it('is of no phone that may not', () => {
    expect(answersOf(placed('hall', 'dialtone')).help).toEqual({ calls: [], elsewhere: false });
  });
});

describe('the hours', () => {
  const office = [{ days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 }];

  it('say that who answers varies, though it is open now', () => {
    const menus = new Map(EXAMPLE.menus);
    const main = menus.get('main')!;
    menus.set('main', { ...main, only: { hours: office, otherwise: { do: 'operator' } } });
    const directory = { ...EXAMPLE, menus };
    const { hash, help } = answersOf(placed(BOOTH, 'hotline', { directory }));
    expect(hash).toBe('varies');
    // At night 9-1-1 cannot be pressed.
    expect(help.calls).toEqual([]);
  });

  it('are those of the week, whenever the sheet is printed', () => {
    const directory = { ...EXAMPLE, numbers: new Map(EXAMPLE.numbers) };
    const rule = directory.numbers.get(BOOTH)!;
    directory.numbers.set(BOOTH, { ...rule, hours: office });
    // Noon on a Friday, midnight, and the nights in which the clocks change.
    const times = ['2026-11-20T12:00-08:00', '2026-11-20T00:00-08:00', '2026-10-31T23:30-07:00'];
    for (const now of [...times, '2026-03-07T23:30-08:00'].map((each) => new Date(each))) {
      expect(answersOf(placed(BOOTH, 'dialtone', { directory, now })).rings).toBe(false);
    }
    expect(answersOf(placed(BOOTH, 'dialtone', { now: NOW })).rings).toBe(true);
  });
});

it('never tells to try what calls for help', () => {
  const booth = { ...EXAMPLE.extensions.get(BOOTH)!, hash: { do: 'emergency' } as const };
  const directory = withExtension(EXAMPLE, booth);
  expect(answersOf(placed(BOOTH, 'hotline', { directory })).hash).toBe('emergency');
});

it.each(['linksys-pap2', 'polycom-soundpoint-501', 'yealink-t46s', 'linphone'])(
  'asks the plan of a %s',
  (id) => {
    const { zero, hash, extension, help } = answersOf(
      placed(BOOTH, 'dialtone', { model: model(id) }),
    );
    expect({ zero, hash, extension, calls: help.calls }).toEqual({
      zero: 'operator',
      hash: 'menu',
      extension: '101',
      calls: [DIALLED, KEYS],
    });
  },
);

it('has an app dial, whatever its `dial` says', () => {
  const answers = answersOf(placed(BOOTH, 'hotline', { model: model('linphone') }));
  expect(answers.help.calls).toEqual([DIALLED, KEYS]);
});
