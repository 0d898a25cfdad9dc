/** Who gets where: emergency calls, the dial tone, and who may enter. */
import { diagnosticsOf, HOUSE, SITE } from './support';

const ENGLISH = SITE.replace('[en, es]', '[en]');
const ADDRESS =
  'address: { street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 }';

/** May call 911, by a menu or not. */
function booth(more: string): string {
  return `+15035550123: { name: Booth, number: +15035550123, emergency: true, ${ADDRESS}, ${more} }\n`;
}

function reported(extensions: string, menus: string, numbers = HOUSE, site = ENGLISH): string {
  return diagnosticsOf({
    'site.yaml': site,
    'extensions.yaml': extensions,
    'numbers.yaml': numbers,
    'menus/main.yaml': menus,
  });
}

const HELP = 'main: { keys: { 1: { say: Help., do: emergency } } }';

describe('An emergency call from a menu', () => {
  it('is for phones that may call 911', () => {
    expect(reported(booth('hash: { menu: main }'), HELP)).toBe('');
  });

  it('is not offered to phones that may not, with the way there', () => {
    const menus = `
main: { keys: { 4: { say: More., menu: more } } }
more: { keys: { 1: { say: Help., do: emergency } } }`;
    expect(reported('clinton: { name: Booth, hash: { menu: main } }', menus))
      .toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  more.keys.1.do  places an emergency call for phones that may not call 911: it would be refused (clinton: # → main 4 → more 1)
           fix: Put it in a menu with \`only: { emergency: true }\`.

     1 error
     "
    `);
  });

  it('is not offered to callers from outside', () => {
    expect(reported(booth('hash: { menu: main }'), HELP, `${HOUSE}+15035550140: { menu: main }`))
      .toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:1  main.keys.1.do  places an emergency call for callers from outside: it would be refused (+15035550140 → main 1)
           fix: Put it in a menu with \`only: { emergency: true }\`.

     1 error
     "
    `);
  });

  it('is offered where `only` keeps all others out', () => {
    const menus = `
main: { only: { emergency: true }, otherwise: { menu: none }, keys: { 1: { say: Help., do: emergency } } }
none: { intro: { say: Not here. }, next: { do: hangUp } }`;
    const phones = `${booth('hash: { menu: main }')}clinton: { name: Booth, hash: { menu: main } }`;
    expect(reported(phones, menus, `${HOUSE}+15035550140: { menu: main }`)).toBe('');
  });

  it('is not what `#` does on a phone that may not', () => {
    expect(reported('clinton: { name: Booth, hash: { do: emergency } }', '', HOUSE))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.do  places an emergency call for phones that may not call 911: it would be refused (clinton: #)
           fix: Put it in a menu with \`only: { emergency: true }\`.

     1 error
     "
    `);
  });

  it('cannot be kept from a hotline that may call 911', () => {
    const phone = 'phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: hotline }';
    const hidden = (hash: string) => reported(booth(`${phone}${hash}`), '');
    expect(hidden(', hash: { ring: [+15035550123] }')).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035550123.phone.dial  may call 911, but is a hotline: after \`#\`, which it dials when it is lifted, nobody can dial 911
           fix: Let \`hash\` open a menu with keys or give the dial tone, or write \`dial: dialtone\`.

     1 error
     "
    `);
    expect(hidden(', hash: { twiml: incoming-house }')).toContain('nobody can dial 911');
    expect(hidden('')).toContain('nobody can dial 911');
    expect(hidden(', hash: { do: dialTone }')).toBe('');
    expect(reported(booth(`${phone}, hash: { menu: main }`), HELP)).toBe('');
  });

  const HOTLINE =
    'phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: hotline }, hash: { menu: main }';
  const KEYED = 'intro: { say: hi }, keys: { 1: { ring: [bob] } }';
  const behindMenus = (menus: string, numbers = HOUSE) =>
    reported(`${booth(HOTLINE)}bob: { name: Bob, hash: { menu: main } }`, menus, numbers);

  it.each([
    ['leads on unheard', 'main: { next: { dial: +15035550111 } }'],
    [
      'is closed',
      `main: { only: { hours: [mon-fri 09:00-10:00] }, otherwise: { ring: [bob] }, ${KEYED} }`,
    ],
    ['is for others', `main: { only: { emergency: false }, otherwise: { do: hangUp }, ${KEYED} }`],
    [
      'sends to another that leads on',
      `main: { only: { hours: [mon 09:00-10:00] }, otherwise: { menu: b }, ${KEYED} }\nb: { next: { twiml: incoming-house } }`,
    ],
    ['dials a number of ours that is closed', 'main: { next: { dial: +15035550141 } }'],
  ])('is not kept from a hotline by a menu that %s', (_, menus) => {
    const numbers = `${HOUSE}+15035550141: { menu: house, hours: [mon 09:00-10:00] }`;
    const files = menus.includes('0141') ? `${menus}\nhouse: { ${KEYED} }` : menus;
    const all = behindMenus(files, menus.includes('0141') ? numbers : HOUSE);
    expect(all).toMatch(
      /phone\.dial {2}may call 911, but is a hotline: .*nobody can dial 911 \(# → main/,
    );
  });

  it('is told with the way and the hour at which a hotline hides it', () => {
    expect(
      behindMenus(
        `main: { only: { hours: [mon-fri 09:00-10:00] }, otherwise: { ring: [bob] }, ${KEYED} }`,
      ),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035550123.phone.dial  may call 911, but is a hotline: after \`#\`, which it dials when it is lifted, nobody can dial 911 (# → main, such as Sunday 00:00)
           fix: Let \`hash\` open a menu with keys or give the dial tone, or write \`dial: dialtone\`.

     1 error
     "
    `);
  });

  it('is warned of where a hotline listens only while it speaks', () => {
    expect(behindMenus('main: { intro: { say: hi }, next: { ring: [bob] } }'))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035550123.phone.dial  warning: may call 911, but is a hotline: after \`#\`, which it dials when it is lifted, 911 works only while the menu plays (# → main)
           fix: Let \`hash\` open a menu with keys or give the dial tone, or write \`dial: dialtone\`.

     1 warning
     "
    `);
  });

  it.each([
    ['keys', `main: { ${KEYED} }`],
    ['keys of the next menu', `main: { intro: { say: hi }, next: { menu: b } }\nb: { ${KEYED} }`],
    [
      'the dial tone',
      'bell: { intro: { say: hi }, next: { do: dialTone } }\nmain: { next: { menu: bell } }',
    ],
    [
      'the emergency call itself',
      'main: { only: { emergency: true }, otherwise: { do: hangUp }, next: { do: emergency } }',
    ],
  ])('is heard from a hotline by %s', (_, menus) => {
    expect(behindMenus(menus)).not.toContain('hotline');
  });

  it.each([
    ['a key', { 'menus/main.yaml': 'main: { keys: { 1: { say: a, dial: "911" } } }' }],
    [
      'a key, in another form',
      { 'menus/main.yaml': 'main: { keys: { 1: { say: a, dial: "+1933" } } }' },
    ],
    ['a list', { 'calling.yaml': 'numberLists: { a: ["911"] }' }],
    ['the name of a list', { 'calling.yaml': 'numberLists: { "911": [+15035550188] }' }],
    ['a volunteer', { 'operators.yaml': 'volunteers: { a: { call: "911" } }' }],
    ['a notice', { 'operators.yaml': 'volunteers: {}\nnotice: { sms: ["911"] }' }],
  ])('is no number of %s', (_, files) => {
    const extensions = { 'extensions.yaml': 'clinton: { name: Booth, hash: { menu: main } }' };
    expect(diagnosticsOf({ 'site.yaml': ENGLISH, ...extensions, ...files })).toMatch(
      /emergency number|cannot be the name of a list/,
    );
  });
});

