/** Requests that no document of ours asks for, and what is read from them. */
import { readQuery } from '../../../../src/runtime/model/callbacks';
import {
  readKeyRequest,
  type Decision,
  routeDialTone,
  routeMenu,
  usernameAtDialTone,
  usernameAtMenu,
  readParty,
} from '../../../../src/runtime/calls';
import {
  positionUrl,
  readDialTonePosition,
  readMenuPosition,
} from '../../../../src/runtime/calls/menus/position';
import { openToAnonymous } from '../../../fixtures/directory';
import { directory, menu, withMenuSettings } from '../../../fixtures/menus';
import { sipUri } from '../../../fixtures/twilio';
import { begin } from './begin';
import { phraseInMenu } from './phrase';
import { callFrom, NOON, simulateKeys } from './simulateKeys';

const BOOTH = callFrom('booth');
const KIOSK = callFrom('kiosk');
const OUTSIDE = callFrom('outside +15035550199', '+15035550190');
/** Registered under its number, and known to nobody but Twilio. */
const LISTED = callFrom('+15035550145');

type Parameters = Readonly<Record<string, string>>;
const atMenu = (parameters: Parameters, call = BOOTH, site: typeof directory | null = directory) =>
  routeMenu(readKeyRequest({ call, parameters }), site, NOON);
const atDialTone = (
  parameters: Parameters,
  call = BOOTH,
  site: typeof directory | null = directory,
) => routeDialTone(readKeyRequest({ call, parameters }), site, NOON);

/** A menu that has gone while the caller heard it. */
const GONE: Decision = {
  kind: 'gather',
  position: { at: 'menu', menu: 'gone', language: 'es', round: 1, history: [], keys: '' },
  audio: [],
  waitSeconds: 3,
  trace: [],
};

describe('A key in a menu that there is not', () => {
  it('begins again at the first menu of the phone', () => {
    expect(phraseInMenu(atMenu({ menu: 'gone', Digits: '1' }))).toMatch(/^top, round 1/);
  });

  it('is refused to a caller from outside', () => {
    expect(atMenu({ menu: 'gone', Digits: '1' }, OUTSIDE)).toMatchObject({ reason: 'no-menu' });
  });

  it.each([
    ['in one request', '911'],
    ['with a nine that was taken before', '9 11'],
    ['key by key', '9 1 1'],
    ['with a nine too many', '9 91 1'],
    ['with other keys before', '29 1 1'],
  ])('still calls for help: %s', (_, keys) => {
    const help = { kind: 'emergency', number: '911', language: 'es' };
    expect(simulateKeys(GONE, keys, BOOTH, directory)).toMatchObject(help);
    const booth = { ...BOOTH, from: readParty(sipUri('+15035550123')) };
    expect(simulateKeys(GONE, keys, booth, null)).toMatchObject(help);
  });

  it('waits for no number that a caller from outside may not call', () => {
    for (const site of [directory, null]) {
      expect(atMenu({ menu: 'gone', Digits: '9' }, OUTSIDE, site).kind).toBe('refuse');
    }
  });

  it('keeps the language', () => {
    expect(atMenu({ menu: 'gone', lang: 'es', Digits: '1' }, OUTSIDE).language).toBe('es');
    expect(atMenu({ menu: 'gone', lang: 'es', Digits: '1' }).language).toBe('es');
  });
});

describe('Without a readable directory', () => {
  const booth = { ...BOOTH, from: readParty(sipUri('+15035550123')) };

  it.each([{ keys: '9', Digits: '11' }, { keys: '911' }, { keys: '911', Digits: '5' }])(
    'keys %j call for help from a phone that is named by its number',
    (parameters) => {
      expect(atMenu({ menu: 'top', lang: 'es', ...parameters }, booth, null)).toMatchObject({
        kind: 'emergency',
        number: '911',
        callerId: '+15035550123',
      });
      expect(atDialTone({ Digits: '911' }, booth, null)).toMatchObject({
        kind: 'emergency',
      });
    },
  );

  it('a caller from outside calls for nothing', () => {
    const outside = { ...OUTSIDE, from: readParty('+15035550123') };
    expect(atMenu({ menu: 'top', keys: '911' }, outside, null)).toMatchObject({
      reason: 'emergency-outside',
    });
    expect(atDialTone({ Digits: '911' }, outside, null)).toMatchObject({
      reason: 'emergency-outside',
    });
    expect(atDialTone({}, outside, null)).toMatchObject({ reason: 'no-dial-tone' });
  });

  it.each([{ Digits: '1' }, {}, { keys: '9' }, { keys: '92', Digits: '#' }])(
    'keys %j say so',
    (parameters) => {
      expect(atMenu({ menu: 'top', ...parameters }, booth, null)).toMatchObject({
        reason: 'directory-unreadable',
      });
    },
  );

  it.each([{ Digits: '9' }, { Digits: '1' }, {}])('digits %j at the dial tone say so', (digits) => {
    expect(atDialTone(digits, booth, null).kind).toBe('refuse');
  });
});

