import { SaxesParser } from 'saxes';
import { drawCalls } from '../../../src/simulate/drawing/draw';
import type { Drawable } from '../../../src/simulate/drawing/box';
import type { Directory, Menu } from '../../../src/runtime/model/directory';
import { SITE } from '../../config/support';
import { drawable, example, large } from './sites';

interface Drawing {
  readonly texts: readonly string[];
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Of the boxes and edges that there are. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** Throws where it is not well-formed. */
function read(svg: string): Drawing {
  const texts: string[] = [];
  const elements = new Set<string>();
  const attributes = new Set<string>();
  const kinds: Record<string, number> = {};
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => text.trim() && texts.push(text));
  parser.on('opentag', (tag) => {
    elements.add(tag.name);
    for (const name of Object.keys(tag.attributes)) attributes.add(name);
    const kind = String(tag.attributes['class'] ?? '');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  });
  parser.write(svg).close();
  return { texts, elements, attributes, kinds };
}

async function drawn(site: Drawable): Promise<Drawing> {
  return read(await drawCalls(site, 'en'));
}

const textsOf = async (site: Drawable) => (await drawn(site)).texts;

const FILES = {
  'site.yaml': SITE.replace('[en, es]', '[en]'),
  'extensions.yaml': `
clinton: { name: Clinton booth, hash: { menu: main } }
belmont: { name: Belmont booth, hash: { menu: main } }
alder: { name: Alder booth, number: +15035550130 }`,
  'numbers.yaml': `
+15035550100: { menu: main }
+15035550130: { ring: [alder, clinton], hours: [mon-fri 09:00-17:00], otherwise: +15035550188 }`,
  'menus/main.yaml': `
main:
  intro: { say: Welcome to the phones. }
  keys: { 1: { say: One., menu: sub }, 2: { ring: [clinton] } }
sub:
  intro: [{ play: /bells }, { play: /bells }]
  next: { do: hangUp }
  only: { emergency: true }
  otherwise: { menu: none }
none: { intro: { say: Not here. }, next: { do: back } }`,
  'sounds/bells.wav': '',
};
const SMALL = drawable(FILES);

function withMenus(menus: Directory['menus'], site: Drawable = SMALL): Drawable {
  return { ...site, directory: { ...site.directory, menus } };
}

