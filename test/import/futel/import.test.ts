import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compileTexts } from '../../../src/config';
import { isFlagOn } from '../../../src/config/emergency/intendedSetup';
import { futelDirectory, type FutelOptions } from '../../../src/import/futel/futel';
import { formatDiagnostics } from '../../../src/diagnostics/text';
import { runs } from '../../support/runs';
import { anyCharacter } from '../../support/anyCharacter';

const EXAMPLE: FutelOptions = { name: 'Example Phones', sipDomainPrefix: 'direct-example' };
const FOLDER = 'test/fixtures/futel';
const fixture = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, unknown>;

/** Imports and compiles; an error fails the test. */
function imported(json: unknown, options: FutelOptions = {}) {
  const result = futelDirectory(json, { ...EXAMPLE, ...options });
  const compiled = compileTexts(result.files, { twimlAssets: ['incoming'] });
  const { directory, provisioning } = compiled;
  const diagnostics = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  expect(formatDiagnostics([...result.diagnostics, ...diagnostics])).toBe('');
  if (!directory || !provisioning) throw new Error('does not compile');
  const extensions = new Map(directory.extensions.map((each) => [each.username, each]));
  return { ...result, warnings: compiled.diagnostics, directory, provisioning, phones: extensions };
}

/** The report of some extensions (`null`: of all), one line each. */
function reported(json: unknown, extension: string | null, options: FutelOptions = {}): string {
  return imported(json, options)
    .report.filter((line) => line.extension === extension)
    .map(({ severity, text, fix }) => `${severity}: ${text}${fix ? ` → ${fix}` : ''}`)
    .join('\n');
}

const house = (n: number) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`booth-${i}`, { caller_id: '+15035550100' }]),
  );

describe("Futel's extensions.json", () => {
  it.each(Object.entries(imported(fixture('extensions.json')).files))('becomes %s', (_, text) => {
    expect(text).toMatchSnapshot();
  });

  it('warns only of the house number', () => {
    expect(formatDiagnostics(imported(fixture('extensions.json')).warnings)).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:15  ainsworth  warning: may call 911 and lives in dev, stage, prod, where emergency is \`menus\`, but its username is a word: Twilio rejects 911 dialled on it
           fix: Name it \`+15035550123\`, or let the device dial \`#\` when lifted or send 1911 for 911, and say so with \`dial911As\`.
       extensions.yaml:36  cass  warning: may call 911 and lives in dev, stage, prod, where emergency is \`menus\`, but its username is a word: Twilio rejects 911 dialled on it
           fix: Name it \`+13135550150\`, or let the device dial \`#\` when lifted or send 1911 for 911, and say so with \`dial911As\`.

     2 warnings
     "
    `);
  });

  it('means the same in the spelling of its first year', () => {
    const { phones } = imported(fixture('extensions.private.json'));
    expect(phones.get('demo')).toMatchObject({ number: '+15035550142', emergency: true });
  });

  it('leaves every password as it is', () => {
    const { extensions } = imported(fixture('extensions.json')).provisioning;
    expect([...extensions.values()].map((each) => each.passwordGeneration)).toEqual(
      Array<number>(8).fill(0),
    );
  });

  it('reads like what a formatter would write', () => {
    for (const text of Object.values(imported(fixture('extensions.json')).files)) {
      expect(text).not.toMatch(/\n\n\n| \n|\[ /);
    }
  });
});