describe('The question for a lost key', () => {
  const asked = { menu: 'community', way: 'top', lang: 'es', round: '1', asked: '1' };

  it.each([{ Digits: '1' }, {}, { Digits: '#' }])(
    'after all keys but one is a yes with %j, and the call goes out without another word',
    (digits) => {
      const decision = atMenu({ ...asked, keys: '91', ...digits });
      expect(decision).toMatchObject({ kind: 'emergency', number: '911', language: 'es' });
      expect(decision).not.toHaveProperty('preamble');
    },
  );

  it('after one key is a yes with its own key alone', () => {
    expect(atMenu({ ...asked, keys: '9', Digits: '1' }).kind).toBe('emergency');
    for (const Digits of ['#', '']) {
      const decision = atMenu({ ...asked, keys: '9', Digits });
      expect(phraseInMenu(decision)).toMatch(/^top.community, round 1/);
      expect(decision.language).toBe('es');
    }
  });

  it('needs no directory', () => {
    const call = { ...callFrom('+15035550181'), sipUsername: undefined };
    expect(atMenu({ ...asked, keys: '91' }, call, null).kind).toBe('emergency');
  });

  it('was not asked where no key began a number', () => {
    expect(atMenu({ ...asked, keys: '25', Digits: '1' }).kind).not.toBe('emergency');
  });

  it('is no permission', () => {
    expect(atMenu({ ...asked, keys: '91', Digits: '1' }, KIOSK)).toMatchObject({
      reason: 'emergency-not-allowed',
    });
  });
});

describe('Who presses', () => {
  it('is asked at every key', () => {
    expect(atMenu({ menu: 'top', Digits: '2' }, callFrom('stranger'))).toMatchObject({
      reason: 'caller-unknown',
    });
    expect(atMenu({ menu: 'top', Digits: '2' }, { ...BOOTH, sipUsername: 'kiosk' })).toMatchObject({
      reason: 'caller-mismatch',
    });
  });

  it('may be a phone that only Twilio knows', () => {
    const call = { ...LISTED, listed: new Set(['+15035550145']) };
    expect(phraseInMenu(atMenu({ menu: 'top', Digits: '2' }, call))).toMatch(/^top.community/);
  });

  it('may be somebody who withholds the number: the number called stands for it', () => {
    const open = { ...directory, blocked: openToAnonymous.blocked };
    const call = { ...OUTSIDE, from: readParty('anonymous') };
    expect(atMenu({ menu: 'top', Digits: '6' }, call, open)).toMatchObject({
      kind: 'connect',
      callerId: '+15035550190',
    });
    expect(begin('outside anonymous', '+15035550190', open).kind).toBe('gather');
  });

  it.each(['', 'anonymous', '"><Dial>', '\u000e', undefined])(
    'is nobody where the number is withheld and To, %j, is none',
    (to) => {
      const call = { ...OUTSIDE, from: readParty('anonymous'), to: readParty(to) };
      expect(atMenu({ menu: 'top', Digits: '6' }, call)).toMatchObject({
        reason: 'from-missing',
      });
    },
  );

  it('is not a phone without an address', () => {
    const nobody = { ...BOOTH, from: readParty(undefined) };
    expect(atMenu({ menu: 'top', Digits: '1' }, nobody)).toMatchObject({ reason: 'from-missing' });
  });

  it('may not be in every menu, whatever the URL says', () => {
    for (const parameters of [{ Digits: '1' }, {}, { Digits: '*' }]) {
      expect(phraseInMenu(atMenu({ menu: 'staff', ...parameters }, KIOSK))).toMatch(/^sorry/);
    }
  });
});