describe('A drawing of calls', () => {
  it('shows menus, what is said, the keys and where they lead, by names', async () => {
    const texts = await textsOf(SMALL);
    for (const shown of [
      'menu main',
      '“Welcome to the phones.”',
      'rings Clinton booth',
      '× hang up',
    ]) {
      expect(texts).toContain(shown);
    }
    expect(texts).toContain('only phones that may call 911');
  });

  it('shows every number: whom it rings, in its hours, and what follows', async () => {
    const texts = await textsOf(SMALL);
    const at = texts.indexOf('call to Alder booth');
    expect(texts.slice(at, at + 9)).toEqual([
      'call to Alder booth',
      '503-555-0130',
      'open mon-fri 09:00-17:00',
      'rings',
      'Alder booth, Clinton booth',
      'no answer',
      'calls 503-555-0188',
      'closed',
      'TwiML closed',
    ]);
    expect(texts).toContain('call to the house number');
  });

  it('says that nothing answers a house number without a rule', async () => {
    const numbers = new Map(SMALL.directory.numbers);
    numbers.delete('+15035550100');
    const texts = await textsOf({ ...SMALL, directory: { ...SMALL.directory, numbers } });
    expect(texts).toContain('× says: not in service');
  });

  it('puts phones that do the same into one box, by their names, and 911 first', async () => {
    const texts = await textsOf(SMALL);
    const at = texts.indexOf('2 phones');
    expect(texts.slice(at, at + 7)).toEqual([
      '2 phones',
      'Clinton booth, Belmont booth',
      '911',
      '× says: not from this phone',
      'lifted',
      'as set by hand on the phone',
      '#',
    ]);
  });

  it('tells hotlines from phones with a dial tone', async () => {
    const texts = await textsOf(example('examples/payphones'));
    const rowsOf = (title: string) => {
      const at = texts.indexOf(title);
      return texts.slice(at + 1, at + 5);
    };
    expect(rowsOf('Cass Corridor booth')).toEqual([
      '911',
      'emergency call, in: menu main',
      'lifted',
      'menu main',
    ]);
    expect(rowsOf('SE Alder booth')).toEqual([
      '911',
      'emergency call, before anything else',
      'lifted',
      'dial tone',
    ]);
    expect(rowsOf('NE Ainsworth booth')).toEqual([
      '911',
      'what answers has to place it',
      'lifted',
      'hand-off to portland@pbx.example.org',
    ]);
  });

  it('shows what # opens at the dial tone, and what it does in the menus of such a phone', async () => {
    const texts = await textsOf(
      drawable({
        ...FILES,
        'site.yaml': `${FILES['site.yaml']}menus: { hash: top }\n`,
        'extensions.yaml':
          'clinton: { name: Clinton booth, hash: { do: dialTone }, hashAtDialTone: { menu: main } }',
        'numbers.yaml': '+15035550100: { menu: main }',
      }),
    );
    const at = texts.indexOf('# at the tone');
    expect(texts.slice(at - 2, at + 2)).toEqual(['#', 'dial tone', '# at the tone', 'menu main']);
    expect(texts).toContain('# goes to the dial tone');
    expect(texts).toContain('# goes to the first menu');
  });

  it('names volunteers with their hours, and none of their numbers', async () => {
    const texts = await textsOf(example('examples/payphones'));
    const at = texts.indexOf('robin');
    expect(texts.slice(at, at + 2)).toEqual(['robin', 'daily 09:00-21:00']);
    expect(texts.join(' ')).not.toContain('555-0171');
  });

  it('says of menus only what is true for those who come from a box', async () => {
    const texts = await textsOf(example('examples/payphones'));
    const count = (text: string) => texts.filter((each) => each.includes(text)).length;
    expect({
      // Cass Corridor and SE Alder; the community hall; the house number.
      allowed: count('in menus: 911 is an emergency call'),
      refused: count('in menus: 911 is refused'),
      outside: count('in menus: 911 says to hang up and dial it'),
    }).toEqual({ allowed: 2, refused: 1, outside: 1 });
    expect(await textsOf(SMALL)).not.toContain('* changes the language');
  });

  it('marks a menu from which nothing but the end follows', async () => {
    const last: Menu = { ...SMALL.directory.menus.get('none')!, next: { do: 'hangUp' } };
    expect(await textsOf(withMenus(new Map([['none', last]])))).toContain('menu none: dead end');
  });

  it('draws an edge for every key that opens a menu', async () => {
    const { kinds } = await drawn(SMALL);
    // # of two phones, the house number, key 1, and those who may not enter.
    expect(kinds).toMatchObject({ edge: 4, node: 7 });
  });

  it('is drawn of a large site, and of one with nothing', async () => {
    expect((await textsOf(large())).join(' ')).toContain('Booth 49 of the long street');
    expect(await textsOf(example('examples/empty'))).toContain(
      'My phones: 0 phones, 0 numbers and 0 menus, in en',
    );
  });

  it('is drawn of many menus that follow one another', async () => {
    const none = SMALL.directory.menus.get('none')!;
    const menus = Array.from({ length: 400 }, (_, i): [string, Menu] => [
      `m${i}`,
      { ...none, name: `m${i}`, next: { menu: `m${i + 1}` } },
    ]);
    expect(await textsOf(withMenus(new Map(menus)))).toContain('menu m399');
  });
});

describe('What an operator writes', () => {
  const HOSTILE = [
    '</text><script>alert(1)</script>',
    '</td></tr></table>',
    '<img src="x" onerror=alert(1)>',
    '&lt;b&gt; &amp;amp; &#60; &nbsp; %s $& \\N \\G \\\\',
    '"quoted" \'name\' --> ]]> <!-- {a|b} b0',
    'line\nbreak\tand \u0007 \u0000 \u202e turned',
    '<b>bold</b>',
  ];

  let harmless: Promise<Drawing> | undefined;

  it.each(HOSTILE)('is text in the drawing, and nothing else: %j', async (said) => {
    const none = SMALL.directory.menus.get('none')!;
    const menu: Menu = { ...none, name: said, intro: [{ en: { say: said } }] };
    const phone = { ...SMALL.directory.extensions.get('clinton')!, name: said };
    const directory: Directory = {
      ...SMALL.directory,
      site: { ...SMALL.directory.site, name: said },
      extensions: new Map([['clinton', phone]]),
      menus: new Map([[said, menu]]),
    };
    const plain = await (harmless ??= drawn(SMALL));
    const { texts, elements, attributes } = await drawn({ ...SMALL, directory });

    expect([...elements].filter((name) => !plain.elements.has(name))).toEqual([]);
    expect([...attributes].filter((name) => !plain.attributes.has(name))).toEqual([]);
    const shown = said.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
    const joined = texts.join(' ');
    expect(joined).toContain(`“${shown}”`);
    expect(joined).toContain(`menu ${shown}`);
  });
});
