/** The compiler's idea of calls in silence, held to what calls/ really does. */
import fc from 'fast-check';
import { readKeyRequest, type Decision, routeMenu, routeOutgoing } from '../../src/runtime/calls';
import { positionUrl } from '../../src/runtime/calls/menus/position';
import { compileTexts } from '../../src/config';
import { loadTexts } from '../../src/config/read/load';
import { compileMenus } from '../../src/config/compile/menus';
import { NO_RECORDINGS } from '../../src/config/recordings/recordings';
import type { Directory } from '../../src/runtime/model/directory';
import { directory as fixture } from '../fixtures/menus';
import { callFrom } from '../runtime/calls/menus/simulateKeys';
import { runs } from '../support/runs';
import { HOUSE, SITE, TWIML_ASSETS } from './support';

const NAMES = ['a', 'b', 'c', 'd'];
const OWN = ['+15035550140', '+15035550141'] as const;
/** Within the only hours that there are here, and not. */
const TIMES = ['2026-11-21T09:30:00-08:00', '2026-11-21T12:00:00-08:00'].map((at) => new Date(at));
const ADDRESS =
  'address: { street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 }';

const toMenu = fc.constantFrom(...NAMES).map((menu) => ({ menu }));
const target = fc.oneof(
  { weight: 3, arbitrary: toMenu },
  {
    weight: 2,
    arbitrary: fc.constantFrom<object>(
      ...[{ do: 'back' }, { do: 'repeat' }, { do: 'hangUp' }, { dial: '+15035550188' }],
      ...[{ dial: OWN[0] }, { dial: OWN[1] }, { dial: 'list' }],
    ),
  },
);
const say = { say: { en: 'Hello.', es: 'Hola.' } };

const menu = fc
  .record({
    sounds: fc.boolean(),
    keys: fc.option(target, { nil: undefined }),
    next: target,
    only: fc.option(
      fc.constantFrom<object>(
        ...[{ emergency: true }, { emergency: false }, { hours: ['daily 09:00-10:00'] }],
      ),
      { nil: undefined },
    ),
    otherwise: target,
  })
  .map(({ sounds, keys, next, only, otherwise }) => ({
    ...(sounds && { intro: say }),
    ...(keys && { keys: { 1: keys, 2: { menu: 'a' } } }),
    next,
    ...(only && { only, otherwise }),
  }));

const written = fc.tuple(menu, menu, menu, menu).map((menus) => {
  const numbers = `${HOUSE}${OWN[0]}: { menu: a }\n${OWN[1]}: { menu: b, hours: [daily 09:00-10:00] }`;
  return {
    'site.yaml': SITE,
    'extensions.yaml':
      `+15035550181: { name: Able, number: +15035550181, emergency: true, ${ADDRESS}, hash: { menu: c }, zero: { menu: d } }\n` +
      'kiosk: { name: Unable, hash: { menu: c }, zero: { menu: d } }',
    'numbers.yaml': numbers,
    'calling.yaml': `numberLists: { list: [${OWN[0]}, +15035550188] }`,
    'menus/menus.yaml': JSON.stringify(
      Object.fromEntries(menus.map((each, i) => [NAMES[i] ?? '', each])),
    ),
  };
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

/** As the functions would have it, although it does not build. */
function directoryOf(texts: Written, hash: string): Directory {
  const { source } = loadTexts(texts);
  const rule = fixture.numbers.get('+15035550190')!;
  return {
    ...fixture,
    menus: new Map(compileMenus(source, NO_RECORDINGS).map((each) => [each.name, each])),
    numbers: new Map(
      Object.entries(source.numbers).map(([number, { menu, hours }]) => [
        number,
        { ...rule, ...(menu !== undefined && { answer: { menu } }), ...(hours && { hours }) },
      ]),
    ),
    extensions: new Map(
      [...fixture.extensions].map(([name, each]) => [name, { ...each, hash: { menu: hash } }]),
    ),
  };
}

interface Call {
  readonly user: string;
  readonly now: Date;
  readonly sid: string;
}

/** Whatever a caller can be and chance can choose. */
const CALLS: readonly Call[] = ['booth', 'kiosk'].flatMap((user) =>
  TIMES.flatMap((now) =>
    ['1', '2', '3', '4', '5', '6'].map((sid) => ({ user, now, sid: `CA${sid.repeat(32)}` })),
  ),
);

function lift({ user, now, sid }: Call, directory: Directory): Decision {
  return routeOutgoing({ ...callFrom(user, '#'), callSid: sid }, directory, now);
}

function press(decision: Decision, digits: string, { user, now, sid }: Call, site: Directory) {
  if (decision.kind !== 'gather' || decision.position.at !== 'menu') return undefined;
  const query = new URL(positionUrl(decision.position), 'http://localhost').searchParams;
  const parameters = { ...Object.fromEntries(query), ...(digits && { Digits: digits }) };
  return routeMenu(
    readKeyRequest({ call: { ...callFrom(user, '#'), callSid: sid }, parameters }),
    site,
    now,
  );
}

/** Presses `keys`, then nothing. */
function ends(call: Call, directory: Directory, keys: readonly string[]): boolean {
  let decision: Decision | undefined = lift(call, directory);
  for (let step = 0; step < 150; step += 1) {
    decision = press(decision, keys[step] ?? '', call, directory);
    if (!decision) return true;
  }
  return false;
}

/** The first menu of each circle of which the compiler tells. */
function reported(texts: Written, message: string): string[] {
  const { diagnostics } = compileTexts(texts, { twimlAssets: TWIML_ASSETS });
  return diagnostics
    .filter((diagnostic) => diagnostic.message.startsWith(message))
    .map((diagnostic) => diagnostic.where.path.slice(0, 1));
}

describe('A call in which nothing is pressed any more', () => {
  const keys = fc.array(fc.constantFrom('1', '2', '#', '*'), { maxLength: 6 });

  it('ends wherever the compiler reports no loop', () => {
    fc.assert(
      fc.property(written, keys, fc.constantFrom(...CALLS), (texts, pressed, call) => {
        fc.pre(reported(texts, 'never ends').length === 0);
        for (const hash of ['c', 'd']) {
          expect(ends(call, directoryOf(texts, hash), pressed)).toBe(true);
        }
      }),
      { numRuns: runs(15, 60) },
    );
  });

  it('never ends where the compiler says so, for some caller at some hour', () => {
    let refused = 0;
    fc.assert(
      fc.property(written, (texts) => {
        for (const name of reported(texts, 'never ends')) {
          refused += 1;
          const directory = directoryOf(texts, name);
          expect(CALLS.some((call) => !ends(call, directory, []))).toBe(true);
        }
      }),
      { numRuns: runs(40, 200) },
    );
    expect(refused).toBeGreaterThan(runs(1, 15));
  });

  it('is cut off unheard where the compiler says that menus come round to themselves', () => {
    let refused = 0;
    fc.assert(
      fc.property(written, (texts) => {
        for (const name of reported(texts, 'loops back')) {
          refused += 1;
          const directory = directoryOf(texts, name);
          expect(CALLS.map((call) => lift(call, directory).kind)).toContain('hangUp');
        }
      }),
      { numRuns: runs(40, 200) },
    );
    expect(refused).toBeGreaterThan(runs(1, 15));
  });
});
