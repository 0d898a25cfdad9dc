/** Whatever passes the compiler has no name that leads nowhere, and no call that goes on for ever by itself. */
import fc from 'fast-check';
import { type CompiledDirectory, compileTexts } from '../../src/directory';
import type { Menu, Target } from '../../src/directory/types';
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

/** Presses `keys`, then nothing; `may`: whether doors that are locked open. */
function ends(
  directory: CompiledDirectory,
  start: Target,
  keys: readonly string[],
  may: boolean,
): boolean {
  const menus = new Map(directory.menus.map((each) => [each.name, each]));
  const way: string[] = [];
  let target: Target = start;
  let pressed = 0;
  for (let step = 0; step < 200; step++) {
    const here: Menu | undefined = way.length > 0 ? menus.get(way.at(-1) ?? '') : undefined;
    if ('do' in target && target.do === 'back') {
      if (way.length > 1) way.pop();
    } else if ('do' in target && target.do === 'repeat') {
      if (!here) return true;
    } else {
      const to = 'menu' in target ? target.menu : menuBehind(directory, target);
      const next: Menu | undefined = menus.get(to ?? '');
      if (!next) return true;
      if (next.only && !may) {
        target = next.only.otherwise;
        continue;
      }
      way.push(next.name);
      if (way.length > 8) way.shift();
    }
    const menu: Menu | undefined = menus.get(way.at(-1) ?? '');
    if (!menu) return true;
    const key = keys[pressed++];
    target = menu.keys[key as '1'] ?? menu.next;
  }
  return false;
}

function menuBehind({ numbers }: CompiledDirectory, target: Target): string | undefined {
  const [number] =
    'dial' in target ? [target.dial] : 'dialOneOf' in target ? target.dialOneOf : [undefined];
  const answer = number === undefined ? undefined : numbers[number]?.answer;
  return answer && 'menu' in answer ? answer.menu : undefined;
}

describe('Menus that pass the compiler', () => {
  it('have no name that leads nowhere, and end for whoever presses nothing', () => {
    let passed = 0;
    const keys = fc.array(fc.constantFrom('0', '1', '9'), { maxLength: 12 });
    fc.assert(
      fc.property(files, keys, fc.boolean(), (written, pressed, may) => {
        const directory = compiled(written);
        if (!directory) return;
        passed++;
        expect(dangling(directory)).toEqual([]);
        const starts = [
          ...directory.extensions.flatMap(({ hash, zero }) => [hash, zero]),
          ...Object.values(directory.numbers).map(({ answer }) => answer),
        ].filter((each) => each !== undefined);
        for (const start of starts) {
          expect({ start, ends: ends(directory, start, pressed, may) }).toEqual({
            start,
            ends: true,
          });
        }
      }),
      { numRuns: 1_000 },
    );
    // Or nothing would have been tried.
    expect(passed).toBeGreaterThan(100);
  }, 120_000);
});
