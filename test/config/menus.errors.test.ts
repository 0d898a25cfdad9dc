import { diagnosticsOf, type Files, SITE } from './support';

/** A phone whose `#` is the menu `main`. */
const PHONE = `clinton: { name: Booth, hash: { menu: main } }`;

/** The example site in one language, so that sentences are short. */
const ENGLISH = SITE.replace('[en, es]', '[en]');

function reported(menus: string, files: Files = {}): string {
  return diagnosticsOf({
    'site.yaml': ENGLISH,
    'extensions.yaml': PHONE,
    'menus/main.yaml': menus,
    ...files,
  });
}

describe('Menus', () => {
  it('are taken when every name in them exists and silence ends', () => {
    expect(
      reported(
        `
main:
  intro: { say: Welcome. }
  keys:
    1: { say: One., menu: more }
    2: { ring: [clinton] }
    3: { dial: +15035550188 }
    4: { twiml: incoming-house }
    5: { do: dialTone }
    6: { dial: lines }
  next: { menu: more }
more: { intro: [{ say: More. }], next: { do: hangUp } }`,
        { 'calling.yaml': 'numberLists: { lines: [+15035550188] }' },
      ),
    ).toBe('');
  });

  it('name nothing that there is not', () => {
    expect(
      reported(
        `
main:
  intro: { say: Welcome. }
  keys:
    1: { menu: mian }
    2: { ring: [clintn] }
    3: { dial: lins }
    4: { twiml: incoming-hose }
    5: { handOff: portland@pbx.example.org }
    6: { do: dialtone }
  only: { emergency: false }
  otherwise: { menu: nowhere }`,
        { 'calling.yaml': 'numberLists: { lines: [+15035550188] }' },
      ),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  numberLists.lines  warning: the list \`lines\` is not used
           fix: Use it or remove it.

     menus/main.yaml
       menus/main.yaml:5  main.keys.1.menu  there is no menu \`mian\`
           fix: Add \`mian\` to a file in menus/. Known: main.
       menus/main.yaml:6  main.keys.2.ring[0]  there is no extension \`clintn\`
           fix: Did you mean \`clinton\`?
       menus/main.yaml:7  main.keys.3.dial  there is no list of numbers \`lins\`
           fix: Did you mean \`lines\`?
       menus/main.yaml:8  main.keys.4.twiml  there is no TwiML asset \`incoming-hose\`
           fix: Did you mean \`incoming-house\`?
       menus/main.yaml:9  main.keys.5.handOff  calls may not be handed off to \`pbx.example.org\`
           fix: Add \`pbx.example.org\` to \`handOffHosts\` in site.yaml.
       menus/main.yaml:10  main.keys.6.do  \`dialtone\` is not known here
           fix: Did you mean \`dialTone\`?
       menus/main.yaml:12  main.otherwise.menu  there is no menu \`nowhere\`
           fix: Add \`nowhere\` to a file in menus/. Known: main.

     7 errors, 1 warning
     "
    `);
  });

  it('have keys 0 to 9, a name in lower case, and one meaning', () => {
    expect(
      reported(`
main:
  intro: { say: Welcome. }
  keys: { '*': { do: back }, '#': { do: back }, 11: { do: back }, 1: { do: back, menu: main }, 2: { say: Two. } }
Bad Name: { intro: { say: Hello. } }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:4  main.keys.1  says menu and do
           fix: Keep one of them.
       menus/main.yaml:4  main.keys.2  has no target
           fix: Write one of: menu, ring, dial, twiml, handOff, do.
       menus/main.yaml:4  main.keys.11  \`11\` cannot be a key of a menu
           fix: Use another key, 0 to 9.
       menus/main.yaml:4  main.keys.*  \`*\` changes the language on every menu
           fix: Use another key, 0 to 9.
       menus/main.yaml:4  main.keys.#  \`#\` goes back on every menu
           fix: Use another key, 0 to 9.
       menus/main.yaml:5  ["Bad Name"]  has neither keys nor \`next\`: nothing follows
           fix: Add \`next: { do: hangUp }\`.
       menus/main.yaml:5  ["Bad Name"]  \`Bad Name\` cannot be the name of a menu
           fix: Use up to 40 lower-case letters, digits and hyphens.
       menus/main.yaml:5  ["Bad Name"]  nothing opens the menu \`Bad Name\`
           fix: Open it with a key, \`hash\` or a number, or remove it.

     8 errors
     "
    `);
  });

  it('are told of twice where two files have one name', () => {
    const menu = 'main: { intro: { say: Hello. }, next: { do: hangUp } }';
    expect(reported(menu, { 'menus/other.yaml': `# again\n${menu}` })).toMatchInlineSnapshot(`
     "menus/other.yaml
       menus/other.yaml:2  main  there are two menus \`main\`: the other is in menus/main.yaml:1
           fix: Rename one of them, or remove it.

     1 error
     "
    `);
  });

  it('must be reachable', () => {
    expect(
      reported(`
main: { intro: { say: Welcome. }, next: { do: hangUp } }
one: { intro: { say: One. }, next: { menu: two } }
two: { intro: { say: Two. }, next: { do: hangUp } }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  one  nothing opens the menu \`one\`
           fix: Open it with a key, \`hash\` or a number, or remove it.
       menus/main.yaml:4  two  nothing opens the menu \`two\`
           fix: Open it with a key, \`hash\` or a number, or remove it.

     2 errors
     "
    `);
  });

  it('are told to be unreachable beside what else is wrong with them', () => {
    expect(
      reported(`
main: { intro: { say: Welcome. }, next: { do: hangUp } }
one: { intro: { say: One. } }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  one  has neither keys nor \`next\`: nothing follows
           fix: Add \`next: { do: hangUp }\`.
       menus/main.yaml:3  one  nothing opens the menu \`one\`
           fix: Open it with a key, \`hash\` or a number, or remove it.

     2 errors
     "
    `);
  });

  it('say who may enter and where all others go, together', () => {
    expect(
      reported(`
main: { intro: { say: Hello. }, only: { emergency: false }, next: { menu: more } }
more: { intro: { say: Hello. }, otherwise: { do: hangUp }, next: { menu: none } }
none: { intro: { say: Hello. } }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:2  main  says who may enter, but not where the others go
           fix: Add \`otherwise: { menu: … }\`.
       menus/main.yaml:3  more  has \`otherwise\`, but everyone may enter
           fix: Add \`only: { … }\`, or remove it.
       menus/main.yaml:4  none  has neither keys nor \`next\`: nothing follows
           fix: Add \`next: { do: hangUp }\`.

     3 errors
     "
    `);
  });

  it('are warned of when they say nothing, or say of no key how long it is waited for', () => {
    expect(
      reported(`
main: { keys: { 1: { menu: more } } }
more: { rounds: 2, waitSeconds: 2, next: { do: hangUp } }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:2  main  warning: takes keys, but says nothing
           fix: Add \`intro\`, or \`say\` what a key does.
       menus/main.yaml:3  more  warning: is empty: callers hear nothing
           fix: Add \`intro\`, or \`say\` what a key does.
       menus/main.yaml:3  more.waitSeconds  warning: has no effect in a menu without keys
           fix: Remove it.
       menus/main.yaml:3  more.rounds  warning: has no effect in a menu without keys
           fix: Remove it.

     4 warnings
     "
    `);
  });

  it('are looked for under the right names', () => {
    expect(
      reported('main: { intro: { say: Hello. }, next: { do: hangUp } }', {
        ['menus/more.yml' as 'menus/more.yaml']: '',
        ['menu/other.yaml' as 'menus/a.yaml']: '',
        ['menus.yaml' as 'menus/b.yaml']: '',
        ['menus/deep/other.yaml' as 'menus/c.yaml']: '',
        ['operator.yaml' as 'operators.yaml']: '',
      }),
    ).toMatchInlineSnapshot(`
     "menu/
       menu/  is not read: a directory has no folder of this name
           fix: Did you mean \`menus/\`?

     menus.yaml
       menus.yaml  is not read: a directory has no file of this name
           fix: Did you mean \`menus/menus.yaml\`?

     menus/deep/
       menus/deep/  is not read: menus must be directly in \`menus/\`
           fix: Move its files there.

     menus/more.yml
       menus/more.yml  is not read: the name of a menu file must end in \`.yaml\`
           fix: Rename it to \`more.yaml\`.

     operator.yaml
       operator.yaml  is not read: a directory has no file of this name
           fix: Did you mean \`operators.yaml\`?

     5 errors
     "
    `);
  });
});

const KEYED = 'keys: { 1: { say: a, do: hangUp } }';

describe('A caller who presses nothing', () => {
  it.each([
    [
      'two menus with keys that follow each other',
      `main: { ${KEYED}, next: { menu: b } }\nb: { ${KEYED}, next: { menu: main } }`,
      'main → b → main',
    ],
    [
      'a menu with keys, and one without that leads back to it',
      `main: { ${KEYED}, next: { menu: b } }\nb: { intro: { say: b }, next: { menu: main } }`,
      'main → b → main',
    ],
    [
      'those who may not enter',
      `main: { ${KEYED}, next: { menu: b } }\nb: { ${KEYED}, only: { emergency: true }, otherwise: { menu: c } }\nc: { ${KEYED}, next: { menu: main } }`,
      'main → b → c → main',
    ],
    [
      'a menu that is closed at some hour',
      `main: { ${KEYED}, next: { menu: b } }\nb: { ${KEYED}, only: { hours: [mon 09:00-10:00] }, otherwise: { menu: main } }`,
      'main → b → main',
    ],
    [
      'a number of ours',
      'main: { intro: { say: a }, next: { dial: +15035550141 } }',
      'main → main',
    ],
  ])('is never led round: %s', (_, menus, cycle) => {
    const files = {
      'numbers.yaml': '+15035550141: { menu: main }\n+15035550100: { twiml: incoming-house }',
    };
    expect(reported(menus, menus.includes('dial') ? files : {})).toContain(
      `never ends for a caller who presses nothing: ${cycle}`,
    );
  });

  it.each([
    [
      'a chain without keys',
      'main: { intro: { say: a }, next: { menu: b } }\nb: { intro: { say: b }, next: { menu: main } }',
    ],
    [
      'those who may not enter',
      'main: { intro: { say: a }, next: { do: hangUp }, only: { emergency: true }, otherwise: { menu: b } }\nb: { intro: { say: b }, next: { menu: main } }',
    ],
    ['a number of ours, unheard', 'main: { next: { dial: +15035550141 } }'],
  ])('is never cut off by menus that come round to themselves: %s', (_, menus) => {
    const files = {
      'numbers.yaml': '+15035550141: { menu: main }\n+15035550100: { twiml: incoming-house }',
    };
    expect(reported(menus, menus.includes('dial') ? files : {})).toContain(
      'loops back to itself before it waits for a key: main → ',
    );
  });

  it.each([
    [
      'goes back to where keys led from',
      'main: { keys: { 1: { say: a, menu: b } } }\nb: { intro: { say: b }, next: { do: back } }',
    ],
    ['ends at the top', 'main: { intro: { say: a }, next: { do: back } }'],
    [
      'ends after menus that followed each other: nothing was added to the way',
      'main: { intro: { say: m }, keys: { 1: { say: a, menu: n } }, next: { menu: n } }\nn: { intro: { say: n }, next: { do: back } }',
    ],
    [
      'may be led round by keys',
      'main: { keys: { 1: { say: a, menu: b } } }\nb: { keys: { 1: { say: b, menu: main } } }',
    ],
    [
      'goes back past a menu that refused entry',
      'main: { keys: { 1: { say: a, menu: b } } }\nb: { intro: { say: b }, next: { do: hangUp }, only: { emergency: true }, otherwise: { menu: c } }\nc: { intro: { say: c }, next: { do: back } }',
    ],
    [
      'ends where no two hours are open together',
      `main: { ${KEYED}, only: { hours: [daily 09:00-21:00] }, otherwise: { do: hangUp }, next: { menu: b } }\nb: { ${KEYED}, only: { hours: [daily 21:00-09:00] }, otherwise: { do: hangUp }, next: { menu: main } }`,
    ],
  ])('%s', (_, menus) => {
    expect(reported(menus)).not.toMatch(/never ends|comes round/);
  });

  it('hears nothing again by `repeat`, of which there is a warning', () => {
    expect(reported(`main: { ${KEYED}, next: { do: repeat } }`)).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:1  main.next.do  warning: ends the call: \`repeat\` works only for keys
           fix: Write \`hangUp\`; \`rounds\` says how many times a menu plays.

     1 warning
     "
    `);
  });
});

describe('The document of a menu', () => {
  const long = (letter: string, length = 2_000, count = 15) =>
    `[${Array(count)
      .fill(`{ say: '${letter.repeat(length)}' }`)
      .join(', ')}]`;
  const menus = (letter: string) =>
    `main: { intro: ${long(letter)}, next: { menu: b } }\nb: { intro: ${long(letter)}, ${KEYED} }`;

  it('is no longer than Twilio takes, with the menus that follow in it', () => {
    expect(reported(menus('a'))).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:1  main  is a document of 62354 bytes, with 1 that follow in it to \`b\`: Twilio takes 64 KB, of which 60000 are for menus
           fix: Shorten the sentences, or split it into two menus with keys.

     1 error
     "
    `);
    expect(reported(menus('a').replace('menu: b', 'do: hangUp'))).not.toContain('document of');
  });

  it('is counted in bytes, as XML, with one of those of which chance chooses', () => {
    const said = (key: string, prompts: string) =>
      reported(`main: { ${key}: ${prompts}, ${KEYED} }`);
    expect(said('intro', long('é', 700, 44))).toContain('main  is a document of 64752 bytes');
    expect(said('intro', long('&', 1_400, 10))).toContain('main  is a document of 71');
    expect(said('oneOf', long('é', 700, 44))).toBe('');
  });
});

describe('Prompts', () => {
  const both = (menus: string, files: Files = {}) =>
    reported(menus, { 'site.yaml': SITE, ...files });

  it('are heard in every language of the site', () => {
    expect(
      both(
        `
main:
  intro: [{ say: Welcome. }, { say: { en: Welcome. } }, { play: bells, say: { es: Campanas. } }, {}]
  oneOf: [{ play: /chimes }]
  next: { do: hangUp }`,
        { 'sounds/en/bells.wav': '', 'sounds/Chimes.ogg': '' },
      ),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  main.intro[3]  says nothing
           fix: Write \`say\` or \`play\`.
       menus/main.yaml:3  main.intro[0].say  is one sentence, but the site has 2 languages
           fix: Write \`say: { en: …, es: … }\`.
       menus/main.yaml:3  main.intro[1].say  says nothing in es, one of the site's languages
           fix: Add \`es: …\`.
       menus/main.yaml:3  main.intro[2].play  warning: there is no recording \`sounds/es/bells.mp3\` or .wav
           fix: Its sentence is spoken instead. Record it, or remove \`play\`.
       menus/main.yaml:4  main.oneOf[0].play  there is no recording \`sounds/chimes.mp3\` or .wav
           fix: Add it as MP3 or WAV (sounds/Chimes.ogg is there), or a sentence: \`say: { en: …, es: … }\`.

     4 errors, 1 warning
     "
    `);
  });

  it('may be one recording only', () => {
    expect(
      both('main: { intro: { play: /bells }, next: { do: hangUp } }', {
        'sounds/bells.wav': '',
        'sounds/bells.mp3': '',
      }),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:1  main.intro.play  there are two recordings \`/bells\`: sounds/bells.mp3, sounds/bells.wav
           fix: Keep one of them.

     1 error
     "
    `);
  });

  it('lie where the site says, and are not looked for there', () => {
    const site = `${SITE}menus: { recordings: { url: 'https://sounds.example.org/', extension: ulaw } }\n`;
    expect(
      both('main: { intro: { play: bells }, next: { do: hangUp } }', { 'site.yaml': site }),
    ).toBe('');
  });

  it('are at most three recordings before the first is heard: one warning a file', () => {
    const keys = [1, 2, 3, 4].map((key) => `${key}: { play: /bells, do: hangUp }`).join(', ');
    const menus = `\nmain: { keys: { ${keys} }, next: { menu: b } }\nb: { intro: { play: /bells }, keys: { ${keys} } }`;
    expect(reported(menus, { 'sounds/bells.wav': '' })).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:2  main  warning: Twilio fetches many recordings before the first one plays: main (4), b (5)
           fix: Record what the keys say as one file, at the first key: at most 3.

     1 warning
     "
    `);
  });

  it('are counted a document where intros come apart', () => {
    const keys = [1, 2, 3].map((key) => `${key}: { play: /bells, do: hangUp }`).join(', ');
    const menus = `\nmain: { intro: { play: /bells }, keys: { ${keys} } }`;
    const files = { 'sounds/bells.wav': '' };
    expect(reported(menus, files)).toContain('main (4)');
    const site = `${SITE}menus: { intro: apart }\n`;
    expect(reported(menus, { ...files, 'site.yaml': site })).toBe('');
  });

  it('are told to be recorded as one of the intro, where a menu has no keys', () => {
    const intro = Array.from({ length: 4 }, () => '{ play: /bells }').join(', ');
    const menus = `\nmain: { intro: [${intro}], next: { do: hangUp } }`;
    expect(reported(menus, { 'sounds/bells.wav': '' })).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:2  main  warning: Twilio fetches many recordings before the first one plays: main (4)
           fix: Record what is said as one file: at most 3.

     1 warning
     "
    `);
  });

  it('are no longer than Twilio says at once', () => {
    expect(
      reported(`main: { intro: { say: '${'long '.repeat(700)}' }, next: { do: hangUp } }`),
    ).toContain('is longer than Twilio speaks at once (3000 characters)');
  });

  it('are made of whole characters', () => {
    expect(
      reported(`
main:
  intro: [{ say: "One \\uD83D." }, { say: "\\uDE00 two." }, { say: "Three\\uFFFE." }]
  keys:
    1: { say: { en: "Four\\uFFFF." }, do: dialTone }
    2: { say: "Five \\uD83D\\uDE00 \\uFFFD.", do: dialTone }
  next: { do: hangUp }`),
    ).toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  main.intro[0].say  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.
       menus/main.yaml:3  main.intro[1].say  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.
       menus/main.yaml:3  main.intro[2].say  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.
       menus/main.yaml:5  main.keys.1.say.en  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.

     4 errors
     "
    `);
  });
});
