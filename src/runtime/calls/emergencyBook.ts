/**
 * All that an emergency call needs of the directory: who may call for help, and as which number. The
 * build writes it as an asset of its own, so that no error of the directory stands before such a call.
 */
import { DEFAULT_VOICES } from '../model/defaults';
import { type Directory, type Extension, CALL_LANGUAGES, type Site } from '../model/directory';
import { ANNOUNCEMENTS } from './sentences';

/** Raised with every change of shape, as that of the directory is. */
const BOOK_VERSION = 1;

export interface EmergencyBook extends Pick<
  Site,
  'country' | 'areaCodes' | 'languages' | 'voices' | 'dial911As' | 'sentences'
> {
  /** SIP username → the number with the registered address; null: it may not call for help. */
  readonly phones: ReadonlyMap<string, string | null>;
  /** E.164 numbers that are ours: of phones, of `numbers.yaml`, the house number. */
  readonly ownNumbers: ReadonlySet<string>;
}

/** As the asset holds it. */
export interface EmergencyAsset extends Omit<EmergencyBook, 'phones' | 'ownNumbers'> {
  readonly version: typeof BOOK_VERSION;
  readonly phones: Readonly<Record<string, string | null>>;
  readonly ownNumbers: readonly string[];
}

/** Where nothing can be read. */
export const NO_BOOK: EmergencyBook = {
  country: 'US',
  areaCodes: [],
  languages: CALL_LANGUAGES,
  voices: DEFAULT_VOICES,
  phones: new Map(),
  ownNumbers: new Set(),
};

const books = new WeakMap<Directory, EmergencyBook>();

/** What a directory says of emergency calls; made once for each. */
export function bookOf(directory: Directory | null): EmergencyBook {
  if (!directory) return NO_BOOK;
  const book = books.get(directory) ?? makeBook(directory);
  books.set(directory, book);
  return book;
}

function makeBook({ site, extensions, numbers }: Directory): EmergencyBook {
  const { country, areaCodes, languages, voices, dial911As } = site;
  const phones = [...extensions].map(([name, each]) => [name, emergencyNumberOf(each)] as const);
  const own = [...numbers.keys(), ...[...extensions.values()].map(({ number }) => number)];
  const ownNumbers = [...own, site.defaults.callerId].filter((each) => each !== undefined);
  return {
    country,
    areaCodes,
    languages,
    voices,
    ...(dial911As !== undefined && { dial911As }),
    ...announcementsIn(site.sentences),
    phones: new Map(phones),
    ownNumbers: new Set(ownNumbers),
  };
}

/** Where the recordings of a deployment are: Twilio fetches them from the service that it has just asked. */
const OWN_RECORDING = /^\/sounds\//;

/**
 * The recordings that announce an emergency call, and of them only files of this deployment: nobody else's
 * host stands before a call for help. Without one, also where this is anything else, it is announced by voice.
 */
function announcementsIn(sentences: unknown): Pick<EmergencyBook, 'sentences'> {
  if (!isRecord(sentences)) return {};
  const entries = ANNOUNCEMENTS.flatMap((name) => {
    const recorded = sentences[name];
    return isRecord(recorded) ? [[name, ownRecordings(recorded)] as const] : [];
  });
  return entries.length === 0 ? {} : { sentences: Object.fromEntries(entries) };
}

function ownRecordings(recorded: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recorded).filter(
      (entry): entry is [string, string] => isText(entry[1]) && OWN_RECORDING.test(entry[1]),
    ),
  );
}

function emergencyNumberOf({ emergency, number }: Extension): string | null {
  return (emergency ? number : undefined) ?? null;
}

/** The book as JSON can hold it. */
export function bookAsset({ phones, ownNumbers, ...book }: EmergencyBook): EmergencyAsset {
  return {
    version: BOOK_VERSION,
    ...book,
    phones: Object.fromEntries(phones),
    ownNumbers: [...ownNumbers],
  };
}

/**
 * The book of an asset, each field looked at: what is half a book is none.
 *
 * @throws Error when it is no book, or one of another version.
 */
export function readBook(asset: unknown): EmergencyBook {
  if (!isBook(asset)) throw new Error('no list of emergency numbers of this version');
  const { country, areaCodes, languages, voices, dial911As } = asset;
  return {
    country,
    areaCodes,
    languages,
    voices,
    // Whatever else it says, 911 is what Twilio documents.
    ...(dial911As === '+1911' && { dial911As }),
    ...announcementsIn(asset.sentences),
    phones: new Map(Object.entries(asset.phones)),
    ownNumbers: new Set(asset.ownNumbers),
  };
}

function isBook(asset: unknown): asset is EmergencyAsset {
  if (!isRecord(asset) || !isRecord(asset.voices) || !isRecord(asset.phones)) return false;
  const { voices, phones } = asset;
  return (
    asset.version === BOOK_VERSION &&
    isText(asset.country) &&
    areTexts(asset.areaCodes) &&
    areTexts(asset.languages) &&
    asset.languages.every((each) => isText(voices[each])) &&
    Object.values(phones).every((each) => each === null || isText(each)) &&
    areTexts(asset.ownNumbers)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
