/** What the directory itself dials: wherever a number stands, it is on the one list that all read. */
import fc from 'fast-check';
import { destinationsOf } from '../../src/twilio/destinations';
import type { ActualPermission } from '../../src/twilio/actual';
import { closedSpecial, isWider, planPermissions } from '../../src/twilio/resources/permissions';
import type { Desired } from '../../src/twilio/desired';
import { compileTexts, openDirectory, type Texts } from '../../src/config';
import { HOUSE, SITE, TWIML_ASSETS } from './support';
import { formatDiagnostics } from '../../src/diagnostics/text';
import { runs } from '../support/runs';

const INTRO = 'intro: { say: { en: Hello., es: Hola. } }';
const ONE = '1: { say: { en: One., es: Uno. }, ';

/** The ways in which a directory can have a number called, and where each stands. */
const PLACES: readonly (readonly [string, (number: string) => Texts])[] = [
  [
    'site.yaml: defaults.hash.dial',
    (number) => ({ 'site.yaml': defaults(`hash: { dial: ${number} }`) }),
  ],
  [
    'site.yaml: defaults.zero.dial',
    (number) => ({ 'site.yaml': defaults(`zero: { dial: ${number} }`) }),
  ],
  [
    'extensions.yaml: booth.hash.dial',
    (number) => ({ 'extensions.yaml': `booth: { name: A, hash: { dial: ${number} } }` }),
  ],
  [
    'extensions.yaml: booth.zero.dial',
    (number) => ({ 'extensions.yaml': `booth: { name: A, zero: { dial: ${number} } }` }),
  ],
  [
    'numbers.yaml: +15035550101.otherwise',
    (number) => ({
      'extensions.yaml': 'booth: { name: A }',
      'numbers.yaml': `${HOUSE}+15035550101: { ring: [booth], otherwise: ${number} }`,
    }),
  ],
  [
    'calling.yaml: serviceCodes.211',
    (number) => ({ 'calling.yaml': `serviceCodes: { '211': ${number} }` }),
  ],
  [
    'calling.yaml: numberLists.lines[0]',
    (number) => ({ 'calling.yaml': `numberLists: { lines: [${number}] }` }),
  ],
  [
    'operators.yaml: volunteers.ana.call',
    (number) => ({ 'operators.yaml': `volunteers: { ana: { call: ${number} } }` }),
  ],
  ['menus/main.yaml: main.keys.1.dial', (number) => menu(`keys: { ${ONE}dial: ${number} } }`)],
  ['menus/main.yaml: main.next.dial', (number) => menu(`${INTRO}, next: { dial: ${number} }`)],
  [
    'menus/main.yaml: main.otherwise.dial',
    (number) =>
      menu(
        `${INTRO}, only: { emergency: true }, next: { do: hangUp }, otherwise: { dial: ${number} }`,
      ),
  ],
];

function menu(settings: string): Texts {
  return {
    'site.yaml': defaults('hash: { menu: main }'),
    'menus/main.yaml': `main: { ${settings} }`,
  };
}

function defaults(setting: string): string {
  return SITE.replace('{ callerId: +15035550100 }', `{ callerId: +15035550100, ${setting} }`);
}

function compiled(texts: Texts) {
  const all = { 'site.yaml': SITE, 'numbers.yaml': HOUSE, ...texts };
  const { directory, provisioning, diagnostics } = compileTexts(all, { twimlAssets: TWIML_ASSETS });
  if (!directory || !provisioning) throw new Error(formatDiagnostics(diagnostics));
  return { directory: openDirectory(directory), provisioning, diagnostics };
}

function desiredOf(texts: Texts): Desired {
  const { directory, provisioning } = compiled(texts);
  return { destinations: destinationsOf(directory, provisioning.dialled) } as Desired;
}

function permission(isoCode: string, settings: Partial<ActualPermission> = {}): ActualPermission {
  return {
    isoCode,
    lowRiskNumbersEnabled: true,
    highRiskSpecialNumbersEnabled: false,
    highRiskTollfraudNumbersEnabled: false,
    ...settings,
  };
}

