import { diagnosticsOf, SITE } from './support';

describe('Emergency calls', () => {
  it('wants a number for an extension that may call 911', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, emergency: true, environments: [stage] }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.emergency  may call 911, but has no number of its own
           fix: Add \`number\`, with a registered address at Twilio.

     1 error
     "
    `);
  });

  it('wants a number that no other extension has', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, emergency: true, number: +15035550130, environments: [stage] }
belmont: { name: Booth, number: +15035550130 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.emergency  may call 911 as +15035550130, but belmont (extensions.yaml:2) has that number too, but may not call 911: a call back rings there
           fix: To show +15035550130 to people outside, write it there as \`callerId\` instead of \`number\`; otherwise give one of them another number.

     1 error
     "
    `);
  });

  it('wants a number that no other extension is named by', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, emergency: true, number: +15035550130, environments: [stage] }
+15035550130: { name: Booth, environments: [stage] }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.emergency  may call 911 as +15035550130, but +15035550130 (extensions.yaml:2) is named by that number
           fix: Give one of them another number.

     1 error
     "
    `);
  });

  it('refuses the house number for an extension that may call 911', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `+15035550100: { name: Booth, emergency: true, number: +15035550100 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035550100.emergency  may call 911, but +15035550100 is the house number, and nothing says that its address is this phone's
           fix: Add its \`address\`, or give it its own number.
       extensions.yaml:1  +15035550100.number  warning: when the emergency service calls +15035550100 back, this phone does not ring: the TwiML asset \`incoming-house\` answers
           fix: Remove the number from numbers.yaml, or let it \`ring\` the phones that have it.

     1 error, 1 warning
     "
    `);
  });

  it('wants to know who handles 911 where such an extension lives', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace(', emergency: direct', ''),
        'extensions.yaml': `clinton: { name: Booth, emergency: true, number: +15035550130 }`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:6  environments.prod  \`clinton\` may call 911 in prod, but prod does not say who handles 911
           fix: Add \`emergency: direct\` or \`emergency: menus\` (Twilio), or \`emergency: webhook\` (our function); see docs/emergency.md.

     1 error
     "
    `);
  });

  it('advises nobody to name a phone by what is no number', () => {
    const address =
      "{ street: 100 NE Example Street, city: Portland, region: OR, postalCode: '97211' }";
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: A, number: 503-555-0143, emergency: true, address: ${address} }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.number  \`503-555-0143\` is not in E.164
           fix: Write \`+15035550143\`.

     1 error
     "
    `);
  });

  it('wants the number as username where Twilio handles 911', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, emergency: true, number: +15035550130 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton  may call 911 and lives in prod, where emergency is \`direct\`: it must be registered under its own number
           fix: Rename \`clinton\` to \`+15035550130\`.

     1 error
     "
    `);
  });

  it('refuses a username that Twilio would take for a 911 caller', () => {
    expect(
      diagnosticsOf({ 'extensions.yaml': `+15035550130: { name: Booth, number: +15035550130 }` }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035550130  has a number as its username and lives in prod, where emergency is \`direct\`: Twilio would place its 911 call, and bill you for it
           fix: Give it a name that is not a number, or \`emergency: true\`.

     1 error
     "
    `);
  });

  describe('in menus alone (`emergency: menus`)', () => {
    const MENUS = SITE.replace('emergency: direct', 'emergency: menus');
    const TALL = `menus/tall.yaml`;
    const tall = `tall: { intro: { say: { en: Hello., es: Hola. } }, keys: { 1: { do: dialTone } } }\n`;
    const check = (phone: string, site = MENUS) =>
      diagnosticsOf({
        'site.yaml': site,
        [TALL]: tall,
        'extensions.yaml': `clinton: { name: Booth, number: +15035550130, emergency: true, hash: { menu: tall }, ${phone} }`,
      });
    const HT = 'model: grandstream-ht801, mac: 00:0b:82:00:00:01';

    it.each([
      ['a hotline', `phone: { ${HT}, dial: hotline }`],
      ['a hotline that is set by hand', 'dial911As: keys'],
    ])('takes %s of any name', (_, phone) => {
      expect(check(phone)).toBe('');
    });

    it('takes a phone that is named by its number', () => {
      expect(
        diagnosticsOf({
          'site.yaml': MENUS,
          'extensions.yaml': `+15035550130: { name: Booth, number: +15035550130, emergency: true, phone: { ${HT}, dial: dialtone } }`,
        }),
      ).toBe('');
    });

    it.each([
      ['gives a dial tone', `phone: { ${HT}, dial: dialtone }`],
      ['is a hotline, and sends 1911 as well', `dial911As: 1911, phone: { ${HT}, dial: hotline }`],
      [
        'is an app, and is to send 1911',
        'dial911As: 1911, phone: { model: linphone, dial: dialtone }',
      ],
      ['is an app, which is never lifted', 'phone: { model: linphone, dial: hotline }'],
      ['gives a dial tone, and says so', `dial911As: 911, phone: { ${HT}, dial: dialtone }`],
      ['is set by hand, nobody knows how', 'zero: { menu: tall }'],
    ])('refuses a phone named by a word that %s', (_, phone) => {
      expect(check(phone)).toMatchSnapshot();
    });

    it.each([
      ['is set by hand, and sends 911', 'dial911As: 911'],
      ['is set by hand, and sends 1911', 'dial911As: 1911'],
      [
        'sends 1911 by a plan that is made here',
        `dial911As: 1911, phone: { ${HT}, dial: dialtone }`,
      ],
    ])('warns of a phone named by a word that %s', (_, phone) => {
      expect(check(phone)).toMatchSnapshot();
    });

    it('refuses `keys` where they lead nowhere, or are not all', () => {
      expect(
        diagnosticsOf({
          'site.yaml': MENUS,
          'extensions.yaml': `
clinton: { name: Booth, number: +15035550130, emergency: true, dial911As: keys }
belmont: { name: Booth, number: +15035550131, emergency: true, dial911As: keys, phone: { ${HT}, dial: dialtone } }`,
        }),
      ).toMatchSnapshot();
    });

    it('refuses a phone that is named by another number than its own, or may not call 911', () => {
      expect(
        diagnosticsOf({
          'site.yaml': MENUS,
          'extensions.yaml': `
+15035550131: { name: Booth, number: +15035550130, emergency: true }
+15035550132: { name: Booth, number: +15035550132 }`,
        }),
      ).toMatchSnapshot();
    });
  });

  it.each(['direct', 'menus'])(
    'wants no 1911 where Twilio places 911 (`emergency: %s`)',
    (mode) => {
      const phone = 'phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: dialtone }';
      expect(
        diagnosticsOf({
          'site.yaml': SITE.replace('emergency: direct', `emergency: ${mode}`),
          'extensions.yaml': `
+15035550130: { name: Booth, number: +15035550130, emergency: true, dial911As: 1911, ${phone} }
+15035550131: { name: Booth, number: +15035550131, emergency: true, dial911As: 1911 }`,
        }),
      ).toMatchSnapshot();
    },
  );

  it('knows no 1 before 911 where the country code is another, and none on a phone that may not', () => {
    expect(
      diagnosticsOf({
        'site.yaml':
          SITE.replace('emergency: direct', 'emergency: webhook') +
          'country: GB\ndial911As: +1911\n',
        'numbers.yaml': '',
        'calling.yaml': 'classes: { local: { allow: [GB] } }',
        'extensions.yaml': `
clinton: { name: Booth, number: +442079460018, emergency: true, dial911As: 1911 }
belmont: { name: Booth, dial911As: 1911 }
burnside: { name: Booth, dial911As: 933 }`,
      }),
    ).toMatchSnapshot();
  });

  it('refuses emergency calls where Twilio carries none', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('name: Example Phones', 'name: Example Phones\ncountry: JM'),
        'extensions.yaml': `+18765230123: { name: Booth, emergency: true, number: +18765230123 }`,
        'calling.yaml': `classes:
  local: { allow: [JM] }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +18765230123.emergency  may place emergency calls, which Twilio does not support in JM
           fix: Remove \`emergency: true\`.

     1 error
     "
    `);
  });

  it('refuses a number of another country for an extension that may call 911', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `+442071838750: { name: Booth, emergency: true, number: +442071838750 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +442071838750.number  may place emergency calls, but +442071838750 belongs to another country
           fix: Give it a number in US.

     1 error
     "
    `);
  });

  it('refuses an address that no ambulance finds', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('emergency: direct', 'emergency: webhook'),
        'extensions.yaml': `
a: { name: A, number: +15035550130, emergency: true, address: { street: '', city: Portland, region: OR, postalCode: 97200 } }
b: { name: B, number: +15035550131, emergency: true, address: { street: 1 Example Street, city: "Port\\nland", region: Oregon, postalCode: 9720 } }
c: { name: C, number: +15035550132, emergency: true, address: { street: 1 Example Street, region: OR, postalCode: 97200, zip: 97200 } }
d: { name: D, number: +15035550133, emergency: true, address: { street: 1 Example Street, city: Vancouver, region: BC, postalCode: 97200, country: CA } }
e: { name: E, number: +15035550134, emergency: true, address: { street: 1 Example Street, city: Berlin, region: Berlin, postalCode: 10115, country: DE } }
f: { name: F, number: +15035550135, emergency: true, address: 1 Example Street }
g: { name: G, number: +15035550136, emergency: true, address: { street: ${'x'.repeat(101)}, city: Portland, region: OR, postalCode: 97200-0 } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  a.address.street  is empty
           fix: Write it like \`100 NE Example Street\`.
       extensions.yaml:3  b.address.city  contains a line break or control character
           fix: Write it on one line.
       extensions.yaml:4  c.address.city  \`city\` is missing
           fix: Add \`city:\` here.
       extensions.yaml:4  c.address.zip  unknown key \`zip\`
           fix: Remove it. Known: customer, street, unit, city, region, postalCode, country.
       extensions.yaml:5  d.address.postalCode  \`97200\` is not a postal code of CA
           fix: Write it like \`K1A 0B1\`.
       extensions.yaml:6  e.address.country  \`DE\` is not known here
           fix: Write another. Known: US, CA, GB.
       extensions.yaml:7  f.address  should be keys and values, but is one value (\`1 Example Street\`)
           fix: See docs/directory.md.
       extensions.yaml:8  g.address.street  is longer than 100 characters
           fix: Abbreviate it as the post office would.

     8 errors
     "
    `);
  });

  it('refuses an address for a phone that may not call 911', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `
clinton:
  name: Booth
  address: { street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:4  clinton.address  has no effect on a phone that may not call 911
           fix: Remove it, or add \`emergency: true\`.

     1 error
     "
    `);
  });

  it('refuses an address where Twilio registers none', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('name: Example Phones', 'name: Example Phones\ncountry: IE'),
        'extensions.yaml': `
+35312345678:
  name: Booth
  number: +35312345678
  emergency: true
  address: { street: 1 Example Street, city: Dublin, region: Dublin, postalCode: D01 F5P2 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:6  +35312345678.address.country  Twilio registers no emergency addresses in IE
           fix: Only in US, CA, GB.

     1 error
     "
    `);
  });

  it('takes addresses of the countries in which Twilio registers them', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('emergency: direct', 'emergency: webhook'),
        'extensions.yaml': `
a: { name: A, number: +15035550130, emergency: true, address: { street: 1 Example St, unit: 2, city: Portland, region: OR, postalCode: 97200-0001 } }
b: { name: B, number: +15035550131, emergency: true, address: { street: 1 Example St, city: Toronto, region: ON, postalCode: M5V 0A1, country: CA } }
c: { name: C, number: +15035550132, emergency: true, address: { street: 1 Example St, city: London, region: Greater London, postalCode: EC1A 1BB, country: GB } }
d: { name: D, number: +15035550133, emergency: true }`,
      }),
    ).toBe('');
  });

  it('refuses a rewrite rule that matches 911', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '^(\\d{3})$', to: '+1503555$1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`^(\\d{3})$\` matches \`112\`, \`911\`, \`933\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     1 error
     "
    `);
  });

  it('refuses a rewrite rule that matches 911 behind an area code', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '(\\d{7})', to: '+1503$1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`(\\d{7})\` matches \`1503112\`, \`1503911\`, \`1503933\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     1 error
     "
    `);
  });

  it('refuses a rewrite rule that matches +1911', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '\\+(.*)', to: '$1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`\\+(.*)\` matches \`+112\`, \`+1112\`, \`+503112\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     1 error
     "
    `);
  });

  it('refuses a rewrite rule that matches 933 and 112', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '933', to: '411' }
  - { from: '1?112', to: '411' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`933\` matches \`933\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.
       calling.yaml:3  rewrite[1].from  \`1?112\` matches \`112\`, \`1112\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     2 errors
     "
    `);
  });

  it('refuses a rewrite rule that makes everything 911', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '88', to: '911' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].to  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     1 error
     "
    `);
  });

  it('lets no service code claim one', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `serviceCodes: { 911: +15035550111, 933: '933', 411: '911' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  serviceCodes.411  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  serviceCodes.911  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  serviceCodes.933  \`933\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     3 errors
     "
    `);
  });

  it('lets no block entry claim one', () => {
    expect(diagnosticsOf({ 'calling.yaml': `block: ['911', +1911, +1911*, +191*, +1503911]` }))
      .toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  block[0]  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  block[1]  \`+1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  block[2]  \`+1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  block[3]  \`+1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:1  block[4]  \`+1503911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     5 errors
     "
    `);
  });

  it('lets no class claim one', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { allow: [US, '911'], deny: ['933'], noLimit: ['112', '1911'] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.allow[1]  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:2  classes.local.deny[0]  \`933\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:2  classes.local.noLimit[0]  \`112\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:2  classes.local.noLimit[1]  \`1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     4 errors
     "
    `);
  });

  it('lets no extension claim one', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `'911': { name: A }
'1911': { name: B }
+1933: { name: C }
'112': { name: D }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  911  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`912\` is free: use it.
       extensions.yaml:2  1911  \`1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`1912\` is free: use it.
       extensions.yaml:3  +1933  \`+1933\` is a form of 933, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       extensions.yaml:4  112  \`112\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`113\` is free: use it.

     4 errors
     "
    `);
  });

  it('lets no target lead to one', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, hash: { dial: '911' }, zero: { dial: +1911 } }`,
        'numbers.yaml': `+15035550100: { twiml: incoming-house, otherwise: '911' }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.dial  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       extensions.yaml:1  clinton.zero.dial  \`+1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     numbers.yaml
       numbers.yaml:1  +15035550100.otherwise  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     3 errors
     "
    `);
  });

  it("lets an area code of the site's own numbers stand before 911", () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `cass: { name: Booth, number: +13135550150 }`,
        'calling.yaml': `block: [+1313911]`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  block[0]  \`+1313911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     1 error
     "
    `);
  });
});