describe('Numbers', () => {
  it('is its own where nobody else shows it', () => {
    const { phones } = imported({ a: { caller_id: '+15035550123' }, ...house(3) });
    expect(phones.get('a')).toMatchObject({ number: '+15035550123', emergency: false });
  });

  it('is that of the house where most show it, and rings nobody', () => {
    const { directory, phones } = imported(house(3));
    expect(directory.site.defaults.callerId).toBe('+15035550100');
    expect(phones.get('booth-0')).toMatchObject({ callerId: '+15035550100' });
    expect(phones.get('booth-0')).not.toHaveProperty('number');
    expect(directory.numbers).toEqual({});
    expect(reported(house(3), null)).toContain('changed: +15035550100 is shown by 3 extensions');
  });

  it('rings both where two share it', () => {
    const json = {
      ...house(3),
      a: { caller_id: '+15035550130' },
      b: { caller_id: '+15035550130' },
    };
    expect(imported(json).directory.numbers['+15035550130']?.ring).toEqual(['a', 'b']);
    expect(reported(json, 'a')).toMatchInlineSnapshot(`
     "kept: shares +15035550130 with \`b\`: a call to it rings them all → If it is the house number, import with --house-number.
     kept: has the number +15035550130"
    `);
  });

  it('is that of the house where --house-number says so', () => {
    const options = { houseNumber: '+15035550130' };
    const { directory, phones } = imported({ a: { caller_id: '+15035550130' }, b: {} }, options);
    expect(directory.site.defaults.callerId).toBe('+15035550130');
    expect([...phones.values()].map(({ callerId }) => callerId)).toEqual([
      '+15035550130',
      '+15035550130',
    ]);
  });

  it('rings thirty of those who share it', () => {
    const json = { ...house(32), b: {} };
    const { directory } = imported(json, { houseNumber: '+15035550199' });
    expect(directory.numbers['+15035550100']?.ring).toHaveLength(30);
    expect(reported(json, 'booth-31', { houseNumber: '+15035550199' })).toMatchInlineSnapshot(`
     "kept: has the number +15035550100
     changed: a call to +15035550100 does not ring it: a number rings at most 30 → Say in numbers.yaml which phones it rings."
    `);
  });

  it.each(['5035550123', '15035550123', '(503) 555-0123', 15035550123])('reads %j', (caller_id) => {
    const json = { a: { caller_id } };
    expect(imported(json).phones.get('a')?.number).toBe('+15035550123');
    expect(reported(json, 'a')).toContain('is read as +15035550123');
  });

  it.each(['hot-leet', '+1503555', '911', ['+15035550123'], true, '\u001b[2J'])(
    'is left out where it is %j',
    (caller_id) => {
      const json = { a: { caller_id }, ...house(3) };
      expect(imported(json).phones.get('a')).not.toHaveProperty('number');
      expect(reported(json, 'a')).toMatch(/^wrong: its caller ID `.*` is not a telephone number/);
      expect(reported(json, 'a')).not.toMatch(/\p{Cc}(?<!\n)/u);
    },
  );

  it('is needed: a phone without any, and no house, is lost', () => {
    const json = { a: { caller_id: '+15035550123' }, b: {} };
    expect([...imported(json).phones.keys()]).toEqual(['a']);
    expect(reported(json, 'b')).toMatchInlineSnapshot(
      `"lost: cannot be taken over: has no number, and the site has no house number: there is no caller ID to show → Add \`number\`, or \`defaults: { callerId: … }\` in site.yaml."`,
    );
  });
});

