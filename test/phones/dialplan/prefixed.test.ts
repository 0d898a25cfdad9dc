/** Phones that send 1911 for 911 and 1933 for 933 (`dial911As: 1911`), read by the simulators alone. */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { readDialed } from '../../../src/runtime/calls/dialed';
import type { Directory, Extension } from '../../../src/runtime/model/directory';
import { APPS } from '../../../src/config/emergency/intendedSetup';
import { UserError } from '../../../src/diagnostics/errors';
import { insistentForms } from '../../../src/runtime/numbers/insistence';
import { type DialPlan, dialPlanFor } from '../../../src/phones/dialplan/plan';
import {
  type Grammar,
  type Options,
  type Outcome,
  simulate,
} from '../../../tools/dial-plan-simulator';
import { PHONE_MODELS } from '../../../src/phones/families';
import { directory as fixture, extension as anExtension } from '../../fixtures/directory';
import { settingsOn } from '../sheets';
import { dialDirectory, emergencyIn } from './arbitraries';
import { compile, dial, EXAMPLE, FAMILIES, keysOf, phrase, readTable } from './phones';

const BARE = ['911', '933'];
const FORMS = BARE.flatMap((number) => [
  number,
  `1${number}`,
  `9${number}`,
  ...insistentForms(number, 'US'),
  `${number}#`,
  `${number}${number.slice(-1)}`,
  `*67${number}#`,
  `${number}#${number}#`,
]);

type Readings = { readonly [G in Grammar]?: Options[G] };
const HELD: Readings = { polycom: { shortest: 'held' }, yealink: { shortest: 'held' } };
const LEAVES: Readings = { grandstream: { onlyMatch: 'leaves' }, spa: { incomplete: 'sent' } };

function planOf(extension: Extension, directory: Directory): DialPlan {
  return dialPlanFor({ ...extension, dial911As: '1911' }, directory);
}

/** The last alternative first: nothing may hang on which of two a phone takes. */
function reversed(family: Grammar, text: string, options: object): [string, object] {
  const back = (list: string) => list.split('|').reverse().join('|');
  if (family === 'spa') return [`(${back(text.slice(1, -1))})`, options];
  if (family === 'grandstream') return [`{${back(text.slice(1, -1))}}`, options];
  if (!('timeOut' in options)) return [back(text), options];
  return [back(text), { ...options, timeOut: back(String(options.timeOut)) }];
}

function compiled<G extends Grammar>(family: G, plan: DialPlan) {
  try {
    return compile(family, plan);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(family).toBe('polycom');
    return undefined;
  }
}

function onEach(plan: DialPlan, typed: string, other: Readings = {}): [Grammar, Outcome][] {
  return FAMILIES.flatMap((family): [Grammar, Outcome][] => {
    const phone = compiled(family, plan);
    if (!phone) return [];
    const options = { ...phone.options, ...other[family] };
    return [[phone.text, options] as const, reversed(family, phone.text, options)].map(
      ([text, given]) => [family, simulate(family, text, keysOf(typed), given)],
    );
  });
}

const scene = (emergency: boolean) =>
  dialDirectory
    .map((directory) => ({
      directory,
      phones: [...directory.extensions.values()].filter(
        (each) => each.emergency === emergency && each.environments.length > 0,
      ),
    }))
    .filter(({ phones }) => phones.length > 0)
    .chain(({ directory, phones }) =>
      fc.record({
        directory: fc.constant(directory),
        extension: fc.constantFrom(...phones),
        typed: fc.oneof(fc.constantFrom(...FORMS), emergencyIn(directory)),
      }),
    );

type Scene = ReturnType<typeof scene> extends fc.Arbitrary<infer T> ? T : never;

type Column = 'note' | 'phone' | 'dialled' | Grammar;

describe.each(FAMILIES)('With `dial911As: 1911`, on a phone of the family %s', (family) => {
  it.each(readTable<Column>('prefixed'))('$phone dials $dialled ($note)', (row) => {
    const [site, username = ''] = row.phone.split('/');
    const directory = site === 'example' ? EXAMPLE : fixture;
    const plan = planOf(directory.extensions.get(username)!, directory);
    expect(phrase(dial(family, plan, row.dialled), row.dialled)).toBe(row[family]);
  });
});

