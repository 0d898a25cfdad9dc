import fc from 'fast-check';
import { routeOutgoing, readParty } from '../../../../src/runtime/calls';
import { nextStage as stageOf } from '../../../../src/runtime/calls/menus/dialTone';
import { openRewrite } from '../../../../src/runtime/model/rewrite';
import type { ClassOfService, Directory } from '../../../../src/runtime/model/directory';
import { directory, inCountry, withMenuSettings } from '../../../fixtures/menus';
import { begin } from './begin';
import { callFrom, NOON, press } from './simulateKeys';
import { runs } from '../../../support/runs';

const allowing = (...allow: string[]): ClassOfService => ({
  name: 'some',
  allow: new Set(allow),
  deny: new Set(),
  noLimit: new Set(),
});
const nextStage = (dialled: string, site: Directory, klass = allowing('US', 'CA')) =>
  stageOf(dialled, site, klass);

const rewriting = (...rules: readonly [string, string][]): Directory => ({
  ...directory,
  rewrites: rules.map(([from, to]) => openRewrite({ from, to })),
});
const withExtension = (username: string): Directory => {
  const desk = directory.extensions.get('desk');
  if (!desk) throw new Error('no desk');
  return {
    ...directory,
    extensions: new Map([...directory.extensions, [username, { ...desk, username }]]),
  };
};

const DONE = undefined;
const ANY = {};

describe('What the dial tone waits for', () => {
  it.each([
    // Nothing yet, and less than three.
    ['', { digits: 3 }],
    ['5', { digits: 2 }],
    ['01', { digits: 1 }],
    // Complete at once.
    ['911', DONE],
    ['933', DONE],
    ['112', DONE],
    ['211', DONE],
    ['411', DONE],
    ['988', DONE],
    ['200', DONE],
    ['5035550177', DONE],
    ['15035550177', DONE],
    // So many more.
    ['503', { digits: 7 }],
    ['5035', { digits: 6 }],
    ['150', { digits: 8 }],
    ['800', { digits: 7 }],
    // Longer than any national number, or none of this country: until the caller pauses.
    ['0', { digits: 2 }],
    ['011', ANY],
    ['*72', ANY],
    ['#12', ANY],
    ['1035550177', { digits: 1 }],
    ['1035550177 is no number'.slice(0, 10), { digits: 1 }],
    ['2035550177'.replace('203', '000'), ANY],
    ['50355501777', ANY],
    ['0005550177', ANY],
    ['9915550177', ANY],
  ])('after %j', (dialled, stage) => {
    expect(nextStage(dialled, directory)).toEqual(stage);
  });

  it.each([
    ['a short extension that is an area code too', withExtension('503'), '503', { digits: 7 }],
    ['one that a longer one begins with', withExtension('2005'), '200', { digits: 7 }],
    ['one of another length', withExtension('2005'), '2005', DONE],
    ['a code that a rule may read', rewriting(['9(\\d{3})', '$1']), '988', { digits: 7 }],
    ['one that it does not', rewriting(['9(\\d{3})', '$1']), '211', DONE],
    ['an emergency number, whatever rules say', rewriting(['9(.*)', '$1']), '911', DONE],
    ['a number that a rule may read', rewriting(['50(\\d+)', '$1']), '5035550177', ANY],
    ['one that it does not', rewriting(['51(\\d+)', '$1']), '5035550177', DONE],
    ['one that no rule begins', rewriting(['\\*82(\\d{10})', '$1']), '5035550177', DONE],
    ['a rule of choices', rewriting(['51\\d{8}|50\\d{8}', '$0']), '5035550177', DONE],
    ['a rule of longer choices', rewriting(['51\\d{8}|50\\d{9}', '$0']), '5035550177', ANY],
    ['a rule as long as the number', rewriting(['^50(\\d{8})$', '50$1']), '5035550177', DONE],
    ['one that is longer', rewriting(['^50(\\d{9})$', '$1']), '5035550177', ANY],
    ['one in brackets', rewriting(['^(503\\d{7})$', '$1']), '5035550177', DONE],
    ['one of sets and single keys', rewriting(['50[2-9]\\d\\d{6}', '$0']), '5035550177', DONE],
    ['choices in brackets', rewriting(['(51|50)\\d{8}', '$0']), '5035550177', DONE],
    ['a rule whose first key may be missing', rewriting(['6?503\\d{7}', '$0']), '5035550177', DONE],
    [
      'directory assistance in one rule',
      rewriting(['^1?([2-9]\\d{2}5551212)$', '411']),
      '5035550177',
      DONE,
    ],
    ['what it reads', rewriting(['^1?([2-9]\\d{2}5551212)$', '411']), '5035551212', DONE],
    ['a service code beside it', rewriting(['^1?([2-9]\\d{2}5551212)$', '411']), '211', DONE],
    ['the crisis line beside it', rewriting(['^1?([2-9]\\d{2}5551212)$', '411']), '988', DONE],
    ['an extension in a new area code', withExtension('436'), '436', DONE],
    ['a country of other lengths', inCountry('GB'), '02079460018', ANY],
    ['its emergency number', inCountry('GB'), '999', DONE],
    ['its extension', inCountry('GB'), '200', ANY],
    ['Canada', inCountry('CA'), '6045550177', DONE],
    [
      'a plain pause',
      withMenuSettings({ dialTone: { collect: 'pause', pauseSeconds: 5 } }),
      '',
      ANY,
    ],
    [
      'and after it',
      withMenuSettings({ dialTone: { collect: 'pause', pauseSeconds: 5 } }),
      '5',
      DONE,
    ],
  ])('for %s', (_, site, dialled, stage) => {
    expect(nextStage(dialled, site)).toEqual(stage);
  });
});

