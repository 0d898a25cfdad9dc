import { readQuery } from '../../../../src/runtime/model/callbacks';
import fc from 'fast-check';
import {
  type Decision,
  routeDialTone,
  readKeyRequest,
  routeMenu,
} from '../../../../src/runtime/calls';
import {
  positionUrl,
  readDialTonePosition,
  readMenuPosition,
} from '../../../../src/runtime/calls/menus/position';
import type { Directory } from '../../../../src/runtime/model/directory';
import { twimlFor } from '../../../../src/runtime/twiml';
import { twimlError } from '../../../../tools/exchange/twimlSchema';
import { runs } from '../../../support/runs';
import { begin } from './begin';
import { someKeys, someTree } from './trees';
import { callFrom, NOON, press, simulateKeys } from './simulateKeys';

const many = { numRuns: runs(100, 400) };
const ABLE = 'booth';
const UNABLE = 'kiosk';
const OUTSIDE = 'outside +15035550123';
const NUMBER = '+15035550190';

const toOf = (from: string) => (from === OUTSIDE ? NUMBER : '#');

/** The call after those keys that are still asked for; the last Decision that takes one, and what ended it. */
function wander(from: string, keys: readonly string[], directory: Directory) {
  const call = callFrom(from, toOf(from));
  let decision = begin(from, toOf(from), directory);
  let asked: (Decision & { kind: 'gather' }) | undefined;
  for (const key of keys) {
    if (decision.kind !== 'gather') break;
    asked = decision;
    decision = press(decision, key === '-' ? '' : key, call, directory);
  }
  if (decision.kind === 'gather') asked = decision;
  return { call, decision, asked };
}

describe('Nine one one', () => {
  it('is reached from every menu of a phone that may call it, mid-intro, in both languages', () => {
    let reached = 0;
    fc.assert(
      fc.property(someTree, someKeys, fc.boolean(), (directory, keys, spanish) => {
        // Prepare
        const { call, asked } = wander(ABLE, [...keys, ...(spanish ? ['*'] : [])], directory);
        if (asked?.position.at !== 'menu' || asked.position.keys !== '') return;

        // Act
        const decision = simulateKeys(asked, '9 11', call, directory);

        // Assess
        reached += 1;
        expect(decision).toMatchObject({
          kind: 'emergency',
          number: '911',
          callerId: '+15035550181',
          language: asked.position.language,
        });
      }),
      many,
    );
    expect(reached).toBeGreaterThan(runs(25, 100));
  });

  it('is reached by a nine too many, whatever the nine does there', () => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const { call, asked } = wander(ABLE, keys, directory);
        if (asked?.position.at !== 'menu' || asked.position.keys !== '') return;
        // The nine itself may make the call.
        const first = simulateKeys(asked, '9 91', call, directory);
        const decision =
          first.kind === 'emergency' ? first : simulateKeys(first, '1', call, directory);
        expect(decision).toMatchObject({ kind: 'emergency', number: '911' });
      }),
      many,
    );
  });

  it('is reached from the dial tone at once', () => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const { call, asked } = wander(ABLE, keys, directory);
        if (asked?.position.at !== 'dialTone' || asked.position.keys !== '') return;
        expect(press(asked, '911', call, directory)).toMatchObject({ kind: 'emergency' });
      }),
      many,
    );
  });

  it.each([UNABLE, OUTSIDE])('is refused on every path of %s', (from) => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const { call, decision, asked } = wander(from, keys, directory);
        expect(decision.kind).not.toBe('emergency');
        if (asked?.position.at !== 'menu' || asked.position.keys !== '') return;
        expect(simulateKeys(asked, '9 11', call, directory)).toMatchObject({
          kind: 'refuse',
          reason: from === OUTSIDE ? 'emergency-outside' : 'emergency-not-allowed',
        });
      }),
      many,
    );
  });

  const forged = fc.record(
    {
      menu: fc.constantFrom('menu-0', 'menu-1', 'gone', '../menu', ''),
      keys: fc.oneof(
        fc.constantFrom('9', '91', '911', '933', '9111', '1911', '112', '#', '*911'),
        fc.string({ maxLength: 5 }),
      ),
      Digits: fc.oneof(
        fc.constantFrom('', '1', '11', '911', '33', '#', '112', '9911'),
        fc.string({ maxLength: 5 }),
      ),
      lang: fc.constantFrom('en', 'es', 'fr', ''),
      round: fc.constantFrom('0', '1', '99', '-1', 'x'),
      way: fc.constantFrom('', 'menu-1', 'gone.menu-0', 'menu-0.'.repeat(1_400)),
    },
    { requiredKeys: [] },
  );

  it.each([UNABLE, OUTSIDE])('cannot be forged into a URL by %s', (from) => {
    fc.assert(
      fc.property(someTree, forged, (directory, parameters) => {
        const request = { call: callFrom(from, toOf(from)), parameters };
        for (const each of [directory, { ...directory, menus: new Map() }]) {
          expect(routeMenu(readKeyRequest(request), each, NOON).kind).not.toBe('emergency');
          expect(routeDialTone(readKeyRequest(request), each, NOON).kind).not.toBe('emergency');
        }
        if (from === OUTSIDE) {
          expect(routeMenu(readKeyRequest(request), null, NOON).kind).toBe('refuse');
          expect(routeDialTone(readKeyRequest(request), directory, NOON).kind).toBe('refuse');
        }
      }),
      many,
    );
  });

  it('is the only number that any URL calls for help', () => {
    fc.assert(
      fc.property(someTree, forged, (directory, parameters) => {
        const request = { call: callFrom(ABLE), parameters };
        const decision = routeMenu(readKeyRequest(request), directory, NOON);
        if (decision.kind !== 'emergency') return;
        expect(['911', '933']).toContain(decision.number);
        expect(decision.callerId).toBe('+15035550181');
      }),
      many,
    );
  });
});

