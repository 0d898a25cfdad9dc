/** What a passer-by can do to a phone in a public place, and what a telephone with a dial can do at all. */
import type { PhoneSource } from '../../src/config/compile/provisioning';
import { sentBy } from '../../src/phones/dialplan/sent';
import { filesOfLines, linesOf, warningsOf } from '../../src/phones/lines';
import type { PhoneDirectory } from '../../src/phones/settings';
import { SHEET_LANGUAGES } from '../../src/phones/sheet/language';
import { answersFor } from '../../src/phones/sheet/answers';
import { EXAMPLE, KEY, MODELS, model } from './example';
import { readSettings } from './read';
import { ABOUT, sheetOn } from './sheets';
import { textOf } from './sheet/text';

const CLOSED = { settings: 'closed', reset: 'closed', ipCalls: 'closed' } as const;
const MAC = '00:0b:82:00:00:99';

/** An extension of the example with this phone. */
function site(phone: Partial<PhoneSource>, username = 'clinton'): PhoneDirectory {
  const { directory, provisioning } = EXAMPLE;
  const source: PhoneSource = { model: 'grandstream-ht801', line: 1, dial: 'dialtone', ...phone };
  const extensions = new Map(provisioning.extensions).set(username, {
    passwordGeneration: 1,
    phone: { ...(model(source.model).softphone ? {} : { mac: MAC }), ...source },
  });
  return { directory, provisioning: { ...provisioning, extensions } };
}

function fileOf(phone: Partial<PhoneSource>, username = 'clinton'): ReadonlyMap<string, string> {
  const lines = linesOf(username, {
    environment: 'prod',
    project: site(phone, username),
    key: KEY,
  });
  const file = filesOfLines(lines).find(({ secret }) => secret)!;
  return readSettings(lines[0].model.family.id, file);
}

function warnings(phone: Partial<PhoneSource>, username = 'clinton'): string {
  const context = { environment: 'prod', project: site(phone, username), key: 'none' } as const;
  return warningsOf(username, linesOf(username, context)).join('\n');
}

const HT = { P88: '1', P253: '1', P277: '1' };
const SPA = { Protect_IVR_FactoryReset: 'Yes', Enable_IP_Dialing_1_: 'No' };
const YEALINK = {
  'features.reset_by_long_press_enable': '0',
  'features.direct_ip_call_enable': '0',
};
const CLOSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'grandstream-ht701': HT,
  'grandstream-ht801': HT,
  'grandstream-ht812': HT,
  'grandstream-gxp2170': { P1357: '2', P1310: '1' },
  'linksys-pap2': SPA,
  'cisco-spa2102': SPA,
  'yealink-t46s': YEALINK,
  'polycom-vvx-411': { 'feature.urlDialing.enabled': '0' },
};

describe.each(Object.entries(CLOSES))('A %s in a public place', (id, closing) => {
  const own = (file: ReadonlyMap<string, string>) =>
    Object.fromEntries(Object.keys(closing).map((key) => [key, file.get(key)]));
  const left = Object.fromEntries(Object.keys(closing).map((key) => [key, undefined]));

  it('is closed, and nothing else of its file is otherwise', () => {
    const file = fileOf({ model: id, public: true });
    expect(own(file)).toEqual(closing);
    const elsewhere = new Map([...file].filter(([key]) => !(key in closing)));
    expect(elsewhere).toEqual(fileOf({ model: id }));
  });

  it('is left as it is elsewhere', () => {
    expect(own(fileOf({ model: id }))).toEqual(left);
  });

  it('can be opened again, all or one', () => {
    const open = { settings: 'open', reset: 'open', ipCalls: 'open' } as const;
    const opened = own(fileOf({ model: id, public: true, keypad: open }));
    for (const [key, value] of Object.entries(opened))
      expect([key, value]).not.toEqual([key, closing[key]]);
    expect(Object.values(opened)).not.toContain(undefined);
    const calls = fileOf({ model: id, public: true, keypad: { ipCalls: 'open' } });
    const different = Object.keys(closing).filter((key) => calls.get(key) !== closing[key]);
    expect(different).toHaveLength(1);
  });

  it('says that nobody has tried it', () => {
    expect(warnings({ model: id, public: true })).toContain('nobody has tried it');
  });
});