describe('What the dial tone waits for abroad', () => {
  const mexico = allowing('US', 'CA', 'MX');
  it.each([
    // Nobody's number here, and the beginning of one in a country that the class may dial.
    ['5255123456', mexico, ANY],
    ['525512345678', mexico, ANY],
    ['4415550177', allowing('US', 'GB'), ANY],
    ['4365550177', allowing('US', 'AT'), ANY],
    ['9005550177', allowing('US', 'TR'), ANY],
    // Where no country begins so, or the class may not dial it.
    ['5255123456', allowing('US', 'CA'), DONE],
    ['5255123456', allowing('US', 'CA', 'GB'), DONE],
    ['9005550177', mexico, DONE],
    // Never a number in an area code that it may dial, whatever countries are open.
    ['5205550177', mexico, DONE],
    ['5035550177', allowing('US', 'SV', 'MX'), DONE],
    ['4425550177', allowing('US', 'GB'), DONE],
    ['5255123456', allowing('US', 'MX', 'non-geographic'), DONE],
    ['15255123456', mexico, DONE],
    // Nor an emergency number.
    ['911', allowing('US', 'IN'), DONE],
    ['933', allowing('US', 'AF'), DONE],
  ])('after %s with %o', (dialled, klass, stage) => {
    expect(nextStage(dialled, directory, klass)).toEqual(stage);
  });

  it('connects all of a number in Mexico', () => {
    const { decision, rest } = dial('525512345678', withClass(mexico));
    expect(rest).toBe('');
    expect(decision).toMatchObject({ kind: 'connect', to: '+525512345678' });
  });
});

/** The fixture where every phone has the class. */
function withClass(klass: ClassOfService): Directory {
  return {
    ...directory,
    classes: new Map([...directory.classes.keys()].map((name) => [name, { ...klass, name }])),
  };
}

/** Presses what the caller has in hand, as many keys as each document takes. */
function dial(number: string, site: Directory) {
  const call = callFrom('dialler');
  let decision = begin('dialler', '#', site);
  let rest = number;
  let documents = 0;
  while (decision.kind === 'gather' && decision.position.at === 'dialTone') {
    // Another dial tone: the number has been dealt with.
    if (documents > 0 && decision.position.keys === '') break;
    const digits = rest.slice(0, decision.digits ?? rest.length);
    rest = rest.slice(digits.length);
    decision = press(decision, digits, call, site);
    documents += 1;
    if (documents > 10) throw new Error(`${number} is never complete`);
  }
  return { decision, rest, documents };
}

const key = fc.constantFrom(...'0123456789*#');
const digitsOf = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length });

describe('A number at the dial tone', () => {
  it('is what was dialled, or refused like it', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 15 }), (keys) => {
        // Prepare
        const number = keys.join('');
        // Act
        const { decision, rest } = dial(number, directory);

        // Assess
        const sent = number.slice(0, number.length - rest.length);
        const call = { ...callFrom('dialler'), to: readParty(sent), language: 'en' as const };
        const direct = routeOutgoing(call, directory, NOON);
        if (direct.kind === 'refuse' && decision.kind === 'gather') {
          expect(decision.trace).toEqual(direct.trace);
        } else expect(decision).toEqual(direct);
        // Nothing is cut off but what comes after a number that is complete by itself.
        if (rest !== '') {
          const dialler = directory.extensions.get('dialler')?.class ?? '';
          expect(nextStage(sent, directory, directory.classes.get(dialler))).toBeUndefined();
        }
      }),
      { numRuns: runs(150, 500) },
    );
  });

  it('of ten or eleven digits is complete with its last one', () => {
    fc.assert(
      fc.property(digitsOf(4), fc.boolean(), (last, one) => {
        const number = `${one ? '1' : ''}503221${last.join('')}`;
        const { decision, documents } = dial(number, directory);
        expect(documents).toBe(2);
        expect(decision.trace?.some(({ step }) => step === 'caller')).toBe(true);
      }),
    );
  });
});