describe('A path through the menus', () => {
  it('ends when no key is pressed any more', () => {
    fc.assert(
      fc.property(
        someTree,
        someKeys,
        fc.constantFrom(ABLE, UNABLE, OUTSIDE),
        (directory, keys, from) => {
          const { call, decision } = wander(from, keys, directory);
          let last = decision;
          let documents = 0;
          while (last.kind === 'gather') {
            last = press(last, '', call, directory);
            expect((documents += 1)).toBeLessThan(200);
          }
        },
      ),
      many,
    );
  });

  it('keeps the language, which only * changes', () => {
    fc.assert(
      fc.property(someTree, someKeys, fc.constantFrom(ABLE, OUTSIDE), (directory, keys, from) => {
        let expected = 'en';
        const call = callFrom(from, toOf(from));
        let decision = begin(from, toOf(from), directory);
        for (const key of keys) {
          if (decision.kind !== 'gather') break;
          const inMenu = decision.position.at === 'menu' && decision.position.keys === '';
          if (key === '*' && !inMenu) break;
          decision = press(decision, key === '-' ? '' : key, call, directory);
          if (key === '*') expected = expected === 'en' ? 'es' : 'en';
          expect(decision.language).toBe(expected);
        }
      }),
      many,
    );
  });

  it('is one document a key, valid and below 64 KB', () => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const { decision } = wander(ABLE, keys, directory);
        const rendering = { site: directory.site, template: () => undefined, parameters: {} };
        const twiml = twimlFor(decision, rendering);
        expect(twimlError(twiml)).toBeUndefined();
        expect(Buffer.byteLength(twiml)).toBeLessThan(64 * 1024);
        if (decision.kind === 'gather') expect(twiml).not.toContain('<Redirect');
      }),
      { numRuns: runs(50, 150) },
    );
  });

  it('is the same when it is gone again', () => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const decision = wander(ABLE, keys, directory).decision;
        expect(wander(ABLE, keys, directory).decision).toEqual(decision);
      }),
      many,
    );
  });

  it('is carried whole by its URL', () => {
    fc.assert(
      fc.property(someTree, someKeys, (directory, keys) => {
        const { asked } = wander(ABLE, keys, directory);
        if (!asked || asked.position.at === 'operatorOffer') return;
        const { position } = asked;
        const [, query = ''] = positionUrl(position).split('?');
        const parameters = Object.fromEntries(new URLSearchParams(query));
        const read =
          position.at === 'menu'
            ? readMenuPosition(readQuery('menu', parameters), directory)
            : readDialTonePosition(readQuery('dialTone', parameters), directory);
        expect(read).toEqual(position);
        expect(query.length).toBeLessThan(500);
      }),
      many,
    );
  });
});
