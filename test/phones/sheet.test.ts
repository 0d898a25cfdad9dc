/** What a sheet says, for every model and language. */
import type { SheetAbout } from '../../src/phones/sheet';
import type { Answers } from '../../src/phones/sheet/answers';
import { html } from '../../src/phones/sheet/html';
import type { EmergencyCall } from '../../src/phones/sheet/help';
import { macOnKeys } from '../../src/phones/families/grandstream/macOnKeys';
import { SHEET_LANGUAGES, type SheetLanguage } from '../../src/phones/sheet/language';
import { model, MODELS } from './example';
import { textOf, triedOn } from './sheet/text';
import { ABOUT, settingsOn, sheetOn } from './sheets';

const HOSTILE = `<script>alert(1)</script>"'&\`<img src=x onerror=x>\``;

describe.each(MODELS.map((each) => [each.id, each] as const))('%s', (_, each) => {
  it.each(SHEET_LANGUAGES)('has its values in %s', (language) => {
    const settings = settingsOn(each);
    const text = textOf(sheetOn(each, language));
    for (const value of [
      settings.displayName,
      settings.username,
      settings.password,
      settings.domain,
      settings.outboundProxy,
      each.name,
    ]) {
      expect(text).toContain(value);
    }
    expect(text.toUpperCase()).toContain(settings.transport.toUpperCase());
    expect(text).not.toMatch(/undefined|\[object|NaN|`/);
  });

  it.each(SHEET_LANGUAGES)('refers to nothing outside itself in %s', (language) => {
    for (const emergency of [true, false]) {
      const page = sheetOn(each, language, { emergency });
      expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|a)\b/i);
      expect(page).not.toMatch(/\s(src|href|action|on\w+)=|url\(|@import/i);
    }
  });

  it('says everything in both languages', () => {
    const [english = [], ...others] = SHEET_LANGUAGES.map((language) => {
      const { plug, openSettings, reset, lights, pages } = each.family.guide(
        settingsOn(each),
        language,
      );
      const said = [...plug, ...openSettings, ...reset, ...lights.map(({ meaning }) => meaning)];
      expect(
        [plug, openSettings, reset, lights, pages].map(({ length }) => length > 0),
      ).not.toContain(false);
      return [...said.map(({ text }) => text), each.family.whereToType(language)];
    });
    for (const [i, text] of english.entries()) {
      expect(text).not.toBe('');
      for (const other of others) expect(other[i]).not.toBe(text);
      // An odd backtick would turn the rest of a sentence into keys.
      for (const one of [text, ...others.map((other) => other[i])]) {
        expect((one ?? '').split('`').length % 2).toBe(1);
      }
    }
  });

  it('marks what is not proven, and only then says what the mark means', () => {
    const { plug, openSettings, reset, lights, pages } = each.family.guide(settingsOn(each), 'en');
    const said = [
      ...plug,
      ...openSettings,
      ...reset,
      ...lights.map(({ meaning }) => meaning),
      ...pages,
    ];
    const marks = sheetOn(each, 'en').split('†').length - 1;
    const unsure = said.filter(({ unproven }) => unproven).length;
    expect(marks).toBe(unsure === 0 ? 0 : unsure + 1);
  });

  it('lets no name become HTML', () => {
    const page = sheetOn(
      each,
      'es',
      { displayName: HOSTILE, username: HOSTILE, number: HOSTILE, domain: HOSTILE },
      {
        site: HOSTILE,
        address: HOSTILE,
        answers: { ...ABOUT.answers, extension: HOSTILE },
        fetchFrom: HOSTILE,
      },
    );
    expect(page).not.toMatch(/<script|<img/);
    expect(textOf(page)).toContain(`Configurar ${HOSTILE}`);
  });
});

it('tells the passwords to type as secrets, and the admin password where the page takes one', () => {
  const settings = settingsOn(model('grandstream-ht801'));
  const secrets = settings.model.family
    .guide(settings, 'en')
    .pages.flatMap(({ values }) => values)
    .filter(({ secret }) => secret)
    .map(({ value }) => value);
  expect(secrets).toEqual([settings.password, settings.adminPassword]);
});

