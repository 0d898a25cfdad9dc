/** Random trees of menus, as a build lets them pass: silence leads on to later menus only. */
import fc from 'fast-check';
import {
  type Directory,
  KEYS,
  type Menu,
  type Target,
} from '../../../../src/runtime/model/directory';
import { directory, menu, words } from '../../../fixtures/menus';

const name = (index: number) => `menu-${index}`;

const SOUND_ENDS: readonly Target[] = [
  { do: 'hangUp' },
  { do: 'dialTone' },
  { do: 'operator' },
  { do: 'back' },
  { do: 'repeat' },
  { do: 'emergency' },
  { ring: ['desk', 'kiosk'] },
  { dial: '+15035550177' },
  { dialOneOf: ['+15035550171', '+15035550172'] },
  { twiml: 'weather' },
  { handOff: 'portland@pbx.example.org' },
];

const end = fc.constantFrom(...SOUND_ENDS);
const anywhere = (size: number) =>
  fc.oneof(
    end,
    fc.nat(size - 1).map((index): Target => ({ menu: name(index) })),
  );
const later = (index: number, size: number) =>
  index + 1 < size
    ? fc.oneof(
        end,
        fc.integer({ min: index + 1, max: size - 1 }).map((at): Target => ({ menu: name(at) })),
      )
    : end;

function someMenu(index: number, size: number): fc.Arbitrary<Menu> {
  return fc
    .record({
      keys: fc.dictionary(fc.constantFrom(...KEYS), anywhere(size), { maxKeys: 6 }),
      intro: fc.boolean(),
      choices: fc.nat(3),
      next: later(index, size),
      rounds: fc.integer({ min: 1, max: 4 }),
      only: fc.option(fc.record({ emergency: fc.boolean(), otherwise: later(index, size) }), {
        freq: 6,
        nil: undefined,
      }),
    })
    .map(({ keys, intro, choices, only, ...rest }) =>
      menu(name(index), {
        ...rest,
        keys: keys,
        intro: intro ? [words('intro')] : [],
        oneOf: Array.from({ length: choices }, (_, n) => words(`choice ${n}`)),
        ...(only && { only }),
      }),
    );
}

/** The fixture with two to eight menus; `#` opens the first on every phone of `users`. */
export const someTree: fc.Arbitrary<Directory> = fc
  .integer({ min: 2, max: 8 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => someMenu(at, size))))
  .chain((menus) =>
    fc.constantFrom('back' as const, 'top' as const).map((hash) => ({ menus, hash })),
  )
  .map(({ menus, hash }) => ({
    ...directory,
    site: { ...directory.site, menus: { ...directory.site.menus, hash } },
    extensions: new Map(
      [...directory.extensions].map(([username, each]) => [
        username,
        { ...each, hash: { menu: name(0) } },
      ]),
    ),
    numbers: new Map([
      ...directory.numbers,
      ['+15035550190', { ...directory.numbers.get('+15035550190')!, answer: { menu: name(0) } }],
    ]),
    menus: new Map(menus.map((each) => [each.name, each])),
  }));

/** Keys that a caller presses one by one; `-` is none. */
export const someKeys = fc.array(fc.constantFrom(...KEYS, '*', '#', '-'), { maxLength: 8 });
