/** Every path through the example's menus over real HTTP, key by key, on a running twilio-run. */
import { incomingCall, sipInvite } from '../fixtures/twilio';
import { type LocalServer, startLocalServer } from '../support/localServer';
import { twimlError } from '../../tools/exchange/twimlSchema';
import { type Document, readDocument } from './document';

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer('examples/payphones');
});
afterAll(() => server.stop());

const KEYS = ['', ...'1234567890*#'];
const BOOTH = '+15035550123';

interface Caller {
  readonly parameters: Readonly<Record<string, string>>;
  readonly route: string;
  readonly emergency: boolean;
  readonly language: string;
}

const CALLERS: readonly (readonly [string, Caller])[] = [
  [
    'a booth with emergency calls',
    {
      parameters: sipInvite({ environment: 'dev', from: '+15035550124', to: '#' }),
      route: '/sip-outgoing',
      emergency: true,
      language: 'en',
    },
  ],
  [
    'a phone without',
    {
      parameters: sipInvite({ environment: 'dev', from: 'hall', to: '#' }),
      route: '/sip-outgoing',
      emergency: false,
      language: 'es',
    },
  ],
  [
    'a caller from outside with the number of a phone',
    {
      parameters: incomingCall({ from: BOOTH, to: '+15035550100' }),
      route: '/sip-incoming',
      emergency: false,
      language: 'en',
    },
  ],
];

async function ask(url: string, { parameters }: Caller, Digits = ''): Promise<Document> {
  const { status, body } = await server.post(url, { ...parameters, ...(Digits && { Digits }) });
  expect(status).toBe(200);
  expect(twimlError(body)).toBeUndefined();
  expect(Buffer.byteLength(body)).toBeLessThan(64 * 1024);
  return readDocument(body);
}

const INVITATIONS: Readonly<Record<string, string>> = {
  'Para español, oprima la estrella.': 'es',
  'For English, press star.': 'en',
};

/** Every document that waits for a key, each once, with the language that its caller has chosen. */
async function everyDocument(caller: Caller, seen: (document: Document, language: string) => void) {
  const waiting = new Map<string, { url: string; language: string }>();
  const take = (document: Document, language: string) => {
    seen(document, language);
    const { gather } = document;
    if (!gather?.startsWith('/menu?')) return;
    // The way back is told apart by what it leads to, which is looked at in its turn.
    const place = gather.replace(/&way=[^&]*/, '');
    if (!waiting.has(place)) waiting.set(place, { url: gather, language });
  };
  take(await ask(caller.route, caller), caller.language);
  for (const { url, language } of waiting.values()) {
    // What a star means after a held key depends on the menu: see test/runtime/calls/menus.
    for (const key of url.includes('&keys=') ? KEYS.filter((each) => each !== '*') : KEYS) {
      const other = language === 'en' ? 'es' : 'en';
      take(await ask(url, caller, key), key === '*' ? other : language);
    }
  }
  return [...waiting.values()].map(({ url }) => url);
}

describe.each(CALLERS)('From %s every path', (_, caller) => {
  const documents: { document: Document; language: string }[] = [];
  let urls: string[] = [];

  beforeAll(async () => {
    urls = await everyDocument(caller, (document, language) =>
      documents.push({ document, language }),
    );
  });

  it('begins in a menu', () => {
    expect(urls.length).toBeGreaterThan(5);
  });

  it('keeps its language', () => {
    const strays = documents.filter(({ document, language }) => {
      const { said, voices, languages } = document;
      const ofOthers = said.filter((text, at) => {
        // Each invitation is heard in the language that it invites to.
        if (text in INVITATIONS) expect([text, voices[at]]).toEqual([text, INVITATIONS[text]]);
        return text in INVITATIONS && voices[at] !== language;
      });
      return languages.filter((each) => each !== language).length !== ofOthers.length;
    });
    expect(strays).toEqual([]);
  });

  it('takes one request a key', () => {
    expect(documents.filter(({ document }) => document.redirects)).toEqual([]);
  });

  it('has at most three sounds before the first key', () => {
    const many = documents.filter(
      ({ document: { said, played } }) => said.length + played.length > 3,
    );
    expect(many).toEqual([]);
  });

  it('plays nothing that does not exist', async () => {
    const played = new Set(documents.flatMap(({ document }) => document.played));
    for (const sound of played) {
      const { status } = await server.get(sound);
      expect([sound, status]).toEqual([sound, 200]);
    }
  });

  it('ends in silence', async () => {
    for (const url of urls) {
      let next: string | undefined = url;
      for (let documents = 0; next !== undefined; documents += 1) {
        expect(documents).toBeLessThan(60);
        next = (await ask(next, caller)).gather;
      }
    }
  });

  it(`${caller.emergency ? 'reaches' : 'is refused'} nine one one from every menu`, async () => {
    for (const url of urls.filter((each) => !each.includes('&keys='))) {
      const held = await ask(url, caller, '9');
      const { dialled, said } = await ask(held.gather ?? '', caller, '11');
      expect(dialled).toEqual(caller.emergency ? ['911'] : []);
      if (!caller.emergency) {
        expect(said.join()).toMatch(
          /cannot make emergency|no puede hacer|Hang up and dial nine|Cuelgue y marque el nueve/,
        );
      }
    }
  });
});

describe('A forged URL', () => {
  it.each([
    '/menu?menu=main&keys=911',
    '/menu?menu=main&keys=9&Digits=11',
    '/menu?menu=gone&keys=91&Digits=1',
    '/menu?keys=911&keys=911',
    '/menu?menu=main&menu=main&keys=91&Digits=1',
    `/menu?menu=main&way=${'main.'.repeat(2_000)}&keys=911`,
    '/dial-tone?Digits=911',
    '/dial-tone?keys=91&Digits=1',
    '/dial-tone?keys=911',
  ])('%.60s calls for help from no phone that may not', async (url) => {
    for (const [, caller] of CALLERS.filter(([, { emergency }]) => !emergency)) {
      const { dialled } = await ask(url, caller);
      expect(dialled).toEqual([]);
    }
  });
});

describe('The log of a menu', () => {
  it('names the webhook and no key', async () => {
    const CallSid = `CA${'3'.repeat(32)}`;
    const [, { parameters }] = CALLERS[0] ?? ['', { parameters: {} }];
    await server.post('/dial-tone?lang=en&keys=503', {
      ...parameters,
      CallSid,
      Digits: '5550199',
    });

    const [line = ''] = server
      .output()
      .split('\n')
      .filter((each) => each.startsWith('{') && each.includes(CallSid));

    expect(line).toContain('"dialTone.connect"');
    expect(line).not.toContain('5550199');
  });
});
