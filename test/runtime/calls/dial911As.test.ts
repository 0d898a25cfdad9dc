/** What is dialled for an emergency call: alike from a phone, a menu and the dial tone, with a directory or without. */
import {
  readKeyRequest,
  bookAsset,
  bookOf,
  type EmergencyBook,
  type Call,
  readBook,
  routeDialTone,
  routeMenu,
  routeOutgoing,
  readParty,
} from '../../../src/runtime/calls';
import type { Directory } from '../../../src/runtime/model/directory';
import { directory, withSite } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';
import { phrase } from './phrase';

const NOW = new Date('2026-11-20T12:00-08:00');
const PROVEN: Directory = withSite({ dial911As: '+1911' });
const throughJson = (book: EmergencyBook) =>
  readBook(JSON.parse(JSON.stringify(bookAsset(book))) as unknown);

const dialled = (number: string, directory: Directory | null, book: EmergencyBook) => {
  const call: Call = {
    environment: 'prod',
    from: readParty(sipUri('clinton')),
    to: readParty(sipUri(number)),
  };
  const [first = '', ...rest] = number;
  return [
    routeOutgoing(call, directory, NOW, book),
    routeMenu(
      readKeyRequest({
        call: { ...call, to: readParty(sipUri('%23')) },
        parameters: { keys: first, Digits: rest.join('') },
      }),
      directory,
      NOW,
      book,
    ),
    routeDialTone(readKeyRequest({ call, parameters: { Digits: number } }), directory, NOW, book),
  ].map(phrase);
};

const three = (text: string) => [text, text, text];

describe('An emergency call', () => {
  it.each([
    ['with a directory', PROVEN, bookOf(PROVEN)],
    ['with a directory that cannot be read', null, throughJson(bookOf(PROVEN))],
  ])('goes out by +1911 where the site says so, %s', (_, opened, book) => {
    expect(dialled('911', opened, book)).toEqual(three('911 by +1911 as +15035550124'));
    expect(dialled('933', opened, book)).toEqual(three('933 by +1933 as +15035550124'));
  });

  it.each([
    ['with a directory', directory, bookOf(directory)],
    ['with a directory that cannot be read', null, throughJson(bookOf(directory))],
  ])('goes out as 911 unless it is said, %s', (_, opened, book) => {
    expect(dialled('911', opened, book)).toEqual(three('911 as +15035550124'));
  });

  it('goes out as 911 whatever else a book says', () => {
    const asset = { ...bookAsset(bookOf(directory)), dial911As: '+1900' };
    const book = readBook(JSON.parse(JSON.stringify(asset)) as unknown);
    expect(dialled('911', null, book)).toEqual(three('911 as +15035550124'));
  });

  it('goes out by +1911 where the key of a menu calls the number for every need', () => {
    const call: Call = {
      environment: 'prod',
      from: readParty(sipUri('clinton')),
      to: readParty(sipUri('%23')),
    };
    const extensions = new Map(PROVEN.extensions);
    const clinton = extensions.get('clinton');
    if (!clinton) throw new Error('no such phone');
    extensions.set('clinton', { ...clinton, hash: { do: 'emergency' } });
    const decision = routeOutgoing(call, { ...PROVEN, extensions }, NOW);
    expect(phrase(decision)).toBe('911 by +1911 as +15035550124');
  });
});