describe('Calling 911', () => {
  const emergency = { caller_id: '+15035550123', enable_emergency: true };

  const site = (json: unknown) => imported(json).directory.site;

  it('is kept as it is: from menus, by +1911, with emergency calling on', () => {
    const { directory, phones, warnings, report } = imported({ a: emergency });
    expect(phones.get('a')).toMatchObject({ emergency: true, dial911As: '911' });
    expect(directory.site).toMatchObject({ dial911As: '+1911' });
    for (const name of ['dev', 'stage', 'prod'] as const) {
      const environment = directory.site.environments[name]?.emergency;
      expect(isFlagOn(environment)).toBe(true);
      expect(environment).toBe('menus');
    }
    expect(formatDiagnostics(warnings)).toContain('Twilio rejects 911 dialled on it');
    expect(report[0]).toMatchInlineSnapshot(`
     {
       "extension": null,
       "first": true,
       "fix": "Press 9-3-3 in the menu of each phone that may call it; see docs/emergency.md.",
       "severity": "changed",
       "text": "911: from menus the functions dial +1911, as before (\`dial911As: +1911\`); Twilio’s emergency calling stays on (\`emergency: menus\`)",
     }
    `);
    expect(reported({ a: emergency }, 'a')).toMatchInlineSnapshot(`
     "kept: has the number +15035550123, may call 911
     wrong: may call 911, but its username is a word: Twilio rejects 911 dialled on it, as it does today → Let its device dial \`#\` when lifted, or send 1911, and write \`dial911As: keys\` or \`1911\`; or name it by its number."
    `);
  });

  it('is left to Twilio where every such phone is named by its number', () => {
    const json = { '+15035550123': emergency, a: { caller_id: '+15035550130' } };
    expect(site(json)).toMatchObject({
      environments: { stage: { emergency: 'direct' } },
      dial911As: '+1911',
    });
    expect(imported(json).report[0]?.text).toMatchInlineSnapshot(
      `"911: Twilio handles what is dialled, as before (\`emergency: direct\`); from menus the functions dial +1911, as before (\`dial911As: +1911\`)"`,
    );
  });

  it('is as it is where some such phones are named by their numbers', () => {
    const json = { '+15035550123': emergency, a: { ...emergency, caller_id: '+15035550130' } };
    expect(site(json).environments.prod?.emergency).toBe('menus');
    expect(imported(json).phones.get('+15035550123')?.dial911As).toBeUndefined();
  });

  it.each([
    ['may not call 911', { '+15035550130': { caller_id: '+15035550130' } }],
    ['calls it as another', { '+15035550131': { ...emergency, caller_id: '+15035550132' } }],
  ])('cannot be left as it is where a phone that is named by a number %s', (_, other) => {
    const json = { a: emergency, ...other };
    expect(site(json).environments.prod?.emergency).toBe('webhook');
    expect(imported(json).report[0]?.text).toMatch(/^911: NOT as before/);
    expect(reported(json, Object.keys(other)[0] ?? '')).toMatchSnapshot();
  });

  it('is nobody’s business where nobody may', () => {
    const { environments } = imported({ a: { caller_id: '+15035550123' } }).directory.site;
    expect(environments.prod).toEqual({ sipDomain: 'direct-example-prod' });
  });

  it.each([
    ['on a shared number', { a: emergency, b: { caller_id: '+15035550123' } }],
    ['on a number by which another is named', { a: emergency, '+15035550123': {}, ...house(3) }],
    ['on the house number', { ...house(3), a: { ...emergency, caller_id: '+15035550100' } }],
    ['without a number', { ...house(3), a: { enable_emergency: true } }],
    ['abroad', { a: { ...emergency, caller_id: '+442071838750' } }],
  ])('is not taken over %s: the ambulance would go elsewhere', (_, json) => {
    expect(imported(json).phones.get('a')?.emergency).toBe(false);
    expect(reported(json, 'a')).toMatchSnapshot();
  });

  it('is not for a phone that shares its number with one that cannot be taken over', () => {
    const json = { a: emergency, 'b b': { caller_id: '+15035550123' } };
    const { phones } = imported(json);
    expect([...phones].map(([name, each]) => [name, each.emergency])).toEqual([['a', false]]);
  });

  it.each(['true', 'false', 1, null])('is not granted by %j', (enable_emergency) => {
    const json = { a: { ...emergency, enable_emergency } };
    expect(imported(json).phones.get('a')?.emergency).toBe(false);
  });
});