describe('trying it', () => {
  const ht = model('grandstream-ht801');

  const keys: EmergencyCall = { by: 'keys', proven: true };
  const helped = (
    calls: readonly EmergencyCall[],
    changes: Partial<Answers> = {},
  ): Partial<SheetAbout> => ({
    answers: {
      ...ABOUT.answers,
      help: { calls, test: calls[0], elsewhere: false },
      ...changes,
    },
  });

  it('reads the address back with 933, and never dials 911', () => {
    const text = triedOn(sheetOn(ht, 'en'));
    expect(text).toMatch(/Dial 0.*Dial #.*Dial 101.*Dial 933: .*200 SE Example Avenue/s);
    expect(text).toContain('Never dial 911 to test.');
    expect(text).toContain('This phone may call 911: dial 911. If it moves');
    expect(text).not.toMatch(/No 911 calls|UNPROVEN/);
  });

  it('says on a label, in every language, in the words that the caller hears, that a phone cannot call 911', () => {
    const none = { ...ABOUT.answers, help: { calls: [], elsewhere: false } };
    for (const emergency of [true, false]) {
      const text = triedOn(sheetOn(ht, 'en', { emergency }, { answers: none }));
      expect(text).toContain('No 911 calls');
      expect(text).toContain(
        'This telephone cannot make emergency calls. Please use another telephone.',
      );
      expect(text).toContain('Sin llamadas al 911');
      expect(text).toContain(
        'Este teléfono no puede hacer llamadas de emergencia. Use otro teléfono.',
      );
      expect(text).not.toMatch(/933|may call|puede llamar/);
      expect(text).toContain('Never dial 911 to test.');
    }
  });

  it('asks nobody to dial on a hotline, but to press 9-3-3 in its menu', () => {
    const text = triedOn(sheetOn(ht, 'en', { dial: 'hotline' }, helped([keys])));
    expect(text).not.toMatch(/Dial [0#1]/);
    expect(text).toContain('Hang up. Lift the handset; when it answers, press 9-3-3: a voice');
    expect(text).toContain('may call 911: lift the handset; when it answers, press 9-1-1.');
    expect(text).not.toContain('Cut out');
  });

  it('says on a label where 911 that is dialled reaches nobody, and what does', () => {
    const text = triedOn(sheetOn(ht, 'es', {}, helped([keys])));
    expect(text).toContain('Marque #; cuando conteste, oprima 9-3-3: una voz lee la dirección');
    expect(text).toMatch(/911 dialed here reaches nobody\s*Dial #; when it answers, press 9-1-1/);
    expect(text).toMatch(
      /El 911 marcado aquí no conecta\s*Marque #; cuando conteste, oprima 9-1-1/,
    );
    expect(text).not.toMatch(/marque 911:|marque 933/i);
  });

  it('marks what nobody has shown, and counts on nothing of it', () => {
    const unshown: EmergencyCall = { by: 'dialled', proven: false };
    const alone = triedOn(sheetOn(model('yealink-t46s'), 'en', {}, helped([unshown])));
    expect(alone).toMatch(/Dial 933: .*Portland, OR 97200\.&nbsp;†/);
    expect(alone).toContain('UNPROVEN: whether anybody answers 911 from this phone (dial 911).');
    expect(alone).toContain('count on no help from it');
    const both = triedOn(sheetOn(ht, 'en', {}, helped([unshown, keys])));
    expect(both).toContain('may call 911: dial #; when it answers, press 9-1-1. UNPROVEN: whether');
  });

  it('says who must know where another system answers a hotline', () => {
    const help = { calls: [], elsewhere: true };
    const text = triedOn(
      sheetOn(ht, 'en', { dial: 'hotline' }, helped([], { help, hash: 'otherSystem' })),
    );
    expect(text).toContain('another telephone system answers when it is lifted. Ask whoever runs');
    expect(text).toContain("We know of no way to hear this phone's address from it.");
    expect(text).not.toMatch(/933|No 911 calls/);
  });

  it('tells nobody to dial what is refused', () => {
    const answers: Answers = {
      zero: 'refused',
      hash: 'refused',
      rings: false,
      help: { calls: [], elsewhere: false },
    };
    for (const dial of ['dialtone', 'hotline'] as const) {
      const text = triedOn(sheetOn(ht, 'en', { dial }, { answers }));
      expect(text).not.toMatch(
        /Dial [0#1]|the menu speaks|calls the operator|From another phone|press 9-3-3|dial 933/i,
      );
    }
  });

  it('asks nobody to lift a phone that calls for help when it is lifted', () => {
    const text = triedOn(sheetOn(ht, 'en', { dial: 'hotline' }, helped([], { hash: 'emergency' })));
    expect(text).toContain('Do not lift it to test');
    expect(text).not.toContain('Lift the handset:');
  });

  it('asks nobody to lift the handset of a phone that has none', () => {
    const conference = model('polycom-soundstation-4000');
    for (const dial of ['dialtone', 'hotline'] as const) {
      const way: EmergencyCall = { by: dial === 'hotline' ? 'keys' : 'dialled', proven: true };
      const text = triedOn(sheetOn(conference, 'en', { dial }, helped([way])));
      expect(text).toContain('Press the key with the handset');
      expect(text).not.toContain('Lift');
    }
  });

  it('leaves 933 out where it means nothing', () => {
    const text = triedOn(sheetOn(ht, 'en', {}, { emergencyNumber: '999', testNumber: undefined }));
    expect(text).not.toMatch(/933:|address back/);
    expect(text).toContain('Never dial 999 to test.');
  });
});

it('has a QR code for an app that scans one, where there is an address', () => {
  const linphone = model('linphone');
  expect(sheetOn(linphone, 'en')).toContain('class="qr"');
  expect(sheetOn(linphone, 'en', {}, { fetchFrom: undefined })).not.toContain('class="qr"');
  expect(sheetOn(model('yealink-t46s'), 'en')).not.toContain('class="qr"');
});

it('spells a MAC address on the keys as Grandstream’s own example', () => {
  expect(macOnKeys('00:0b:82:00:e3:95')).toBe('0002228200333395');
});

it('names the addresses of the edge, and the list where they are not known', () => {
  const ht = model('grandstream-ht801');
  expect(textOf(sheetOn(ht, 'en'))).toContain('port 5061 to 54.244.51.0/30 (umatilla)');
  const dublin = sheetOn(ht, 'en', { outboundProxy: 'sip.dublin.twilio.com', transport: 'udp' });
  expect(textOf(dublin)).toContain('UDP port 5060 to twilio.com/docs/sip-trunking/ip-addresses');
});

it('escapes every value of a template, and nothing twice', () => {
  const inner = html`<b>${'<&>'}</b>`;
  expect(html`${inner}${['a', inner]}${undefined}${false}${0}${'"\'\u0000'}`.text).toBe(
    '<b>&lt;&amp;&gt;</b>a<b>&lt;&amp;&gt;</b>0&quot;&apos;',
  );
});

describe('in a domain that takes encrypted calls only', () => {
  const secure = { transport: 'tls', secureMedia: true } as const;
  const encrypting = MODELS.filter(({ srtp }) => srtp);

  it.each(encrypting)('$id is told to encrypt them by hand too', (each) => {
    for (const language of SHEET_LANGUAGES) {
      const plain = textOf(sheetOn(each, language, { transport: 'tls' }));
      const text = textOf(sheetOn(each, language, secure));
      expect(plain).not.toMatch(/SRTP/);
      expect(text).toMatch(/SRTP/);
    }
  });

  it.each([
    ['grandstream-ht801', 1, 'FXS PORT', 'SRTP Mode', 'Enabled and forced'],
    ['grandstream-ht812', 2, 'FXS PORT2', 'SRTP Mode', 'Enabled and forced'],
    ['grandstream-gxp2135', 2, 'Accounts → Account 2 → Audio', 'SRTP Mode', 'Enabled and forced'],
    ['yealink-t46s', 1, 'Account → Advanced', 'RTP Encryption (SRTP)', 'Compulsory'],
  ])('%s, line %s: %s, %s, %s', (id, line, page, field, value) => {
    const text = textOf(sheetOn(model(id), 'en', { ...secure, line })).replace(/\s+/g, ' ');
    expect(text).toContain(page);
    expect(text).toContain(`${field} ${value}`);
  });
});

describe('where the operator has not said the address', () => {
  const spoken = (id: string, language: SheetLanguage) =>
    textOf(sheetOn(model(id), language, {}, { fetchFrom: undefined })).replace(/\s+/g, ' ');
  const run = `./dialtone provision --environment prod`;

  it.each([
    [
      'grandstream-ht801',
      'en',
      `The operator runs ${run} --bind <address of this computer> --open +15035550124 and says the address. ` +
        'Type it on ADVANCED SETTINGS: Upgrade Via HTTP, Config Server Path.',
    ],
    [
      'polycom-soundpoint-501',
      'es',
      `Quien opera el sistema ejecuta ${run} --bind <dirección de esta computadora> --open +15035550124 ` +
        '--files <carpeta con phone1.cfg y sip.cfg> y dice la dirección. ' +
        'Escríbala en Setup → Server Menu: Server Type HTTP, Server Address.',
    ],
    ['linksys-pap2', 'en', 'Type it in a browser, after http://<address>/admin/resync?.'],
    [
      'linksys-pap2',
      'es',
      'Escríbala en un navegador, después de http://<dirección>/admin/resync?.',
    ],
  ] as const)('%s says in %s what to run, and where it goes', (id, language, expected) => {
    expect(spoken(id, language)).toContain(expected);
  });

  it('breaks no option at its hyphens', () => {
    const page = sheetOn(model('grandstream-ht801'), 'en', {}, { fetchFrom: undefined });
    for (const word of ['--environment', '--bind', '--open', '+15035550124']) {
      expect(page).toContain(`<span class="whole">${word}</span>`);
    }
  });

  it.each(MODELS)('$id says it in whole sentences', ({ id }) => {
    expect(spoken(id, 'en')).toMatch(/says the address\. Type it (in|on) [^:]/);
    expect(spoken(id, 'es')).toMatch(/dice la dirección\. Escríbala en [^:]/);
  });
});