describe('The dial tone', () => {
  it('is never given to callers from outside, who would call at our cost', () => {
    const menus = `
house: { keys: { 1: { say: More., menu: more } } }
more: { intro: { say: Hello. }, next: { do: dialTone } }`;
    expect(reported('clinton: { name: Booth }', menus, `${HOUSE}+15035550140: { menu: house }`))
      .toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:3  more.next.do  gives the dial tone to callers from outside, who could call at your cost (+15035550140 → house 1 → more next)
           fix: Remove the key, or open another menu for the number.

     1 error
     "
    `);
  });
});

describe('What means something only in a menu', () => {
  it('is refused where there is none yet', () => {
    expect(
      reported(
        'clinton: { name: Booth, hash: { do: back }, zero: { do: repeat }, hashAtDialTone: { do: back } }',
        '',
      ),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.do  \`back\` works only in a menu, and the caller is not in one yet
           fix: Write a menu, or \`do: hangUp\`.
       extensions.yaml:1  clinton.hashAtDialTone.do  \`back\` works only in a menu, and the caller is not in one yet
           fix: Write a menu, or \`do: hangUp\`.
       extensions.yaml:1  clinton.zero.do  \`repeat\` works only in a menu, and the caller is not in one yet
           fix: Write a menu, or \`do: hangUp\`.

     3 errors
     "
    `);
  });
});

describe('A menu that nobody may enter', () => {
  it('is warned of', () => {
    const menus = `
main: { only: { emergency: true }, otherwise: { do: hangUp }, intro: { say: Help. }, next: { do: hangUp } }`;
    expect(reported('clinton: { name: Booth, hash: { menu: main } }', menus))
      .toMatchInlineSnapshot(`
     "menus/main.yaml
       menus/main.yaml:2  main.only.emergency  warning: no caller who reaches this menu may enter it
           fix: Let other callers reach it, or remove \`only\`.

     1 warning
     "
    `);
  });
});

describe('The language of a phone', () => {
  it('is one of the site', () => {
    expect(reported('clinton: { name: Booth, language: es }', '')).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.language  the site does not speak es
           fix: One of: en.

     1 error
     "
    `);
  });
});