describe('Menus', () => {
  const json = {
    menu: { outgoing: 'outgoing_portland', caller_id: '+15035550123' },
    dialtone: {
      outgoing: 'outgoing_dialtone',
      dialtone_ivr: 'outgoing_safe',
      caller_id: '+15035550124',
    },
    plain: { outgoing: 'outgoing_dialtone', caller_id: '+15035550125' },
    older: { local_outgoing: 'local_portland', caller_id: '+15035550126' },
    odd: { outgoing: 'a b: {#', caller_id: '+15035550127' },
  };

  it('are handed off to the host that has them', () => {
    const { directory, phones } = imported(json, { handOffHost: 'pbx.example.org' });
    expect(directory.site.handOffHosts).toEqual(['pbx.example.org']);
    expect(
      [...phones].map(([name, { hash, hashAtDialTone }]) =>
        hashAtDialTone ? [name, hash, hashAtDialTone] : [name, hash],
      ),
    ).toEqual([
      ['menu', { handOff: 'outgoing_portland@pbx.example.org' }],
      ['dialtone', { do: 'dialTone' }, { handOff: 'outgoing_safe@pbx.example.org' }],
      ['plain', { do: 'dialTone' }],
      ['older', { handOff: 'local_portland@pbx.example.org' }],
      ['odd', undefined],
    ]);
    expect(reported(json, 'menu', { handOffHost: 'pbx.example.org' })).toMatchInlineSnapshot(`
     "kept: has the number +15035550123
     changed: \`#\` hands off to outgoing_portland@pbx.example.org → Check that the menu exists."
    `);
    expect(reported(json, 'odd', { handOffHost: 'pbx.example.org' })).toMatchInlineSnapshot(`
     "kept: has the number +15035550127
     lost: \`#\` opened the menu \`a b: {#\`, and does nothing now → Write where it leads."
    `);
  });

  it('are handed off to the host of each environment, from where it says', () => {
    const handOffHost = 'pbx-{environment}.example.org;region=us2';
    const { directory, phones } = imported(json, { handOffHost, edge: 'umatilla' });
    expect(directory.site.handOffHosts).toEqual([handOffHost]);
    expect(phones.get('menu')?.hash).toEqual({
      handOff: 'outgoing_portland@pbx-{environment}.example.org',
    });
    const { environments } = directory.site;
    expect([environments.stage?.edge, environments.prod?.edge]).toEqual(['umatilla', 'umatilla']);
  });

  it('are lost without one, and stand in comments', () => {
    const { files, phones } = imported(json);
    expect(phones.get('menu')).not.toHaveProperty('hash');
    expect(files['extensions.yaml']).toMatchSnapshot();
    expect(reported(json, 'menu')).toMatchInlineSnapshot(`
     "kept: has the number +15035550123
     lost: \`#\` opened the menu \`outgoing_portland\`, and does nothing now → Import with --hand-off-host, whose host has the menu, or write where it leads."
    `);
  });

  it('of callers from outside are no phone’s', () => {
    expect(reported({ a: { ...json.menu, outgoing: 'incoming_house' } }, 'a')).toContain(
      'perhaps it is not a phone',
    );
  });
});

describe('What only their code said', () => {
  it('of the house number: phones call it outside', () => {
    const { directory, files } = imported(house(3));
    expect(directory.elsewhere).toEqual(['+15035550100']);
    expect(directory.numbers).toEqual({});
    expect(files['numbers.yaml']).toContain('+15035550100: { elsewhere: true }');
  });

  it('of service codes: refused, and reported unless somebody gives their numbers', () => {
    const refused = ({ report }: ReturnType<typeof futelDirectory>) =>
      report
        .filter(({ callers, text }) => callers && text.includes('are refused'))
        .map(({ text }) => text);
    expect(refused(futelDirectory(house(3)))).toEqual([
      expect.stringMatching(/^211, 311, 411, 511, 611, 711 and 811 are refused/),
    ]);
    const given = futelDirectory(house(3), {}, { destinations: { 211: '+15035550111' } });
    expect(refused(given)).toEqual([expect.stringMatching(/^311, 411, 511/)]);
    expect(given.files['calling.yaml']).toContain('211: +15035550111');
  });
});