describe('Twilio is asked about a phone', () => {
  it.each([
    ['for a key', { menu: 'top', Digits: '2' }, '+15035550145'],
    ['for no key', { menu: 'top' }, '+15035550145'],
    ['not when the key may begin an emergency number', { menu: 'top', Digits: '9' }, undefined],
    ['not for an emergency number', { menu: 'top', keys: '9', Digits: '11' }, undefined],
    ['not for one that was announced', { menu: 'top', keys: '911' }, undefined],
  ])('%s', (_, parameters, username) => {
    expect(usernameAtMenu(readKeyRequest({ call: LISTED, parameters }), directory)).toBe(username);
  });

  it.each([
    ['for a number', { keys: '503', Digits: '5550199' }, '+15035550145'],
    ['not before it is complete', { Digits: '503' }, undefined],
    ['not for an emergency number', { Digits: '911' }, undefined],
    ['not for nothing', {}, undefined],
  ])('at the dial tone %s', (_, parameters, username) => {
    expect(usernameAtDialTone(readKeyRequest({ call: LISTED, parameters }), directory)).toBe(
      username,
    );
  });

  it('but never about one of the directory, or a caller from outside', () => {
    for (const call of [BOOTH, { ...OUTSIDE, from: readParty('+15035550145') }]) {
      const parameters = { menu: 'top', Digits: '2' };
      expect(usernameAtMenu(readKeyRequest({ call, parameters }), directory)).toBeUndefined();
      expect(
        usernameAtDialTone(
          readKeyRequest({ call, parameters: { Digits: '5035550199' } }),
          directory,
        ),
      ).toBeUndefined();
    }
    expect(
      usernameAtMenu(readKeyRequest({ call: LISTED, parameters: { Digits: '2' } }), null),
    ).toBeUndefined();
    expect(
      usernameAtDialTone(readKeyRequest({ call: LISTED, parameters: { Digits: '2' } }), null),
    ).toBeUndefined();
  });
});

describe('A position', () => {
  it.each([
    ['no menu', {}, undefined],
    ['a foreign one', { menu: 'gone' }, undefined],
    ['a language that the site has not', { menu: 'top', lang: 'fr' }, { language: 'en' }],
    ['a round of letters', { menu: 'top', round: 'x' }, { round: 0 }],
    ['a round of many digits', { menu: 'top', round: '100' }, { round: 0 }],
    [
      'a way through foreign menus',
      { menu: 'top', way: 'deep.gone.deeper' },
      { history: ['deep', 'deeper'] },
    ],
    ['a long way', { menu: 'top', way: 'deep.'.repeat(2_000) }, { history: Array(8).fill('deep') }],
    ['keys that no telephone has', { menu: 'top', keys: '9a' }, { keys: '' }],
    ['too many keys', { menu: 'top', keys: '1'.repeat(33) }, { keys: '' }],
  ])('is read from a URL with %s', (_, parameters, expected) => {
    const position = readMenuPosition(readQuery('menu', parameters), directory);
    if (expected) expect(position).toMatchObject(expected);
    else expect(position).toBeUndefined();
  });

  it('at the dial tone is read from anything', () => {
    expect(readDialTonePosition({}, directory)).toEqual({
      at: 'dialTone',
      language: 'en',
      keys: '',
      round: 0,
    });
    const silent = { ...directory, site: { ...directory.site, languages: [] } };
    expect(readDialTonePosition({ lang: 'es' }, silent).language).toBe('en');
  });

  it('needs no escapes but for * and #', () => {
    const position = { at: 'menu', menu: 'top', language: 'en', round: 1 } as const;
    expect(positionUrl({ ...position, history: ['deep', 'deeper'], keys: '9' })).toBe(
      '/menu?menu=top&lang=en&round=1&way=deep.deeper&keys=9',
    );
  });
});

describe('Digits that no telephone sends', () => {
  it.each(['x', '1 2', '1'.repeat(65), '9️11'])('%j mean nothing', (Digits) => {
    expect(phraseInMenu(atMenu({ menu: 'top', Digits }))).toMatch(/^top, round 1/);
    expect(phraseInMenu(atDialTone({ Digits }))).toMatch(/not a telephone number/);
  });
});

describe('A menu', () => {
  it('says nothing where a prompt has no words in the language', () => {
    const half = menu('half', { keys: { 1: { do: 'hangUp' } }, prompts: [{ es: { say: 'uno' } }] });
    const site = { ...directory, menus: new Map([['half', half]]) };
    expect(phraseInMenu(atMenu({ menu: 'half', Digits: '5' }, BOOTH, site))).toBe(
      'half, round 1, 1 in 3 s',
    );
  });

  it('keeps nothing but its first menu where # leads to the top', () => {
    const top = withMenuSettings({ hash: 'top' });
    const decision = atMenu({ menu: 'community', way: 'top', Digits: '2' }, BOOTH, top);
    expect(phraseInMenu(decision)).toMatch(/^top.deep, /);
  });

  it('is not waited for at the end of a call of no language', () => {
    const silent = { ...directory, site: { ...directory.site, languages: [] } };
    expect(atMenu({ menu: 'top', Digits: '*' }, BOOTH, silent).language).toBe('en');
    expect(begin('booth', '#', silent).language).toBe('en');
  });
});
