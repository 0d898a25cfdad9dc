import { DESKS, HALL, SHARING } from '../fixtures/sharing';
import { compileFiles, diagnosticsOf, HOUSE, open, SITE } from './support';

const WEBHOOK = SITE.replace('emergency: direct', 'emergency: webhook');
const STREET = 'street: 100 Example Street, city: Portland, region: OR, postalCode: 97200';

function phone(username: string, more: string): string {
  return `${username}: { name: ${username}, ${more} }`;
}

function caller(username: string, address: string, number = '+15035550130'): string {
  return phone(username, `number: ${number}, emergency: true, address: { ${address} }`);
}

function diagnostics(lines: readonly string[], site = WEBHOOK, numbers = HOUSE): string {
  return diagnosticsOf({
    'site.yaml': site,
    'extensions.yaml': lines.join('\n'),
    'numbers.yaml': numbers,
  });
}

describe('One number for 911', () => {
  it('is shared by phones at one address', () => {
    expect(
      diagnostics([
        caller('101', STREET),
        caller('102', STREET.replace('100 Example', '100  EXAMPLE')),
        caller('103', `${STREET}, country: US`),
      ]),
    ).toBe('');
  });

  it('is not shared by phones at different addresses', () => {
    expect(
      diagnostics([
        caller('101', STREET),
        caller('102', STREET.replace('100', '200')),
        caller('103', `${STREET}, unit: 3`),
        caller('104', STREET.replace('Portland', 'Salem').replace('97200', '97300')),
      ]),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  102.address  differs from that of 101 (extensions.yaml:1), which also calls 911 as +15035550130: help goes to one address, and \`street\` differs
           fix: Write the same address if they are side by side; otherwise give it its own number.
       extensions.yaml:3  103.address  differs from that of 101 (extensions.yaml:1), which also calls 911 as +15035550130: help goes to one address, and \`unit\` differs
           fix: Write the same address if they are side by side; otherwise give it its own number.
       extensions.yaml:4  104.address  differs from that of 101 (extensions.yaml:1), which also calls 911 as +15035550130: help goes to one address, and \`city\`, \`postalCode\` differ
           fix: Write the same address if they are side by side; otherwise give it its own number.

     3 errors
     "
    `);
  });

  it('is not shared by phones in two units of a house', () => {
    expect(diagnostics([caller('101', `${STREET}, unit: 2`), caller('102', `${STREET}, unit: 3`)]))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  102.address  differs from that of 101 (extensions.yaml:1), which also calls 911 as +15035550130: help goes to one address, and \`unit\` differs
           fix: Write the same address if they are side by side; otherwise give it its own number.

     1 error
     "
    `);
  });

  it('has one name of who is there', () => {
    expect(diagnostics([caller('101', STREET), caller('102', `${STREET}, customer: Annex`)]))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  102.address  differs from that of 101 (extensions.yaml:1), which also calls 911 as +15035550130: help goes to one address, and \`customer\` differs
           fix: Write the same address if they are side by side; otherwise give it its own number.

     1 error
     "
    `);
  });

  it('wants to know of each phone where it stands', () => {
    expect(
      diagnostics([
        phone('101', 'number: +15035550130, emergency: true'),
        caller('102', STREET),
        phone('103', 'number: +15035550130, emergency: true'),
      ]),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101.emergency  calls 911 as +15035550130, as 102 (extensions.yaml:2) does, but has no address
           fix: Add its \`address\`: only phones at one address may share a number for 911.
       extensions.yaml:3  103.emergency  calls 911 as +15035550130, as 102 (extensions.yaml:2) does, but has no address
           fix: Add its \`address\`: only phones at one address may share a number for 911.

     2 errors
     "
    `);
  });

  it('wants to know it also where none says so', () => {
    expect(
      diagnostics([
        phone('101', 'number: +15035550130, emergency: true'),
        phone('102', 'number: +15035550130, emergency: true'),
      ]),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101.emergency  calls 911 as +15035550130, as 102 (extensions.yaml:2) does, but has no address
           fix: Add its \`address\`: only phones at one address may share a number for 911.
       extensions.yaml:2  102.emergency  calls 911 as +15035550130, as 101 (extensions.yaml:1) does, but has no address
           fix: Add its \`address\`: only phones at one address may share a number for 911.

     2 errors
     "
    `);
  });

  it('says nothing of an address that is faulty itself', () => {
    const text = diagnostics([caller('101', STREET), caller('102', 'street: 1, city: 2')]);
    expect(text).toContain('`region` and `postalCode` are missing');
    expect(text).toContain('1 error\n');
    expect(text).not.toContain('help goes to one address');
  });

  it('is not that of a phone that may not call 911, which may show it', () => {
    expect(diagnostics([caller('101', STREET), phone('102', 'number: +15035550130')]))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101.emergency  may call 911 as +15035550130, but 102 (extensions.yaml:2) has that number too, but may not call 911: a call back rings there
           fix: To show +15035550130 to people outside, write it there as \`callerId\` instead of \`number\`; otherwise give one of them another number.

     1 error
     "
    `);
  });

  it('is the house number of a site where only phones at its address have it', () => {
    expect(
      diagnostics(
        [
          caller('101', STREET, '+15035550100'),
          caller('102', STREET, '+15035550100'),
          phone('200', 'class: local'),
        ],
        WEBHOOK,
        '',
      ),
    ).toBe('');
  });

  it('is not the house number where nothing says where it is', () => {
    expect(diagnostics([phone('101', 'number: +15035550100, emergency: true')]))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101.emergency  may call 911, but +15035550100 is the house number, and nothing says that its address is this phone's
           fix: Add its \`address\`, or give it its own number.
       extensions.yaml:1  101.number  warning: when the emergency service calls +15035550100 back, this phone does not ring: the TwiML asset \`incoming-house\` answers
           fix: Remove the number from numbers.yaml, or let it \`ring\` the phones that have it.

     1 error, 1 warning
     "
    `);
  });

  it('is the name of one extension where Twilio takes a dialled 911', () => {
    expect(
      diagnostics(
        [
          caller('"+15035550130"', STREET),
          caller('desk', STREET).replace('address', 'class: local, language: es, address'),
        ].map((line) => line.replace('address', 'environments: [prod], address')),
        SITE,
      ),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  desk  may call 911 and lives in prod, where emergency is \`direct\`: it must be registered under its own number
           fix: Register this phone as \`+15035550130\` too, and remove \`desk\`: with one password they ring together and look the same to others, though \`class\`, \`language\` differ. Or let \`desk\` dial \`#\` when lifted (\`dial: hotline\`) and write \`emergency: menus\` in site.yaml: each keeps its own name.

     1 error
     "
    `);
  });

  it('is to become the name of one where none has it yet', () => {
    expect(diagnostics([caller('101', STREET), caller('102', STREET)], SITE))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101  may call 911 and lives in prod, where emergency is \`direct\`: it must be registered under its own number
           fix: Rename \`101\` to \`+15035550130\`.
       extensions.yaml:2  102  may call 911 and lives in prod, where emergency is \`direct\`: it must be registered under its own number
           fix: Register this phone as \`+15035550130\` too, and remove \`102\`: with one password they ring together and look the same to others. Or let \`101\`, \`102\` dial \`#\` when lifted (\`dial: hotline\`) and write \`emergency: menus\` in site.yaml: each keeps its own name.

     2 errors
     "
    `);
  });

  it('is not the name of more than ten', () => {
    const desks = Array.from({ length: 11 }, (_, i) => caller(String(101 + i), STREET));
    expect(
      diagnosticsOf({
        'site.yaml': SITE,
        'extensions.yaml': desks.join('\n'),
        'numbers.yaml': `+15035550100: { twiml: incoming-house }\n+15035550130: { ring: [101] }`,
      }),
    ).toContain('Twilio allows 10 phones under one name, and 11 share it: give them more numbers.');
  });
});

