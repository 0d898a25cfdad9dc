import { diagnosticsOf, HOUSE, SITE } from './support';

describe('Telephone numbers', () => {
  it('refuses a number that is not in E.164 and says how it is written', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `clinton: { name: Booth, number: 503-555-0130 }` }))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.number  \`503-555-0130\` is not in E.164
           fix: Write \`+15035550130\`.

     1 error
     "
    `);
  });

  it('refuses numbers that do not exist', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, number: +1503555 }`,
        'numbers.yaml': `+10005550100: { twiml: incoming-house }`,
        'site.yaml': SITE.replace('callerId: +15035550100', 'callerId: house'),
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:7  defaults.callerId  \`house\` is not a telephone number
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.

     extensions.yaml
       extensions.yaml:1  clinton.number  \`+1503555\` is not a telephone number: too short
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.

     numbers.yaml
       numbers.yaml:1  +10005550100  \`+10005550100\` is not a telephone number: its country has no such number
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.

     3 errors
     "
    `);
  });

  it('refuses an extension without any caller ID', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth }`,
        'site.yaml': SITE.replace('defaults: { callerId: +15035550100 }', ''),
        'numbers.yaml': ``,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton  has no number, and the site has no house number: there is no caller ID to show
           fix: Add \`number\`, or \`defaults: { callerId: … }\` in site.yaml.

     1 error
     "
    `);
  });

  describe('of many phones', () => {
    const phones = (count: number) => Array.from({ length: count }, (_, i) => `p${i}`);
    const many = (count: number) => ({
      'extensions.yaml': phones(count)
        .map((name) => `${name}: { name: P, number: +15035550130 }`)
        .join('\n'),
      'numbers.yaml': `+15035550100: { ring: [${phones(count).join(', ')}] }`,
    });

    it('ring thirty, ten at a time', () => {
      expect(diagnosticsOf(many(30))).toBe('');
    });

    it('ring no more', () => {
      expect(diagnosticsOf(many(31))).toMatchInlineSnapshot(`
       "extensions.yaml
         extensions.yaml:31  p30.number  31 extensions have the number +15035550130: a number rings at most 30 phones, 10 at a time
             fix: Say in numbers.yaml which of them \`+15035550130\` rings.

       numbers.yaml
         numbers.yaml:1  +15035550100.ring  31 extensions: a number rings at most 30 phones, 10 at a time
             fix: Remove some.

       2 errors
       "
      `);
    });

    it('ring ten where a key is pressed', () => {
      const ring = phones(11).join(', ');
      expect(
        diagnosticsOf({
          ...many(11),
          'menus/main.yaml': `main: { intro: [{ say: { en: A, es: B } }], keys: { 1: { ring: [${ring}] } } }`,
          'numbers.yaml': '+15035550100: { menu: main }',
        }),
      ).toContain('main.keys.1.ring  11 extensions: Twilio rings at most 10 phones together');
    });

    it('ring ten where no number is called', () => {
      const ring = phones(11).join(', ');
      expect(
        diagnosticsOf({
          'extensions.yaml': `${many(11)['extensions.yaml']}\nq: { name: Q, zero: { ring: [${ring}] } }`,
        }),
      ).toMatchInlineSnapshot(`
       "extensions.yaml
         extensions.yaml:12  q.zero.ring  11 extensions: Twilio rings at most 10 phones together
             fix: Remove some; or write \`dial:\` with a number of yours that has them as its \`ring\` in numbers.yaml: it rings ten, and if nobody answers the next ten, up to 30.

       1 error
       "
      `);
    });
  });

  it('refuses an extension that rings twice', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth }`,
        'numbers.yaml': `+15035550100: { ring: [clinton, clinton] }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100.ring[1]  \`clinton\` is listed twice
           fix: Keep one.

     1 error
     "
    `);
  });

  it('refuses a number that does nothing', () => {
    expect(diagnosticsOf({ 'numbers.yaml': `+15035550100: { otherwise: unavailable }` }))
      .toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100  says neither whom to ring nor what answers
           fix: Add \`ring: [an-extension]\`, \`twiml: an-asset\`, \`menu: a-menu\` or \`operator: true\`; or \`elsewhere: true\` if another carrier has the number.

     1 error
     "
    `);
  });

  it('refuses 911 as a number that another carrier has, and what nothing here can do', () => {
    expect(
      diagnosticsOf({
        'numbers.yaml': `+15035550100: { elsewhere: true, otherwise: unavailable }\n+15035550123: { elsewhere: true }\n+15035550124: { elsewhere: false }\n+15035550125: { elsewhere: true, ring: [clinton] }`,
        'extensions.yaml': `clinton: { name: Booth, number: +15035550123, emergency: true }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton  may call 911 and lives in prod, where emergency is \`direct\`: it must be registered under its own number
           fix: Rename \`clinton\` to \`+15035550123\`.
       extensions.yaml:1  clinton.number  may call 911 as +15035550123, but another carrier has that number (\`elsewhere\`): Twilio registers an address for its own numbers only
           fix: Give it a number on the Twilio account, or remove \`emergency\`.

     numbers.yaml
       numbers.yaml:1  +15035550100.otherwise  warning: has no effect: nothing here answers a number that another carrier has
           fix: Remove it.
       numbers.yaml:3  +15035550124.elsewhere  \`false\` has no effect
           fix: Write what a call to it does, or \`elsewhere: true\`.
       numbers.yaml:4  +15035550125  says ring and elsewhere
           fix: Keep one of them.

     4 errors, 1 warning
     "
    `);
  });

  it('refuses the asset that rings where nobody is to ring', () => {
    expect(
      diagnosticsOf({
        'numbers.yaml': `+15035550100: { twiml: incoming, otherwise: incoming }`,
        'extensions.yaml': `clinton: { name: Booth, hash: { twiml: incoming } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.twiml  \`incoming\` rings the phones of a number, but there are none here
           fix: Add \`ring\`, or another TwiML asset.

     numbers.yaml
       numbers.yaml:1  +15035550100.twiml  \`incoming\` rings the phones of a number, but there are none here
           fix: Add \`ring\`, or another TwiML asset.
       numbers.yaml:1  +15035550100.otherwise  \`incoming\` rings the phones of a number, but there are none here
           fix: Add \`ring\`, or another TwiML asset.

     3 errors
     "
    `);
  });

  it('refuses numbers that send callers round', () => {
    expect(
      diagnosticsOf({
        'numbers.yaml': `+15035550100: { twiml: incoming-house, otherwise: +15035550101 }
+15035550101: { twiml: incoming-house, otherwise: +15035550100 }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100.otherwise  loops: +15035550100 → +15035550101 → +15035550100
           fix: End in a TwiML asset such as \`unavailable\`.
       numbers.yaml:2  +15035550101.otherwise  loops: +15035550101 → +15035550100 → +15035550101
           fix: End in a TwiML asset such as \`unavailable\`.

     2 errors
     "
    `);
  });

  it('warns of a number whose phones live elsewhere', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `demo: { name: Bench, environments: [stage] }`,
        'numbers.yaml': `+15035550100: { ring: [demo] }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100.ring  warning: none of these extensions lives in prod, which answers this number
           fix: Write their environment as \`environment\`, or add other extensions.

     1 warning
     "
    `);
  });

  it('warns of a number that does not ring its extension', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, number: +15035550130 }
belmont: { name: Booth, number: +15035550130 }`,
        'numbers.yaml': `+15035550100: { twiml: incoming-house }
+15035550130: { ring: [belmont] }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.number  warning: a call to its number +15035550130 does not ring it
           fix: Add \`clinton\` to the \`ring\` of +15035550130 in numbers.yaml.

     1 warning
     "
    `);
  });

  it('warns of a house number that rings nothing', () => {
    expect(diagnosticsOf({ 'numbers.yaml': `` })).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:7  defaults.callerId  warning: a call to the house number +15035550100 rings nothing
           fix: Add it to numbers.yaml.

     1 warning
     "
    `);
  });

  it('refuses a number that stands twice', () => {
    expect(
      diagnosticsOf({
        'numbers.yaml': `+15035550100: { twiml: incoming-house }
+15035550100: { twiml: incoming-house }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:2  +15035550100  \`+15035550100\` is listed twice
           fix: Merge the two; the first is on line 1.

     1 error
     "
    `);
  });
});

describe('A limit', () => {
  it('is refused where the emergency service calls back', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': '+15035550101: { name: A, number: +15035550101, emergency: true }',
        'numbers.yaml': `${HOUSE}+15035550101: { ring: [+15035550101], maxMinutes: 60 }
+15035550102: { ring: [+15035550101], maxMinutes: 300 }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:2  +15035550101.maxMinutes  \`+15035550101\` calls 911 as +15035550101: the emergency service calls back there, and its call must not be cut off
           fix: Remove it: Dialtone sets no limit for calls to this number.
       numbers.yaml:3  +15035550102.maxMinutes  \`300\` is not a whole number of minutes from 1 to 240
           fix: Write digits only, such as \`1\`.

     2 errors
     "
    `);
  });
});
