/** Whatever passes the compiler has no name that leads nowhere; see noInput.property.test.ts for its calls. */
import fc from 'fast-check';
import { type CompiledDirectory, compileTexts } from '../../src/config';
import type { Menu, Target } from '../../src/runtime/model/directory';
import { runs } from '../support/runs';
import { HOUSE, SITE, TWIML_ASSETS } from './support';

const NAMES = ['a', 'b', 'c'];
const OWN = '+15035550140';

const away = fc.constantFrom(
  ...[{ do: 'hangUp' }, { do: 'back' }, { do: 'operator' }, { ring: ['clinton'] }, { dial: OWN }],
  ...[{ dial: 'list' }, { dial: '+15035550188' }, { twiml: 'incoming-house' }],
);
const wrong = fc.constantFrom(
  ...[{ do: 'repeat' }, { do: 'dialTone' }, { do: 'emergency' }],
  ...[{ menu: 'nowhere' }, { ring: ['nobody'] }, { dial: 'lists' }],
);
const target = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...NAMES).map((menu) => ({ menu })) },
  { weight: 10, arbitrary: away },
  { weight: 1, arbitrary: wrong },
);

const say = { say: { en: 'Hello.', es: 'Hola.' } };
const menu = fc
  .record({
    keys: fc.dictionary(fc.constantFrom('1', '9'), target, { maxKeys: 2 }),
    next: fc.oneof(fc.constant({ do: 'hangUp' }), target),
    only: fc.option(
      fc.constantFrom(
        { emergency: 'true' },
        { emergency: 'false' },
        { hours: ['daily 09:00-10:00'] },
      ),
      { nil: undefined, freq: 3 },
    ),
    otherwise: target,
  })
  .map(({ keys, next, only, otherwise }) => ({
    intro: say,
    ...(Object.keys(keys).length > 0 && { keys }),
    next,
    ...(only && { only, otherwise }),
  }));

/** Key 0 leads from each menu to the next, so that all can be reached. */
const files = fc.record({
  menus: fc.tuple(menu, menu, menu).map((list) =>
    list.map((each, i) => ({
      ...each,
      name: NAMES[i] ?? '',
      keys: { ...each.keys, 0: { menu: NAMES[(i + 1) % NAMES.length] ?? '' } },
    })),
  ),
  keyless: fc.subarray(NAMES),
  number: fc.constantFrom(
    '{ menu: a }',
    '{ menu: b, otherwise: unavailable }',
    '{ ring: [clinton] }',
  ),
});
type Written = typeof files extends fc.Arbitrary<infer T> ? T : never;

function compiled({ menus, keyless, number }: Written) {
  // A menu without keys is reached by the number or what else leads to it, or is refused.
  const written = menus.map(({ name, keys, ...rest }) => [
    name,
    keyless.includes(name) ? rest : { ...rest, keys },
  ]);
  return compileTexts(
    {
      'site.yaml': SITE,
      'extensions.yaml': 'clinton: { name: Booth, hash: { menu: a }, zero: { menu: b } }',
      'numbers.yaml': `${HOUSE}${OWN}: ${number}`,
      'calling.yaml': `numberLists: { list: [${OWN}, +15035550188] }`,
      'operators.yaml': 'volunteers: { robin: { call: +15035550171 } }\nnotice: { webhook: true }',
      'menus/menus.yaml': JSON.stringify(Object.fromEntries(written)),
    },
    { twimlAssets: TWIML_ASSETS },
  ).directory;
}

function exitsOf({ keys, next, only }: Menu): Target[] {
  return [...Object.values(keys), next, ...(only ? [only.otherwise] : [])];
}

function dangling(directory: CompiledDirectory): Target[] {
  const menus = new Set(directory.menus.map(({ name }) => name));
  const phones = new Set(directory.extensions.map(({ username }) => username));
  return [
    ...directory.extensions.flatMap(({ hash, zero }) => [hash, zero]),
    ...directory.menus.flatMap(exitsOf),
  ].filter((each): each is Target => {
    if (!each) return false;
    if ('menu' in each) return !menus.has(each.menu);
    if ('ring' in each) return !each.ring.every((name) => phones.has(name));
    if ('dialOneOf' in each) return each.dialOneOf.length === 0;
    return 'dial' in each && !each.dial.startsWith('+');
  });
}

describe('Menus that pass the compiler', () => {
  it('have no name that has no target', () => {
    let passed = 0;
    fc.assert(
      fc.property(files, (written) => {
        const directory = compiled(written);
        if (!directory) return;
        passed++;
        expect(dangling(directory)).toEqual([]);
      }),
      { numRuns: runs(150, 1_000) },
    );
    // Or nothing would have been tried.
    expect(passed).toBeGreaterThan(runs(10, 100));
  });
});
