import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileDirectory, compileTexts, emptyDirectory, openDirectory } from '../../src/config';
import { compileFiles, HOUSE, open, SITE } from './support';
import { runs } from '../support/runs';

const EXAMPLE = join(__dirname, '../../examples/payphones');

describe('compileDirectory', () => {
  it('compiles the example without error or warning', () => {
    const own = readdirSync(join(EXAMPLE, 'twiml')).map((file) => file.replace('.xml', ''));
    const shipped = ['incoming', 'unavailable', 'closed'];
    const { directory, diagnostics } = compileDirectory(EXAMPLE, {
      twimlAssets: [...shipped, ...own],
    });
    expect(diagnostics).toEqual([]);
    expect(directory?.extensions).toHaveLength(10);
  });

  it('takes a site alone', () => {
    const directory = open({});
    expect(directory.extensions.size).toBe(0);
    expect([...(directory.classes.get('local')?.allow ?? [])]).toEqual(['US', 'CA']);
    expect(directory.site.defaults).toMatchObject({ class: 'local', ringSeconds: 25 });
    expect(directory.site.voices).toEqual({ en: 'Polly.Joanna', es: 'Polly.Lupe' });
  });

  it('tells of a folder that is not there', () => {
    const { diagnostics } = compileDirectory(join(__dirname, 'nowhere'), { twimlAssets: [] });
    expect(diagnostics.map(({ where, message }) => `${where.file} ${message}`)).toEqual([
      'site.yaml is missing',
    ]);
  });

  it('fills in the defaults of the site', () => {
    const { extensions } = open({
      'site.yaml': SITE.replace('callerId', 'zero: { ring: [clinton] }, callerId'),
      'extensions.yaml': `
clinton: { name: Booth }
belmont: { name: Booth, number: +15035550130, zero: { twiml: closed } }`,
    });
    expect(extensions.get('clinton')).toEqual({
      username: 'clinton',
      name: 'Booth',
      callerId: '+15035550100',
      class: 'local',
      emergency: false,
      environments: ['dev', 'stage', 'prod'],
      zero: { ring: ['clinton'] },
    });
    expect(extensions.get('belmont')).toMatchObject({
      callerId: '+15035550130',
      zero: { twiml: 'closed' },
    });
  });

  it('keeps apart what the functions have no use for', () => {
    const { directory, provisioning } = compileFiles({
      'site.yaml': SITE.replace(
        'emergency: webhook',
        'emergency: webhook, secure: true, credentialList: old phones',
      ),
      'extensions.yaml': `
a: { name: A, phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: dialtone } }
+15035550130:
  name: B
  number: +15035550130
  emergency: true
  passwordGeneration: 0
  address: { street: 1 Example Street, unit: 02, city: Boston, region: MA, postalCode: 02101 }
+15035550131:
  name: C
  number: +15035550131
  emergency: true
  address:
    customer: Example Hall
    street: 1 Example Street
    city: Toronto
    region: ON
    postalCode: M5V 0A1
    country: CA
`,
    });
    expect(JSON.stringify(directory)).not.toMatch(
      /grandstream|Street|passwordGeneration|secure|old phones|credentialList/,
    );
    expect(provisioning).toMatchObject({
      environments: {
        stage: { secure: true, credentialList: 'old phones' },
        prod: { secure: false, credentialList: 'direct-example-prod' },
      },
      extensions: new Map<string, unknown>([
        [
          'a',
          {
            passwordGeneration: 1,
            phone: expect.objectContaining({
              model: 'grandstream-ht801',
              mac: '00:0b:82:00:00:01',
              dial: 'dialtone',
            }) as unknown,
          },
        ],
        [
          '+15035550130',
          {
            passwordGeneration: 0,
            address: {
              customerName: 'Example Phones',
              street: '1 Example Street',
              streetSecondary: '02',
              city: 'Boston',
              region: 'MA',
              postalCode: '02101',
              country: 'US',
            },
          },
        ],
        [
          '+15035550131',
          {
            passwordGeneration: 1,
            address: {
              customerName: 'Example Hall',
              street: '1 Example Street',
              city: 'Toronto',
              region: 'ON',
              postalCode: 'M5V 0A1',
              country: 'CA',
            },
          },
        ],
      ]),
    });
  });

  it('gives nothing to set up for a directory with an error', () => {
    expect(compileFiles({ 'extensions.yaml': 'a: {}' })).not.toHaveProperty('provisioning');
  });

  it('compiles files that are not written yet', () => {
    const texts = { 'site.yaml': SITE, 'numbers.yaml': HOUSE, 'extensions.yaml': 'a: { name: A }' };
    const options = { twimlAssets: ['incoming-house'] };
    expect(compileTexts(texts, options)).toEqual(compileFiles(texts));
    expect(compileTexts({}, options).diagnostics.map(({ message }) => message)).toEqual([
      'is missing',
    ]);
  });

  it('rings everyone who has a number that numbers.yaml leaves out', () => {
    const { numbers } = open({
      'extensions.yaml': `
clinton: { name: Booth, number: +15035550130 }
belmont: { name: Booth, number: +15035550130 }
demo: { name: Bench, number: +15035550142, environments: [stage] }`,
    });
    expect(numbers.get('+15035550130')).toEqual({
      ring: ['clinton', 'belmont'],
      twiml: 'incoming',
      maxMinutes: 60,
      environment: 'prod',
    });
    expect(numbers.get('+15035550142')?.environment).toBe('stage');
  });

  it('reads what follows as a TwiML asset or a number', () => {
    const { numbers } = open({
      'numbers.yaml': `${HOUSE}+15035550101: { twiml: incoming-house, otherwise: unavailable }
+15035550102: { twiml: incoming-house, otherwise: +15035550188, hours: [sat-sun 22:00-02:00] }`,
    });
    expect(numbers.get('+15035550101')?.otherwise).toEqual({ twiml: 'unavailable' });
    expect(numbers.get('+15035550102')).toMatchObject({
      otherwise: { dial: '+15035550188' },
      hours: [{ days: [0, 6], from: 1320, to: 120 }],
    });
  });

  it('resolves the chain of classes: lists add up, the nearest limit and hours hold', () => {
    const { classes } = open({
      'extensions.yaml': 'a: { name: A, class: lobby }',
      'calling.yaml': `
classes:
  local: { allow: [US, CA], deny: [premium], maxMinutes: 60, noLimit: [+15035550111] }
  national: { extends: local, allow: [MX], hours: [daily 06:00-24:00] }
  lobby: { extends: national, deny: [CA], maxMinutes: 15 }`,
    });
    const lobby = classes.get('lobby');
    expect([...(lobby?.allow ?? [])].sort()).toEqual(['CA', 'MX', 'US']);
    expect([...(lobby?.deny ?? [])].sort()).toEqual(['CA', 'premium']);
    expect(lobby).toMatchObject({
      maxMinutes: 15,
      hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 360, to: 1440 }],
    });
    expect(lobby?.noLimit).toEqual(new Set(['+15035550111']));
  });

  it('takes the block list apart', () => {
    const { blocked } = open({ 'calling.yaml': 'block: [+15035550166, +88216*, anonymous]' });
    expect(blocked).toEqual({
      numbers: new Set(['+15035550166']),
      prefixes: ['+88216'],
      anonymous: true,
    });
  });

  it('says of each number when a call to it is cut off', () => {
    const minutes = (site: string, calling: string) => {
      const { numbers } = open({
        'site.yaml': SITE.replace('callerId: +15035550100', `callerId: +15035550100${site}`),
        'calling.yaml': calling,
        'extensions.yaml': `
+15035550130: { name: A, number: +15035550130, emergency: true }
shop: { name: B, number: +15035550131 }
bar: { name: C, number: +15035550132 }`,
        'numbers.yaml': `
+15035550100: { ring: [shop] }
+15035550130: { ring: [+15035550130] }
+15035550131: { ring: [shop], maxMinutes: 20 }`,
      });
      return ['00', '30', '31', '32'].map((last) => numbers.get(`+150355501${last}`)?.maxMinutes);
    };
    // The built-in class has an hour; a class of the site may have no limit: then Twilio's own.
    expect(minutes('', '')).toEqual([60, undefined, 20, 60]);
    expect(minutes('', 'classes: { local: { allow: [US] } }')).toEqual([240, undefined, 20, 240]);
    expect(minutes(', maxIncomingMinutes: 90', '')).toEqual([90, undefined, 20, 90]);
  });

  it('collects the area codes of the site and of its own numbers', () => {
    const { site } = open({
      'site.yaml': `areaCode: 971\n${SITE}`,
      'extensions.yaml': 'cass: { name: Booth, number: +13135550150 }',
    });
    expect(site.areaCodes).toEqual(['313', '503', '971']);
  });

  it('keeps strings as they are written', () => {
    const { extensions, site } = open({
      'site.yaml': SITE.replace('Example Phones', '0123'),
      'extensions.yaml': `
no: { name: on }
1e3: { name: 1e3 }
constructor: { name: 'null' }
'101': { name: ~ }`,
    });
    expect(site.name).toBe('0123');
    expect([...extensions].map(([username, { name }]) => [username, name])).toEqual([
      ['101', '~'],
      ['no', 'on'],
      ['1e3', '1e3'],
      ['constructor', 'null'],
    ]);
  });

  it('takes thousands of extensions', () => {
    const length = runs(2_000, 10_000);
    const list = Array.from({ length }, (_, i) => {
      const number = `+1503${2_200_000 + i}`;
      return `${number}: { name: Phone ${i}, number: ${number}, class: local, emergency: true }`;
    });
    const { directory, diagnostics } = compileFiles({ 'extensions.yaml': list.join('\n') });
    expect(diagnostics).toEqual([]);
    expect(directory?.extensions).toHaveLength(length);
  });
});

describe('openDirectory', () => {
  it('refuses an asset of another version', () => {
    const { directory } = compileFiles({});
    const other = { ...directory, version: 1 } as unknown as NonNullable<typeof directory>;
    expect(() => openDirectory(other)).toThrow('version 1, expected 5');
    expect(() => openDirectory(null as unknown as NonNullable<typeof directory>)).toThrow(
      'version missing, expected 5',
    );
  });

  it('opens the set-up without a directory', () => {
    const directory = emptyDirectory();
    expect(directory.site).toMatchObject({ country: 'US', languages: ['en'], environments: {} });
    expect(directory.classes.get('local')).toMatchObject({
      allow: new Set(['US', 'CA']),
      maxMinutes: 60,
    });
    expect(directory.extensions.size + directory.numbers.size).toBe(0);
  });
});
