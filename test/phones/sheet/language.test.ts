/** Another language of sheets, made of English: what is not in a catalogue would still be English. */
import { FAMILIES } from '../../../src/phones/families';
import { CATALOGUES, SHEET_LANGUAGES, sheetLanguages } from '../../../src/phones/sheet/language';
import { model, MODELS } from '../example';
import { ABOUT, KINDS, sheetOn } from '../sheets';
import { textOf } from './text';

/** Letters with a ring below; what is a key or a word on the device, between backticks, stays. */
function pseudoText(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[A-Za-z]/g, '$&\u0325')))
    .join('`');
}

/** The same catalogue in the pseudo-language; what a sentence is given stays as it is. */
function pseudo<Node>(node: Node): Node {
  if (typeof node === 'string') return pseudoText(node) as Node;
  if (typeof node === 'function') {
    const say = node as unknown as (...given: unknown[]) => string;
    const said = (...given: unknown[]) => {
      const marks = given.map((_, i) => String.fromCharCode(0xe000 + i));
      const isList = given.some((each) => Array.isArray(each));
      if (isList) return pseudoText(say(...given));
      return given.reduce<string>(
        (text, each, i) => text.replaceAll(marks[i] ?? '', String(each)),
        pseudoText(say(...marks)),
      );
    };
    return said as Node;
  }
  return Object.fromEntries(
    Object.entries(node as object).map(([key, value]) => [key, pseudo(value as unknown)]),
  ) as Node;
}

/** What is the same in every language: names and addresses, keys, and what a device calls its settings. */
function english(page: string): string[] {
  const words = [ABOUT.site, ABOUT.address ?? '', '&nbsp;']
    .reduce((text, data) => text.replaceAll(data, ' '), page)
    .replace(/<table>[^]*?<\/table>/g, (table) => table.replace(/<td>[^]*?<\/td>/g, ' '))
    .replace(/<th scope="row">[^<]*<\/th>/g, (cell) => (cell.includes('\u0325') ? cell : ' '))
    .replace(/<(kbd|code|h3|b)\b[^]*?<\/\1>/g, ' ');
  return [...textOf(words).matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
}

/** Protocols, and the name of an edge. */
const EVERYWHERE = ['TCP', 'UDP', 'umatilla'];

describe('In a pseudo-language', () => {
  beforeEach(() => {
    jest.replaceProperty(CATALOGUES, 'es', pseudo(CATALOGUES.en));
    for (const { words } of FAMILIES) {
      jest.replaceProperty(words, 'es', pseudo<object>(words.en));
    }
  });
  afterEach(() => jest.restoreAllMocks());

  it.each(MODELS)('the sheet of a $id holds no English', (each) => {
    for (const { dial, emergency = true, help } of Object.values(KINDS)) {
      for (const fetchFrom of [undefined, ABOUT.fetchFrom]) {
        const answers = { ...ABOUT.answers, help };
        const changes = { displayName: '1', dial, emergency, languages: ['es'] as const };
        const page = sheetOn(each, 'es', changes, { fetchFrom, answers });
        const left = english(page).filter((word) => !EVERYWHERE.includes(word));
        expect([each.id, left]).toEqual([each.id, []]);
      }
    }
  });
});

it('A catalogue in English is English: the test above can fail', () => {
  expect(english(sheetOn(model('linphone'), 'en')).length).toBeGreaterThan(50);
});

describe('The languages of sheets', () => {
  it.each([
    [
      ['es', 'en'],
      ['es', 'en'],
    ],
    [['fr', 'es'], ['es']],
    [['fr'], ['en']],
    [[], ['en']],
  ])('of a site that speaks %j are %j', (spoken, expected) => {
    expect(sheetLanguages(spoken)).toEqual(expected);
  });

  it('have a catalogue each', () => {
    expect(Object.keys(CATALOGUES)).toEqual([...SHEET_LANGUAGES]);
  });
});