describe.each(PLACES)('A number at %s', (place, texts) => {
  it('is on the list, with its place', () => {
    const { dialled } = compiled(texts('+442079460123')).provisioning;
    expect(dialled).toContainEqual({ number: '+442079460123', location: place });
  });

  it.each([
    ['+442079460123', 'GB'],
    ['+525555550123', 'MX'],
    ['+18765550199', 'JM'],
  ])('keeps the country of %s open, and has it opened', (number, isoCode) => {
    const desired = desiredOf(texts(number));
    expect(desired.destinations.regions.has(isoCode)).toBe(true);
    expect(isWider(permission(isoCode), desired)).toBe(false);
    const shut = permission(isoCode, { lowRiskNumbersEnabled: false });
    const [change] = planPermissions(desired, { permissions: [shut] });
    expect(change?.fields).toEqual([{ name: 'calls', from: 'off', to: 'on' }]);
    expect(change?.why).toBe(`the directory itself calls there (${place})`);
    // What it does not call stays closed.
    expect(isWider(permission('NZ'), desired)).toBe(true);
  });

  it('is warned of where it costs more than it seems', () => {
    for (const number of ['+19005550199', '+15005550199', '+16005550199', '+15039765501']) {
      const reported = compiled(texts(number)).diagnostics.filter(({ message }) =>
        message.includes(number),
      );
      expect(reported.map(({ where }) => `${where.file}: ${where.path}`)).toEqual([place]);
      expect(reported[0]).toMatchObject({ severity: 'warning' });
      expect(reported[0]?.message).toMatch(/premium rate or shared cost|is non-geographic/);
    }
    const plain = compiled(texts('+15035550188')).diagnostics;
    expect(plain.filter(({ message }) => message.includes('+15035550188'))).toEqual([]);
  });

  it('leaves special numbers as they are at Twilio where it is one, and tells where they are closed', () => {
    const desired = desiredOf(texts('+19005550199'));
    const open = permission('US', {
      highRiskSpecialNumbersEnabled: true,
      highRiskTollfraudNumbersEnabled: true,
    });
    expect(isWider(open, desired)).toBe(false);
    expect(closedSpecial(desired, [open])).toEqual([]);
    expect(closedSpecial(desired, [permission('US')])).toEqual([
      { isoCode: 'US', location: place },
    ]);
    expect(isWider(open, desiredOf(texts('+15035550188')))).toBe(true);
  });
});

describe('The list', () => {
  it('has the emergency number where a phone may call it', () => {
    const { dialled } = compiled({
      'extensions.yaml': `+15035550123: { name: A, number: +15035550123, emergency: true }`,
    }).provisioning;
    expect(dialled).toEqual([
      { number: '911', location: 'extensions.yaml: +15035550123.emergency' },
    ]);
  });

  it('keeps the own country open for short codes and emergency calls that no class allows', () => {
    const abroad = { 'calling.yaml': `classes: { local: { allow: [MX] } }` };
    const isoCode = (texts: Texts) => desiredOf(texts).destinations.regions.has('US');
    expect(isoCode(abroad)).toBe(false);
    expect(
      isoCode({ 'calling.yaml': `${abroad['calling.yaml']}\nserviceCodes: { '988': '988' }` }),
    ).toBe(true);
    const booth = '+15035550123: { name: A, number: +15035550123, emergency: true }';
    expect(isoCode({ ...abroad, 'extensions.yaml': booth })).toBe(true);
  });

  it('leaves a number of ours out where no call leaves us', () => {
    const ours = { 'extensions.yaml': 'booth: { name: A, zero: { dial: +15035550100 } }' };
    expect(compiled(ours).provisioning.dialled).toEqual([]);
  });

  it('opens the country of whatever is dialled', () => {
    const numbers = [
      '+442079460123',
      '+525555550123',
      '+18765550199',
      '+4930901820',
      '+6495550123',
    ];
    const regions = ['GB', 'MX', 'JM', 'DE', 'NZ'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PLACES), fc.nat(4)), { minLength: 1, maxLength: 3 }),
        (chosen) => {
          for (const [[, texts], which] of chosen) {
            const { regions: open } = desiredOf(texts(numbers[which] ?? '')).destinations;
            expect([...open.keys()].sort()).toEqual(['CA', 'US', regions[which]].sort());
          }
        },
      ),
      { numRuns: runs(10, 30) },
    );
  });

  it('warns of an SMS to a dear number, and of one that another system is to dial', () => {
    const site = `${defaults('zero: { handOff: +19005550199@pbx.example.org }')}handOffHosts: [pbx.example.org]\n`;
    const texts = {
      'site.yaml': site,
      'operators.yaml': 'volunteers: {}\nnotice: { sms: [+15005550199] }',
    };
    const { diagnostics, provisioning } = compiled(texts);
    expect(provisioning.dialled).toEqual([]);
    const reported = diagnostics.filter(({ message }) => /premium|non-geographic/.test(message));
    expect(reported.map(({ where, message }) => `${where.path}: ${message}`))
      .toMatchInlineSnapshot(`
     [
       "defaults.zero.handOff: \`+19005550199\` is premium rate or shared cost, and no class of service applies: every caller who gets here has it called by the other system",
       "notice.sms[0]: \`+15005550199\` is non-geographic, and may cost more than other calls to its country, and a message to it is sent at your cost",
     ]
    `);
  });

  it('warns of an area that every class denies', () => {
    const texts = {
      'calling.yaml': `
classes:
  local: { allow: [US], deny: [alaska] }
  other: { extends: local, deny: [alaska] }
numberLists: { lines: [+19075550199, +15035550199] }`,
    };
    const reported = compiled(texts).diagnostics.filter(({ where }) =>
      where.path.startsWith('numberLists.lines['),
    );
    expect(reported.map(({ where, message }) => `${where.path}: ${message}`))
      .toMatchInlineSnapshot(`
     [
       "numberLists.lines[0]: \`+19075550199\` is in \`alaska\`, which every class denies, and no class of service applies: every caller who gets here calls it at your cost",
     ]
    `);
  });
});