describe('What people outside see', () => {
  it('is another number of the site, and 911 sees the number of the phone', () => {
    const files = {
      'site.yaml': WEBHOOK,
      'extensions.yaml': [
        caller('101', STREET).replace('}', '}, callerId: +15035550100'),
        phone('102', 'callerId: +15035550130'),
        phone('103', 'number: +15035550131'),
      ].join('\n'),
    };
    expect(diagnosticsOf(files)).toBe('');
    const { extensions, numbers } = open(files);
    const shown = [...extensions.values()].map(({ number, callerId }) => [number, callerId]);
    expect(shown).toEqual([
      ['+15035550130', '+15035550100'],
      [undefined, '+15035550130'],
      ['+15035550131', '+15035550131'],
    ]);
    // A phone that only shows a number is not rung by it.
    expect(numbers.get('+15035550130')?.ring).toEqual(['101']);
  });

  it('is no number of others, no short name and no emergency number', () => {
    expect(
      diagnostics([
        phone('101', 'callerId: +15035550199'),
        phone('102', 'callerId: 5035550100'),
        phone('103', 'callerId: 101'),
        phone('104', 'callerId: 911'),
      ]),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  101.callerId  \`+15035550199\` is not a number of this site
           fix: Use a phone’s number, a number in numbers.yaml, or the house number (\`callerId\` under \`defaults\` in site.yaml).
       extensions.yaml:2  102.callerId  \`5035550100\` is not in E.164
           fix: Write \`+15035550100\`.
       extensions.yaml:3  103.callerId  \`101\` is not a telephone number: too short
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.
       extensions.yaml:4  104.callerId  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.

     4 errors
     "
    `);
  });

  it('is enough for a phone of a site without a house number', () => {
    expect(
      diagnostics(
        [phone('101', 'callerId: +15035550130'), phone('102', 'number: +15035550130')],
        WEBHOOK.replace(/defaults.*\n/, ''),
      ),
    ).toBe('');
  });
});

