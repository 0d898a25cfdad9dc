/** Who the caller of an emergency call is: alike for an INVITE, a menu and the dial tone inside a call. */
import fc from 'fast-check';
import {
  readKeyRequest,
  bookAsset,
  bookOf,
  type Decision,
  type EmergencyBook,
  NO_BOOK,
  type Call,
  readBook,
  routeDialTone,
  routeMenu,
  routeOutgoing,
  readParty,
  readCall,
} from '../../../src/runtime/calls';
import { directory, HOUSE } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';
import { someDirectory, uri } from './arbitraries';
import { readTable, readUri } from './tables';
import { runs } from '../../support/runs';

const NOW = new Date('2026-11-20T12:00-08:00');
const book = bookOf(directory);
const twins = [
  ['Twin', '+15035550145'],
  ['twin', '+15035550146'],
] as const;
const BOOKS: Readonly<Record<string, EmergencyBook>> = {
  '': book,
  none: NO_BOOK,
  twins: { ...book, phones: new Map([...book.phones, ...twins]) },
};

/** 911 in each way that a phone has, with a directory that cannot be read. */
const WAYS: Readonly<Record<string, (call: Call, book: EmergencyBook) => Decision>> = {
  'an INVITE': (call, book) => routeOutgoing(call, null, NOW, book),
  'a menu': (call, book) =>
    routeMenu(readKeyRequest({ call, parameters: { keys: '9', Digits: '11' } }), null, NOW, book),
  'the dial tone': (call, book) =>
    routeDialTone(readKeyRequest({ call, parameters: { Digits: '911' } }), null, NOW, book),
};

const resultOf = (decision: Decision) => {
  if (decision.kind === 'emergency') return decision.callerId;
  return decision.kind === 'refuse' ? decision.reason : decision.kind;
};

describe.each(Object.entries(WAYS))('The caller of 911 from %s', (_, route) => {
  it.each(readTable<'note' | 'digest' | 'from' | 'book' | 'result'>('emergency'))(
    '$from with the digest user "$digest" is $result ($note)',
    ({ digest, from, book: name, result }) => {
      const call: Call = {
        environment: 'prod',
        to: readParty(sipUri('911')),
        from: readParty(readUri(from)),
        ...(digest !== '' && { sipUsername: digest }),
      };
      expect(resultOf(route(call, BOOKS[name] ?? NO_BOOK))).toBe(result);
    },
  );

  it('is the digest user where it is sent and known, under its own number and by its own permission', () => {
    const users = fc.oneof(
      fc.constantFrom(...book.phones.keys(), ...book.ownNumbers, HOUSE, '+15035550177', 'nobody'),
      fc.string(),
    );
    fc.assert(
      fc.property(someDirectory, uri(users), fc.nat(), (random, from, pick) => {
        const phones = [...random.extensions.values()];
        const phone = phones[pick % phones.length];
        fc.pre(phone !== undefined);
        const call = {
          environment: 'prod',
          from,
          to: sipUri('911'),
          sipUsername: phone.username,
        } as const;
        expect(resultOf(route(readCall(call), bookOf(random)))).toBe(
          phone.emergency ? phone.number : 'emergency-not-allowed',
        );
      }),
      { numRuns: runs(150, 500) },
    );
  });

  it('is never one of our own numbers that is no emergency phone’s', () => {
    fc.assert(
      fc.property(someDirectory, uri(fc.constantFrom(...book.ownNumbers)), (random, from) => {
        const { phones, ownNumbers } = bookOf(random);
        const result = resultOf(
          route(
            { environment: 'prod', from: readParty(from), to: readParty(sipUri('911')) },
            bookOf(random),
          ),
        );
        if (ownNumbers.has(result)) expect([...phones.values()]).toContain(result);
      }),
    );
  });
});

describe('From outside', () => {
  it.each(['+15035550123', 'anonymous', '+266696687', undefined])(
    '%p cannot call 911 in a menu',
    (from) => {
      const call: Call = {
        environment: 'prod',
        from: readParty(from),
        to: readParty('+15035550100'),
      };
      expect(
        routeMenu(
          readKeyRequest({ call, parameters: { keys: '9', Digits: '11' } }),
          null,
          NOW,
          book,
        ).kind,
      ).toBe('refuse');
      expect(
        routeDialTone(readKeyRequest({ call, parameters: { Digits: '911' } }), null, NOW, book)
          .kind,
      ).toBe('refuse');
    },
  );
});

describe('A caller from outside', () => {
  const from = readCall({ environment: 'prod', from: '+15035550199', to: '+15035550100' });

  it.each([
    ['US', '9', '11', '911'],
    ['GB', '9', '99', '999'],
    ['DE', '1', '12', '112'],
  ])('in %s is told to dial the country’s own number', (country, keys, Digits, number) => {
    const parameters = { keys, Digits };
    const abroad = { ...book, country, areaCodes: [] };
    const reported = { kind: 'refuse', reason: 'emergency-outside', number };
    expect(routeMenu(readKeyRequest({ call: from, parameters }), null, NOW, abroad)).toMatchObject(
      reported,
    );
    expect(
      routeDialTone(readKeyRequest({ call: from, parameters }), null, NOW, abroad),
    ).toMatchObject(reported);
  });

  it('is whoever says nothing at all', () => {
    const call: Call = { environment: 'prod' };
    expect(
      routeMenu(readKeyRequest({ call, parameters: { keys: '9', Digits: '11' } }), null, NOW, book),
    ).toMatchObject({ kind: 'refuse', reason: 'emergency-outside' });
  });

  it('is not told to dial anything for a test', () => {
    expect(
      routeMenu(
        readKeyRequest({ call: from, parameters: { keys: '9', Digits: '33' } }),
        null,
        NOW,
        book,
      ),
    ).toMatchObject({ kind: 'refuse', reason: 'no-dial-tone' });
  });
});

describe('The emergency book', () => {
  it('comes out of its asset as it went in', () => {
    expect(readBook(JSON.parse(JSON.stringify(bookAsset(book))))).toEqual(book);
  });

  const asset = bookAsset(book);
  it.each([
    ['null', null],
    ['a list', []],
    ['text', 'book'],
    ['of another version', { ...asset, version: 0 }],
    ['without a country', { ...asset, country: undefined }],
    ['with area codes that are none', { ...asset, areaCodes: '503' }],
    ['with languages that are none', { ...asset, languages: [1] }],
    ['with a language that has no voice', { ...asset, languages: ['en', 'fr'] }],
    ['without voices', { ...asset, voices: null }],
    ['with phones in a list', { ...asset, phones: ['clinton'] }],
    ['with a number that is none', { ...asset, phones: { clinton: true } }],
    ['without numbers of its own', { ...asset, ownNumbers: undefined }],
  ])('is refused where it is %s', (_, broken) => {
    expect(() => readBook(broken)).toThrow('no list of emergency numbers');
  });

  it('says that a phone with no number may not call', () => {
    const phone = directory.extensions.get('alder');
    const extensions = new Map([['gap', { ...phone!, username: 'gap', emergency: true }]]);
    expect(bookOf({ ...directory, extensions }).phones.get('gap')).toBeNull();
  });
});
