import { diagnosticsOf, HOUSE, SITE } from './support';

describe('Calling rules', () => {
  it('refuses a pattern that RE2 does not have', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '^(?=64)', to: '1' }
  - { from: '(64', to: '1' }
  - { from: '(64)\\1', to: '1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`^(?=64)\` is not an RE2 pattern: error parsing regexp: invalid or unsupported Perl syntax: \`(?=\`
           fix: RE2 patterns run in linear time, so they have neither look-ahead nor back-references.
       calling.yaml:3  rewrite[1].from  \`(64\` is not an RE2 pattern: error parsing regexp: missing closing ): \`(64\`
           fix: RE2 patterns run in linear time, so they have neither look-ahead nor back-references.
       calling.yaml:4  rewrite[2].from  \`(64)\\1\` is not an RE2 pattern: error parsing regexp: invalid escape sequence: \`\\1\`
           fix: RE2 patterns run in linear time, so they have neither look-ahead nor back-references.

     3 errors
     "
    `);
  });

  it('refuses a pattern that would take much memory', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '((6{100}){100}){100}', to: '1' }
  - { from: '666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666', to: '1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`((6{100}){100}){100}\` is not an RE2 pattern: error parsing regexp: invalid repeat count: \`{100}\`
           fix: RE2 patterns run in linear time, so they have neither look-ahead nor back-references.
       calling.yaml:3  rewrite[1].from  \`666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666666\` is not 1 to 128 characters
           fix: Shorten the pattern.

     2 errors
     "
    `);
  });

  it('refuses a group that the pattern does not have', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '^64\\d{8}$', to: '+64$1' }
  - { from: '^65(\\d{8})$', to: '+65$2' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].to  \`$1\` refers to a group, but \`^64\\d{8}$\` has no group
           fix: Put brackets around the part of \`from\` that you want.
       calling.yaml:3  rewrite[1].to  \`$2\` refers to a group, but \`^65(\\d{8})$\` has one group
           fix: Put brackets around the part of \`from\` that you want.

     2 errors
     "
    `);
  });

  it('refuses anything but digits in a replacement', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { from: '^65(\\d{8})$', to: 'sip:$1@example.org' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].to  \`sip:$1@example.org\` may contain only digits, +, *, # and $1…$9
           fix: Write it like \`+64$1\`, where $1 is what the first (…) matched.

     1 error
     "
    `);
  });

  it('names the right rule when one before it is faulty', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `rewrite:
  - { to: '1' }
  - { from: '64', to: x }
  - { to: '2' }
  - { from: '911', to: '1' }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  rewrite[0].from  \`from\` is missing
           fix: Add \`from:\` here.
       calling.yaml:3  rewrite[1].to  \`x\` may contain only digits, +, *, # and $1…$9
           fix: Write it like \`+64$1\`, where $1 is what the first (…) matched.
       calling.yaml:4  rewrite[2].from  \`from\` is missing
           fix: Add \`from:\` here.
       calling.yaml:5  rewrite[3].from  \`911\` matches \`911\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     4 errors
     "
    `);
  });

  it('refuses service codes that are none', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `serviceCodes: { '0': +15035550111, abc: +15035550111, 2111111: +15035550111, 211: '99', 311: 503-555-0131 }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  serviceCodes.0  \`0\` is not a service code
           fix: Use 2 to 6 digits that do not begin with 0, such as 211.
       calling.yaml:1  serviceCodes.211  \`99\` is not a short code of US
           fix: Write an E.164 number, or one of the country’s codes.
       calling.yaml:1  serviceCodes.311  \`503-555-0131\` is not in E.164
           fix: Write \`+15035550131\`.
       calling.yaml:1  serviceCodes.2111111  \`2111111\` is not a service code
           fix: Use 2 to 6 digits that do not begin with 0, such as 211.
       calling.yaml:1  serviceCodes.abc  \`abc\` is not a service code
           fix: Use 2 to 6 digits that do not begin with 0, such as 211.

     5 errors
     "
    `);
  });

  it('refuses block entries that are no numbers', () => {
    expect(diagnosticsOf({ 'calling.yaml': `block: [5035550166, +1*, +15*, anonimous, 'x*']` }))
      .toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  block[0]  \`5035550166\` is not in E.164
           fix: Write \`+15035550166\`.
       calling.yaml:1  block[1]  \`+1*\` is not a prefix, or is too short
           fix: Write plus, country code and at least two digits: \`+8821*\`.
       calling.yaml:1  block[2]  \`+15*\` is not a prefix, or is too short
           fix: Write plus, country code and at least two digits: \`+8821*\`.
       calling.yaml:1  block[3]  \`anonimous\` is not a telephone number
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.
       calling.yaml:1  block[4]  \`x*\` is not a prefix, or is too short
           fix: Write plus, country code and at least two digits: \`+8821*\`.

     5 errors
     "
    `);
  });

  it('refuses a block entry that covers our own numbers', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, number: +15035550130 }`,
        'calling.yaml': `block: [+15035550130, +1503555*, +15035550100]`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  block[0]  \`+15035550130\` is one of our own numbers
           fix: Remove it, or block fewer numbers.
       calling.yaml:1  block[1]  \`+1503555*\` blocks our own number +15035550130
           fix: Remove it, or block fewer numbers.
       calling.yaml:1  block[2]  \`+15035550100\` is one of our own numbers
           fix: Remove it, or block fewer numbers.

     3 errors
     "
    `);
  });

  it('refuses hours and limits that are none', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { allow: [US], maxMinutes: 0, hours: [weekdays, mon-fri 8-22, mon-fri 08:00-25:00] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.maxMinutes  \`0\` is not a whole number of minutes from 1 to 240
           fix: Write digits only, such as \`1\`.
       calling.yaml:2  classes.local.hours[0]  \`weekdays\` is not a span of hours
           fix: Write it like \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.
       calling.yaml:2  classes.local.hours[1]  \`mon-fri 8-22\` is not a span of hours
           fix: Write it like \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.
       calling.yaml:2  classes.local.hours[2]  \`mon-fri 08:00-25:00\` is not a span of hours
           fix: Write it like \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.

     4 errors
     "
    `);
  });

  it('warns of a premium number wherever no class of service is asked', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace(
          'defaults: { callerId: +15035550100 }',
          'defaults: { callerId: +15035550100, zero: { dial: +19005550199 } }',
        ),
        'extensions.yaml': `
clinton: { name: A, hash: { dial: +449061234567 } } # premium rate
belmont: { name: B, zero: { dial: +448431234567 }, hash: { menu: main } } # shared cost
alder: { name: C, hash: { dial: lines }, zero: { dial: +15035550188 } }`,
        'numbers.yaml': `${HOUSE}+15035550101: { ring: [clinton], otherwise: +15039765501 }
+12125550100: { ring: [clinton], otherwise: +18295550199 }
+18295550100: { ring: [clinton], otherwise: +15035550101 }`,
        'calling.yaml': `
serviceCodes: { '211': +19005550198, '311': +15035550188 }
numberLists: { lines: [+15035550188, +15039765501] }
premium: { areaCodes: [900, 829] }`,
        'menus/main.yaml': `
main:
  keys:
    1: { say: { en: One., es: Uno. }, dial: +18295550199 }
    2: { say: { en: Two., es: Dos. }, dial: +18295550100 } # our own
    3: { say: { en: Three., es: Tres. }, dial: +18005550199 }
  next: { dial: +19005550199 }`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:7  defaults.zero.dial  warning: \`+19005550199\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.

     extensions.yaml
       extensions.yaml:2  clinton.hash.dial  warning: \`+449061234567\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.
       extensions.yaml:3  belmont.zero.dial  warning: \`+448431234567\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.

     numbers.yaml
       numbers.yaml:2  +15035550101.otherwise  warning: \`+15039765501\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.
       numbers.yaml:3  +12125550100.otherwise  warning: \`+18295550199\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.

     calling.yaml
       calling.yaml:2  serviceCodes.211  warning: \`+19005550198\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.
       calling.yaml:3  numberLists.lines[1]  warning: \`+15039765501\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.

     menus/main.yaml
       menus/main.yaml:4  main.keys.1.dial  warning: \`+18295550199\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.
       menus/main.yaml:7  main.next.dial  warning: \`+19005550199\` is premium rate or shared cost, and no class of service applies: every caller who gets here calls it at your cost
           fix: Use another number, or remove it.

     9 warnings
     "
    `);
  });

  it('takes a number for premium by the site’s own rules alone', () => {
    const phone = { 'extensions.yaml': 'clinton: { name: A, hash: { dial: +15039765501 } }' };
    expect(diagnosticsOf(phone)).toContain('premium rate');
    expect(diagnosticsOf({ ...phone, 'calling.yaml': 'premium: { exchanges: [] }' })).toBe('');
  });

  it('refuses premium codes that are none', () => {
    expect(diagnosticsOf({ 'calling.yaml': `premium: { areaCodes: [90], exchanges: ['9766'] }` }))
      .toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  premium.areaCodes[0]  \`90\` is not three digits
           fix: Write it like \`900\`.
       calling.yaml:1  premium.exchanges[0]  \`9766\` is not three digits
           fix: Write it like \`900\`.

     2 errors
     "
    `);
  });

  it('warns of a class that nobody has', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { allow: [US] }
  lobby: { allow: [US] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:3  classes.lobby  warning: no extension has the class \`lobby\`
           fix: Use it or remove it.

     1 warning
     "
    `);
  });
});

