import { diagnosticsOf, SITE } from './support';

describe('The site and its devices', () => {
  it('are called something that can be written anywhere', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('Example Phones', '"Example\\uFFFEPhones"'),
        'extensions.yaml': `a: { name: "Booth \\uD83D" }
b: { name: "Booth \\uD83D\\uDE00", number: +15035550131, address: { customer: "\\uDE00", street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 } }`,
        'calling.yaml': `rewrite: [{ from: '^9$', to: '8', note: "\\uFFFF" }]`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:1  name  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.

     extensions.yaml
       extensions.yaml:1  a.name  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.
       extensions.yaml:2  b.address.customer  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.
       extensions.yaml:2  b.address  has no effect on a phone that may not call 911
           fix: Remove it, or add \`emergency: true\`.

     calling.yaml
       calling.yaml:1  rewrite[0].note  contains half a character, or a code that is not a character (U+FFFE, U+FFFF)
           fix: Write it again.

     5 errors
     "
    `);
  });

  it('wants a site', () => {
    expect(diagnosticsOf({ 'site.yaml': `` })).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml  \`name\`, \`timeZone\`, \`languages\` and \`environments\` are missing
           fix: Add \`name:\`, \`timeZone:\`, \`languages:\` and \`environments:\` here.

     1 error
     "
    `);
  });

  it('refuses values that are not of their kind', () => {
    expect(
      diagnosticsOf({
        'site.yaml': `name: ''
country: USA
timeZone: Amerika/Los_Angeles
languages: [en, fr]
areaCode: 50
voices: { en: alice! }
environments:
  prod: { sipDomain: direct-example-prod.sip.twilio.com, edge: umatila, emergency: yes }
  stage: { sipDomain: Direct Example }
defaults: { ringSeconds: 3, dialSeconds: 1e3, callerId: +15035550100 }
handOffHosts: ['sip:pbx.example.org']
`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:1  name  is empty
           fix: Write something here.
       site.yaml:2  country  \`USA\` is not a country
           fix: Did you mean \`US\`?
       site.yaml:3  timeZone  \`Amerika/Los_Angeles\` is not a time zone
           fix: Did you mean \`America/Los_Angeles\`?
       site.yaml:4  languages[1]  \`fr\` is not known here
           fix: Write another. Known: en, es.
       site.yaml:5  areaCode  \`50\` is not an area code
           fix: Write three digits, such as \`503\`.
       site.yaml:6  voices.en  \`alice!\` is not one of Twilio's voices
           fix: Write it like \`Polly.Joanna\`.
       site.yaml:8  environments.prod.sipDomain  \`direct-example-prod.sip.twilio.com\` is the whole host
           fix: Write its first label only: \`direct-example-prod\`.
       site.yaml:8  environments.prod.edge  \`umatila\` is not known here
           fix: Did you mean \`umatilla\`?
       site.yaml:8  environments.prod.emergency  \`yes\` is not known here
           fix: Write another. Known: direct, menus, webhook.
       site.yaml:9  environments.stage.sipDomain  \`Direct Example\` cannot be a SIP domain
           fix: Use lower-case letters, digits and hyphens.
       site.yaml:10  defaults.ringSeconds  \`3\` is not a whole number of seconds from 5 to 600
           fix: Write digits only, such as \`5\`.
       site.yaml:10  defaults.dialSeconds  \`1e3\` is not a whole number of seconds from 5 to 600
           fix: Write digits only, such as \`5\`.
       site.yaml:11  handOffHosts[0]  \`sip:pbx.example.org\` is not a host name
           fix: Write it like \`pbx.example.org\`: lower case, without \`sip:\`.

     13 errors
     "
    `);
  });

  it('refuses unknown keys and says which were meant', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('timeZone', 'timezone'),
        'extensions.yaml': `clinton: { name: Booth, nmber: +15035550130, class: local, colour: red }`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:1  timeZone  \`timeZone\` is missing
           fix: Add \`timeZone:\` here.
       site.yaml:2  timezone  unknown key \`timezone\`
           fix: Did you mean \`timeZone\`?

     extensions.yaml
       extensions.yaml:1  clinton.nmber  unknown key \`nmber\`
           fix: Did you mean \`number\`?
       extensions.yaml:1  clinton.colour  unknown key \`colour\`
           fix: Remove it. Known: name, number, short, callerId, emergency, dial911As, class, environments, address, passwordGeneration, edge, hash, hashAtDialTone, zero, location, areaCode, timeZone, language, phone.

     4 errors
     "
    `);
  });

  it('refuses two environments with one SIP domain', () => {
    expect(
      diagnosticsOf({ 'site.yaml': SITE.replace('direct-example-stage', 'direct-example-prod') }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:6  environments.prod.sipDomain  \`direct-example-prod\` is already the SIP domain of stage: environments must not share one
           fix: Give prod its own SIP domain.

     1 error
     "
    `);
  });

  it('refuses two environments with one credential list', () => {
    const lists = (stage: string, prod: string) =>
      diagnosticsOf({
        'site.yaml': SITE.replace('emergency: webhook', `emergency: webhook${stage}`).replace(
          'emergency: direct',
          `emergency: direct${prod}`,
        ),
      });
    expect(lists(', credentialList: phones', ', credentialList: phones')).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:6  environments.prod.credentialList  \`phones\` is already the credential list of stage: environments must not share one
           fix: Give prod its own credential list.

     1 error
     "
    `);
    // Where prod says nothing, its list has the name of its SIP domain.
    expect(lists(', credentialList: direct-example-prod', '')).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:5  environments.stage.credentialList  \`direct-example-prod\` is already the credential list of prod: environments must not share one
           fix: Give stage its own credential list.

     1 error
     "
    `);
    expect(lists(', credentialList: phones', ', credentialList: direct-example-stage')).toBe('');
  });

  it('refuses a credential list and an encryption that are none', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace(
          'emergency: direct',
          `emergency: direct, secure: yes, credentialList: '${'x'.repeat(65)}'`,
        ).replace('emergency: webhook', 'emergency: webhook, credentialList: "a\\nb"'),
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:5  environments.stage.credentialList  \`a\\u{a}b\` cannot be the name of a credential list
           fix: Use up to 60 printable characters, without \`#\` and a number at the end.
       site.yaml:6  environments.prod.secure  \`yes\` is neither true nor false
           fix: Write \`true\` or \`false\`.
       site.yaml:6  environments.prod.credentialList  \`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\` cannot be the name of a credential list
           fix: Use up to 60 printable characters, without \`#\` and a number at the end.

     3 errors
     "
    `);
  });

  it('refuses a password where its generation should be, and does not show it', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `a: { name: A, passwordGeneration: Hunter2Hunter2 }
b: { name: B, passwordGeneration: 10000 }
c: { name: C, passwordGeneration: -1 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  a.passwordGeneration  is not a whole number from 0 to 9999
           fix: The directory never contains a password: \`dialtone rotate\` raises this number.
       extensions.yaml:2  b.passwordGeneration  is not a whole number from 0 to 9999
           fix: The directory never contains a password: \`dialtone rotate\` raises this number.
       extensions.yaml:3  c.passwordGeneration  is not a whole number from 0 to 9999
           fix: The directory never contains a password: \`dialtone rotate\` raises this number.

     3 errors
     "
    `);
  });

  it('wants at least one environment', () => {
    expect(
      diagnosticsOf({
        'site.yaml': `name: A
timeZone: UTC
languages: []
environments: {}
`,
        'numbers.yaml': ``,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:3  languages  is empty
           fix: Add at least one, or remove the key.
       site.yaml:4  environments  has no environment
           fix: Add \`prod: { sipDomain: … }\`.

     2 errors
     "
    `);
  });

  it('refuses values of another shape', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE.replace('[en, es]', 'en'),
        'extensions.yaml': `clinton: Booth
belmont: [a]
detroit: { name: { en: Booth }, environments: prod }`,
        'calling.yaml': `classes: local`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:3  languages  should be a list, but is one value (\`en\`)
           fix: Write \`[en]\`.

     extensions.yaml
       extensions.yaml:1  clinton  should be keys and values, but is one value (\`Booth\`)
           fix: See docs/directory.md.
       extensions.yaml:2  belmont  should be keys and values, but is a list
           fix: See docs/directory.md.
       extensions.yaml:3  detroit.name  should be one value, but is keys and values
           fix: See docs/directory.md.
       extensions.yaml:3  detroit.environments  should be a list, but is one value (\`prod\`)
           fix: Write \`[prod]\`.

     calling.yaml
       calling.yaml:1  classes  should be keys and values, but is one value (\`local\`)
           fix: See docs/directory.md.

     6 errors
     "
    `);
  });

  it('refuses a target that says nothing, or two things', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, hash: {}, zero: { dial: +15035550188, twiml: incoming-house } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash  has no target
           fix: Write one of: menu, ring, dial, twiml, handOff, do.
       extensions.yaml:1  clinton.zero  says dial and twiml
           fix: Keep one of them.

     2 errors
     "
    `);
  });

  it('refuses a hand-off that is no user and host', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, hash: { handOff: 'sip:a@pbx.example.org' }, zero: { handOff: pbx.example.org } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.handOff  \`sip:a@pbx.example.org\` begins with sip:
           fix: Write only \`user@host\`.
       extensions.yaml:1  clinton.zero.handOff  \`pbx.example.org\` is not user@host
           fix: Write it like \`portland@pbx.example.org\`.

     2 errors
     "
    `);
  });

  it('refuses MAC addresses that no phone has', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `a: { name: A, phone: { model: grandstream-ht801, mac: 00:0b:82:00:00, dial: dialtone } }
b: { name: B, phone: { model: grandstream-ht801, mac: 01:0b:82:00:00:01, dial: dialtone } }
c: { name: C, phone: { model: Grandstream HT801, mac: 00-00-00-00-00-00, dial: hotlin } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  a.phone.mac  \`00:0b:82:00:00\` is not a MAC address
           fix: Write it like \`00:0b:82:00:00:01\`.
       extensions.yaml:2  b.phone.mac  \`01:0b:82:00:00:01\` is a multicast address, which no phone has
           fix: Copy it from the label of the phone.
       extensions.yaml:3  c.phone.model  \`Grandstream HT801\` is not a model
           fix: Write it in lower case with hyphens, such as \`grandstream-ht801\`.
       extensions.yaml:3  c.phone.mac  the MAC address is all zeros
           fix: Copy it from the label of the phone.
       extensions.yaml:3  c.phone.dial  \`hotlin\` is not known here
           fix: Did you mean \`hotline\`?

     5 errors
     "
    `);
  });

  it('refuses a MAC address that another phone has', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `a: { name: A, phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: dialtone } }
b: { name: B, phone: { model: grandstream-ht801, mac: 000B82000001, dial: dialtone } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  b.phone.mac  line 1 of the phone 00:0b:82:00:00:01 already belongs to \`a\`
           fix: Correct one of them, or give each its own \`line\`.

     1 error
     "
    `);
  });

  it('warns of a hotline that has no target', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `a: { name: A, phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: hotline } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  a.phone.dial  warning: is a hotline, but \`#\`, which it dials when it is lifted, does nothing
           fix: Add \`hash\`.

     1 warning
     "
    `);
  });
});