describe('Names', () => {
  it.each([
    ['33 characters', 'x'.repeat(33)],
    ['2,000 characters', 'x'.repeat(2_000)],
    ['a space', 'detroit booth'],
    ['a line break', 'a\nb: { name: x }'],
    ['nothing', ''],
    ['an emergency number', '911'],
    ['a test number', '933'],
    ['a number without its plus', '15035550123'],
    ['no number', '+1503'],
    ['the menu', '#'],
    ['the operator', '0'],
    ['quotes', 'a"\'b'],
    ['braces', '{}'],
    ['what turns text around', '\u202eabc'],
    ['a merge key', '<<'],
  ])('of %s cannot be a username, and its phone is lost', (_, username) => {
    const json = { [username]: { caller_id: '+15035550123' }, a: { caller_id: '+15035550124' } };
    expect([...imported(json).phones.keys()]).toEqual(['a']);
    expect(reported(json, username)).toMatch(/^lost: cannot be taken over: .* → /s);
  });

  it('takes __proto__ for the name of a phone that is lost', () => {
    const json: unknown = JSON.parse('{ "__proto__": { "caller_id": "+15035550123" } }');
    expect(imported(json).phones.size).toBe(0);
    expect(reported(json, '__proto__')).toContain('lost: cannot be taken over');
  });

  it('tells of names that differ in capitals only', () => {
    const json = { demo: { caller_id: '+15035550123' }, Demo: { caller_id: '+15035550124' } };
    expect([...imported(json).phones.keys()]).toEqual(['demo', 'Demo']);
    expect(reported(json, 'Demo')).toContain('wrong: differs from `demo` only in capital letters');
  });

  it.each([
    ['Booth: {a} # b', 'Booth: {a} # b'],
    ['a\nb:\n  emergency: true', 'a b: emergency: true'],
    ["'\u0000\u001b[2J\u2028", "' [2J"],
    ['true', 'true'],
    ['- 1', '- 1'],
    ['&a *a !!int', '&a *a !!int'],
    ['  ', 'A'],
    [{ en: 'Booth' }, 'A'],
  ])('%j is what people call it', (name, expected) => {
    const { phones } = imported({ a: { caller_id: '+15035550123', name } });
    expect(phones.get('a')?.name).toBe(expected);
  });

  it('makes a name of the username', () => {
    const { phones } = imported({
      'street-roots_one': { caller_id: '+15035550123' },
      '101': { caller_id: '+15035550124' },
      '--': { caller_id: '+15035550125' },
    });
    expect([...phones.values()].map(({ name }) => name)).toEqual([
      '101',
      'Street roots one',
      'Phone',
    ]);
  });
});