describe('Areas', () => {
  it('are denied by name, and cannot be allowed', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `
classes:
  local: { allow: [US, alaska, non-geographic], deny: [alaska, northern-canada, pumping, alasca, constructor] }
areas: { pumping: ['712432', 605] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:3  classes.local.allow[1]  \`alaska\` is an area: it can only be denied
           fix: Allow its country, such as \`US\`: that includes its areas, unless \`deny\` names them.
       calling.yaml:3  classes.local.deny[3]  \`alasca\` is not a destination
           fix: Did you mean \`alaska\`?
       calling.yaml:3  classes.local.deny[4]  \`constructor\` is not a destination
           fix: Write a two-letter ISO 3166 code, \`premium\`, \`non-geographic\`, or (to deny it) one of \`areas\`.

     3 errors
     "
    `);
  });

  it('are area codes, with or without an exchange, under a name that is free', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `areas: { premium: ['907'], US: ['907'], A b: ['907'], far: [90, '90712', '907-555'], non-geographic: [500] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  areas.far[0]  \`90\` is neither an area code nor an area code with an exchange
           fix: Write it like \`907\` or \`712432\`.
       calling.yaml:1  areas.far[1]  \`90712\` is neither an area code nor an area code with an exchange
           fix: Write it like \`907\` or \`712432\`.
       calling.yaml:1  areas.far[2]  \`907-555\` is neither an area code nor an area code with an exchange
           fix: Write it like \`907\` or \`712432\`.
       calling.yaml:1  areas.premium  \`premium\` is already the name of a destination
           fix: Give the area another name.
       calling.yaml:1  areas.US  \`US\` is already the name of a destination
           fix: Give the area another name.
       calling.yaml:1  areas["A b"]  \`A b\` cannot be the name of an area
           fix: Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.

     6 errors
     "
    `);
  });
});