describe('A call back of the emergency service', () => {
  const numbers = (rule: string) => ({
    'site.yaml': WEBHOOK,
    'extensions.yaml': [caller('101', STREET), caller('102', STREET)].join('\n'),
    'numbers.yaml': `+15035550100: { twiml: incoming-house }\n+15035550130: ${rule}`,
    'operators.yaml': 'volunteers: { robin: { call: +15035550188, languages: [en, es] } }',
    'menus/main.yaml':
      'main: { prompts: [{ say: { en: Hello., es: Hola. } }], next: { do: hangUp } }',
  });

  it('rings all phones that share the number', () => {
    const { 'site.yaml': site, 'extensions.yaml': phones } = numbers('');
    const files = { 'site.yaml': site, 'extensions.yaml': phones };
    const rule = '+15035550130: { ring: [101, 102] }';
    expect(diagnosticsOf({ ...files, 'numbers.yaml': HOUSE + rule })).toBe('');
    const { numbers: rules } = open(files);
    expect(rules.get('+15035550130')?.ring).toEqual(['101', '102']);
  });

  it.each([
    ['{ menu: main }', 'the menu `main` answers', 2],
    ['{ operator: true }', 'the operator answers', 2],
    ['{ twiml: incoming-house }', 'the TwiML asset `incoming-house` answers', 2],
    ['{ ring: [101] }', 'it is not in `ring`', 1],
    [
      '{ ring: [101, 102], hours: [mon-fri 08:00-20:00] }',
      'the number is closed outside `hours`',
      2,
    ],
  ])('is warned of with %s', (rule, why, times) => {
    const warnings = compileFiles(numbers(rule)).diagnostics.filter(
      ({ severity, where }) => severity === 'warning' && where.path.endsWith('.number'),
    );
    expect(warnings).toHaveLength(times);
    expect(warnings.map(({ message }) => message)).toEqual(
      warnings.map(
        () =>
          `when the emergency service calls +15035550130 back, this phone does not ring: ${why}`,
      ),
    );
  });

  it('rings twelve desks, in two rounds', () => {
    expect(diagnosticsOf(SHARING)).toBe('');
    expect(open(SHARING).numbers.get(HALL)?.ring).toEqual(DESKS);
  });

  it.each([
    [10, 'Add `112` to the `ring` of the number in numbers.yaml.'],
    [
      30,
      'Give some of the phones another number at the same address: a number rings at most 30 phones, 10 at a time.',
    ],
  ])('is warned of where another rings, and %i ring', (count, fix) => {
    const desks = Array.from({ length: count + 2 }, (_, i) => String(101 + i));
    const text = diagnostics(
      desks.map((name) => caller(name, STREET)),
      WEBHOOK,
      `${HOUSE}+15035550130: { ring: [${desks.slice(0, count).join(', ')}] }`,
    );
    expect(text).toContain('2 warnings');
    expect(text).toContain(fix);
  });

  it('is warned of where the phone lives elsewhere', () => {
    const text = diagnostics([
      caller('101', STREET).replace('address', 'environments: [stage], address'),
      caller('102', STREET),
    ]);
    expect(text).toBe('');
    expect(
      diagnosticsOf({
        ...numbers('{ ring: [101, 102] }'),
        'menus/main.yaml': '',
        'extensions.yaml': [
          caller('101', STREET).replace('address', 'environments: [stage], address'),
          caller('102', STREET),
        ].join('\n'),
      }),
    ).toContain('prod answers the number, but the phone does not live there');
  });
});