describe('What extensions.json should not hold', () => {
  it.each([[null], [[]], ['text'], [1], [undefined]])('is %j', (json) => {
    expect(() => futelDirectory(json)).toThrow('instead of extensions by name');
  });

  it('may hold nothing', () => {
    expect(imported({}).phones.size).toBe(0);
    expect(reported({}, null)).toContain('wrong: there are no extensions');
  });

  it.each([[null], ['text'], [[]], [1]])('tells of an extension that is %j', (extension) => {
    expect(reported({ a: extension, ...house(3) }, 'a')).toMatch(
      /^lost: is `.*`, which does not describe a phone/,
    );
  });

  it('takes an extension without fields for one with the house number', () => {
    expect(imported({ a: {}, ...house(3) }).phones.get('a')).toMatchObject({
      callerId: '+15035550100',
      emergency: false,
    });
  });

  it('tells of fields that nobody knows', () => {
    const json = { a: { caller_id: '+15035550123', parent: 'menu', 'x\u001b': { y: [1] } } };
    expect(reported(json, 'a')).toMatchInlineSnapshot(`
     "lost: its field \`parent\` (\`menu\`) has no place in the directory
     lost: its field \`x\\u{1b}\` (\`{"y":[1]}\`) has no place in the directory
     kept: has the number +15035550123"
    `);
  });

  it('takes the newer of two spellings that differ', () => {
    const json = {
      a: { callerId: '+15035550124', caller_id: '+15035550123', enable_emergency: null },
    };
    expect(imported(json).phones.get('a')?.number).toBe('+15035550123');
    expect(reported(json, 'a')).toMatchInlineSnapshot(`
     "wrong: its \`caller_id\` is \`+15035550123\`, but its \`callerId\` is \`+15035550124\`: the first is used → Check which of them is right.
     kept: has the number +15035550123"
    `);
  });

  it('tells of options that cannot be', () => {
    const { diagnostics } = futelDirectory(
      {},
      {
        handOffHost: 'sip:x',
        sipDomainPrefix: 'A',
        timeZone: 'Portland',
        houseNumber: '5035550100',
      },
    );
    expect(formatDiagnostics(diagnostics)).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:7  timeZone  \`Portland\` is not a time zone
           fix: Write its IANA name, such as \`America/Los_Angeles\`.
       site.yaml:12  environments.dev.sipDomain  \`A-dev\` cannot be a SIP domain
           fix: Use lower-case letters, digits and hyphens.
       site.yaml:13  environments.stage.sipDomain  \`A-stage\` cannot be a SIP domain
           fix: Use lower-case letters, digits and hyphens.
       site.yaml:14  environments.prod.sipDomain  \`A-prod\` cannot be a SIP domain
           fix: Use lower-case letters, digits and hyphens.
       site.yaml:17  defaults.callerId  \`5035550100\` is not in E.164
           fix: Write \`+15035550100\`.
       site.yaml:20  handOffHosts[0]  \`sip:x\` is not a host name
           fix: Write it like \`pbx.example.org\`: lower case, without \`sip:\`.

     6 errors
     "
    `);
  });
});

describe('Whatever it holds', () => {
  const words = fc.constantFrom(
    ...['caller_id', 'callerId', 'enable_emergency', 'enableEmergency', 'outgoing', 'name'],
    ...['dialtone_ivr', 'local_outgoing', 'parent', '__proto__', 'constructor'],
  );
  const usernames = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a', 'A', 'b', 'c', 'd', '101', '911', '+15035550123', '+15035550124', 'a b'),
    fc.constantFrom('__proto__', '<<', '- a', 'a: b', '"', '\n', '#', '?', '!!int', '&a', '~'),
  );
  const values = fc.oneof(
    fc.constantFrom<unknown>(true, false, null, '+15035550123', '+15035550124', '5035550100', ''),
    fc.constantFrom('outgoing_dialtone', 'outgoing_safe', '*', '\n- ', 'a # b', '+442071838750'),
    fc.string({ unit: anyCharacter }),
    fc.jsonValue(),
  );
  const json = fc.dictionary(
    usernames,
    fc.oneof(
      { weight: 5, arbitrary: fc.dictionary(words, values) },
      { weight: 1, arbitrary: values },
    ),
    { maxKeys: 15 },
  );
  const options = fc.record(
    {
      handOffHost: fc.constant('pbx.example.org'),
      houseNumber: fc.constantFrom('+15035550100', '+15035550123'),
      name: fc.string({ unit: anyCharacter, minLength: 1 }).filter((text) => text.trim() !== ''),
    },
    { requiredKeys: [] },
  );

  it('compiles, holds only phones that were there, and tells of each', () => {
    fc.assert(
      fc.property(json, options, (value, chosen) => {
        const { phones, report, provisioning } = imported(value, chosen);
        for (const [username, { emergency, number }] of phones) {
          expect(Object.hasOwn(value, username)).toBe(true);
          if (!emergency) continue;
          const same = [...phones.values()].filter((each) => each.number === number);
          expect(same).toHaveLength(1);
        }
        for (const each of provisioning.extensions.values()) {
          expect(each).toEqual({ passwordGeneration: 0 });
        }
        const named = new Set(report.map(({ extension }) => extension));
        expect(Object.keys(value).filter((username) => !named.has(username))).toEqual([]);
      }),
      { numRuns: runs(60, 300) },
    );
  });
});