describe('With `dial911As: 1911`', () => {
  it('every form of 911 and 933 leaves as none that is bare, as soon as ever, and means the same', () => {
    let sent = 0;
    fc.assert(
      fc.property(scene(true), ({ directory, extension, typed }) => {
        const meant = readDialed(typed, directory);
        for (const readings of [{}, HELD, LEAVES]) {
          const outcomes = onEach(planOf(extension, directory), typed, readings);
          for (const [family, { kind, digits, afterMs }] of outcomes) {
            if (kind !== 'sent') {
              expect([family, typed, BARE.includes(typed)]).toEqual([family, typed, false]);
              continue;
            }
            expect(BARE).not.toContain(digits);
            if (BARE.includes(typed)) expect(digits).toBe(`1${typed}`);
            const read = readDialed(digits, directory);
            if (meant.kind !== 'emergency' || read.kind !== 'emergency') continue;
            sent += 1;
            expect([family, typed, read]).toEqual([family, typed, meant]);
            if (readings === HELD || !BARE.includes(typed)) continue;
            expect(afterMs).toBeLessThanOrEqual(family === 'grandstream' ? 4000 : 0);
          }
        }
      }),
      { numRuns: runs(20, 100) },
    );
    expect(sent).toBeGreaterThan(runs(60, 300));
  });

  const hashesIn = (text: string) => text.split('#').length;

  const expectSentAsBefore = (family: Grammar, { directory, extension, typed }: Scene) => {
    const one = compiled(family, dialPlanFor(extension, directory));
    const other = compiled(family, planOf(extension, directory));
    fc.pre(one !== undefined && other !== undefined);
    // A Polycom has less room with it, and may have to make more wait, or do without codes before 911.
    fc.pre(family !== 'polycom' || other.text.replaceAll('R9R19R', '9') === one.text);
    // A Grandstream may have no room left for `#` as the key that sends.
    fc.pre(family !== 'grandstream' || hashesIn(other.text) === hashesIn(one.text));
    const was = simulate(family, one.text, keysOf(typed), one.options);
    const is = simulate(family, other.text, keysOf(typed), other.options);
    const digits = BARE.includes(was.digits) ? `1${was.digits}` : was.digits;
    expect(is).toEqual(was.kind === 'sent' ? { ...was, digits } : was);
  };

  it.each(FAMILIES)(
    'what is dialled on a phone of the family %s is sent as without it, but for 911 and 933 themselves',
    (family) => {
      fc.assert(
        fc.property(scene(true), (each) => expectSentAsBefore(family, each)),
        { numRuns: family === 'polycom' ? runs(2, 20) : runs(8, 80) },
      );
    },
  );

  it('nothing changes on a phone that may not call 911', () => {
    fc.assert(
      fc.property(scene(false), ({ directory, extension }) => {
        expect(planOf(extension, directory)).toEqual(dialPlanFor(extension, directory));
      }),
      { numRuns: runs(4, 20) },
    );
  });

  it('the plan says that it is unproven, and what to try', () => {
    const { notes } = planOf(anExtension('booth', { emergency: true }), fixture);
    expect(notes[0]).toMatch(/911 leaves the phone as 1911, and 933 as 1933.*unproven.*dial 933/);
  });

  it.each([...PHONE_MODELS.values()])('the files of a $name hold it, or it is an app', (model) => {
    const plan = planOf(anExtension('booth', { emergency: true }), fixture);
    const settings = settingsOn(model, { dial: 'dialtone', dialPlan: plan });
    const text = model
      .files(settings)
      .map(({ content }) => content)
      .join('\n');
    const replaces = /(?:&lt;|<)9[:=]19(?:&gt;|>)11|R9R19R11/.test(text);
    expect(replaces).toBe(!APPS.includes(model.id));
    expect(model.softphone).toBe(APPS.includes(model.id));
  });
});