it.each([
  ['linksys-pap2', 'settings by its keys'],
  ['yealink-t46s', 'settings by its keys'],
  ['polycom-vvx-411', 'settings by its keys, a factory reset by its keys'],
  [
    'polycom-soundpoint-501',
    'settings by its keys, a factory reset by its keys, calls to an IP address',
  ],
])('%s: what nothing closes is said', (id, actions) => {
  const said = warnings({ model: id, public: true });
  expect(said).toContain(
    `We know of nothing that closes these on a ${model(id).name}: ${actions}.`,
  );
});

it('a line of two may call an IP address where the other may not', () => {
  const { provisioning, directory } = site({ model: 'linksys-pap2', public: true });
  const extensions = new Map(provisioning.extensions).set('belmont', {
    passwordGeneration: 1,
    phone: {
      model: 'linksys-pap2',
      mac: MAC,
      line: 2,
      dial: 'hotline',
      keypad: { ipCalls: 'open' },
    },
  });
  const project = { directory, provisioning: { ...provisioning, extensions } };
  const [file] = filesOfLines(linesOf('belmont', { environment: 'prod', project, key: KEY }));
  const settings = readSettings('spa', file!);
  expect(settings.get('Enable_IP_Dialing_1_')).toBe('No');
  expect(settings.get('Enable_IP_Dialing_2_')).toBe('Yes');
});

it.each([
  ['grandstream-ht802', 'P88', '1'],
  ['linksys-pap2', 'Protect_IVR_FactoryReset', 'Yes'],
  ['yealink-t46s', 'features.reset_by_long_press_enable', '0'],
])('a %s of which one line is in a public place is closed', (id, key, closed) => {
  const { provisioning, directory } = site({ model: id });
  const extensions = new Map(provisioning.extensions).set('belmont', {
    passwordGeneration: 1,
    phone: { model: id, mac: MAC, line: 2, dial: 'dialtone', public: true },
  });
  const project = { directory, provisioning: { ...provisioning, extensions } };
  const [file] = filesOfLines(linesOf('clinton', { environment: 'prod', project, key: KEY }));
  expect(readSettings(model(id).family.id, file!).get(key)).toBe(closed);
});

describe('The sheet of a phone in a public place', () => {
  const families = new Map([...MODELS].reverse().map((each) => [each.family.id, each]));
  it.each([...families.values()].filter(({ locks }) => locks.length > 0))(
    '$id: says the way back before the file, and no key that no longer works',
    (each) => {
      for (const language of SHEET_LANGUAGES) {
        const page = textOf(sheetOn(each, language, { keypad: CLOSED }));
        const back = page.indexOf(language === 'en' ? 'its file closes' : 'Su archivo cierra');
        const fetch = page.indexOf(language === 'en' ? 'fetch its file' : 'descargue su archivo');
        expect(back).toBeGreaterThan(0);
        expect(fetch).toBeGreaterThan(back);
        for (const { field, page: where, open } of each.locks) {
          if (where !== undefined)
            expect(page.slice(back, fetch)).toContain(`${field}: ${open.shown}`);
        }
      }
    },
  );

  it.each([
    ['grandstream-ht801', '99'],
    ['linksys-pap2', '73738#'],
    ['yealink-t46s', 'hold OK'],
  ])('%s: does not print how its keys reset it, %s', (id, keys) => {
    expect(textOf(sheetOn(model(id), 'en'))).toContain(keys);
    expect(textOf(sheetOn(model(id), 'en', { keypad: CLOSED }))).not.toContain(keys);
    const open = { ...CLOSED, reset: 'open' } as const;
    expect(textOf(sheetOn(model(id), 'en', { keypad: open }))).toContain(keys);
  });
});

describe('A telephone with a dial', () => {
  it.each([
    ['grandstream-ht801', 1, { P20521: '1', P28165: '0', P4234: '1', P85: '6' }],
    ['grandstream-ht802', 2, { P20522: '1', P28166: '0', P4235: '1', P292: '6' }],
    ['grandstream-ht812', 1, { P20521: '1', P28165: '0', P4234: '1', P85: '6' }],
  ])('on a %s, port %i: its pulses are read, and it rings harder', (id, line, settings) => {
    const file = fileOf({ model: id, line, rotary: true });
    expect(Object.fromEntries(Object.keys(settings).map((key) => [key, file.get(key)]))).toEqual(
      settings,
    );
    const plain = fileOf({ model: id, line });
    expect(plain.get(line === 1 ? 'P20521' : 'P20522')).toBe('0');
    expect(plain.has(line === 1 ? 'P4234' : 'P4235')).toBe(false);
    expect(warnings({ model: id, line, rotary: true })).toContain('nobody has tried it');
  });

  it.each(['grandstream-ht701', 'linksys-pap2', 'cisco-spa2102'])(
    'on a %s needs a converter',
    (id) => {
      expect(warnings({ model: id, rotary: true })).toContain('a converter from pulses to tones');
    },
  );

  it.each(['yealink-t46s', 'polycom-vvx-411', 'grandstream-grp2612', 'linphone'])(
    'is not plugged into a %s',
    (id) => {
      expect(() => fileOf({ model: id, rotary: true })).toThrow('has keys');
    },
  );

  it('has nothing in its plan that a dial cannot dial, and its 911', () => {
    const username = '+15035550124';
    for (const id of ['grandstream-ht801', 'linksys-pap2']) {
      const plan = fileOf({ model: id, rotary: true }, username).get(
        id === 'linksys-pap2' ? 'Dial_Plan_1_' : 'P4200',
      )!;
      expect(plan).not.toMatch(/[*#]/);
      expect(plan).toContain('911');
    }
    const [line] = linesOf(username, {
      environment: 'prod',
      project: site({ rotary: true }, username),
      key: 'none',
    });
    expect(sentBy(line.dialPlan, '911')).toBe('911');
    expect(sentBy(line.dialPlan, '5035550199')).toBe('5035550199');
    expect(sentBy(line.dialPlan, '#')).toBeUndefined();
  });

  it.each(['dialtone', 'hotline'] as const)(
    'has a sheet without a key that it has not: %s',
    (dial) => {
      const username = '+15035550124';
      for (const id of ['grandstream-ht801', 'linksys-pap2', 'cisco-spa2102']) {
        const project = site({ model: id, rotary: true, dial }, username);
        const [settings] = linesOf(username, { environment: 'prod', project, key: KEY });
        const answers = answersFor({
          settings,
          environment: 'prod',
          directory: EXAMPLE.directory,
          emergencyNumber: '911',
          testNumber: '933',
          extensions: ['101'],
          now: new Date('2026-11-21T12:00-08:00'),
        });
        for (const language of SHEET_LANGUAGES) {
          const page = textOf(sheetOn(model(id), language, settings, { answers }));
          // What the adapter dials by itself, and that it may.
          const instructions =
            dial === 'hotline' ? page.replace(/^\s*(#|\{ 911.*\}|\(S0.*\))\s*$/gm, '') : page;
          expect([id, language, instructions.match(/[^\n]*[*#][^\n]*/g)]).toEqual([
            id,
            language,
            null,
          ]);
        }
        // Figures dialled in a call may be no keys.
        if (dial === 'hotline') expect(answers.help.calls).toEqual([{ by: 'keys', proven: false }]);
      }
    },
  );
});

it('nothing is asked of an app', () => {
  expect(fileOf({ model: 'linphone', public: true })).toEqual(fileOf({ model: 'linphone' }));
  expect(ABOUT.language).toBe('en');
});
