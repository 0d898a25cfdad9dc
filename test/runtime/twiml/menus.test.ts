import type { Decision } from '../../../src/runtime/calls/decision';
import { twimlError } from '../../../tools/exchange/twimlSchema';
import { document, rendered, structureOf } from './support';

const position = {
  at: 'menu',
  menu: 'main',
  language: 'es',
  round: 1,
  history: ['top', 'news'],
  keys: '',
} as const;
const emergency: Decision = {
  kind: 'emergency',
  number: '911',
  callerId: '+15035550123',
  language: 'es',
  preamble: [{ say: 'Llamando.' }],
};

describe('An emergency call from a menu', () => {
  it('is announced and placed in one document, in which no key calls it off', () => {
    expect(document(emergency)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Say voice="Polly.Lupe-Neural" language="es-US">Llamando.</Say>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="600" action="/dial-result?leg=emergency&amp;lang=es" method="POST" record="do-not-record">
     <Number>911</Number>
     </Dial>
     </Response>"
    `);
  });
});

describe('A caller from outside who presses 911', () => {
  const refused = { kind: 'refuse', reason: 'emergency-outside' } as const;

  it.each([
    ['en', '911', 'Hang up and dial nine one one.'],
    ['es', '911', 'Cuelgue y marque el nueve uno uno.'],
    ['en', '999', 'Hang up and dial nine nine nine.'],
  ] as const)('hears in %s what to dial: %s', (language, number, sentence) => {
    expect(document({ ...refused, number, language })).toContain(sentence);
  });
});

describe('A menu', () => {
  it('has its sounds where a key counts', () => {
    const heard = [{ play: '/sounds/es/welcome.mp3' }, { say: 'Oprima <1>.' }];
    const menu: Decision = { kind: 'gather', position, audio: heard, digits: 1, waitSeconds: 3 };
    expect(document(menu)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Gather action="/menu?menu=main&amp;lang=es&amp;round=1&amp;way=top.news" method="POST" input="dtmf" numDigits="1" finishOnKey="" timeout="3" actionOnEmptyResult="true">
     <Play>/sounds/es/welcome.mp3</Play>
     <Say voice="Polly.Lupe-Neural" language="es-US">Oprima &lt;1&gt;.</Say>
     </Gather>
     </Response>"
    `);
  });

  it('says whatever its texts hold, without what XML cannot', () => {
    const say = 'Oprima\ud83d \ufffeuno\uffff \u0000\ud83d\ude00.\ude00';
    const play = '/sounds/\ufffe.mp3';
    const menu: Decision = { kind: 'gather', position, audio: [{ say }, { play }], waitSeconds: 3 };
    expect(structureOf(document(menu)).texts.join('')).toContain('Oprima uno \u{1f600}.');
    expect(document({ kind: 'hangUp', preamble: [{ say }] })).toContain('Oprima uno \u{1f600}.');
  });

  it('of twelve long sentences at the end of the longest way is below 64 KB', () => {
    const heard = Array.from({ length: 12 }, () => ({ say: 'ñ'.repeat(700) }));
    const way = Array<string>(8).fill('x'.repeat(40));
    const menu: Decision = {
      kind: 'gather',
      position: { ...position, history: way },
      audio: heard,
      waitSeconds: 3,
    };
    const twiml = document(menu);
    expect(twimlError(twiml)).toBeUndefined();
    expect(Buffer.byteLength(twiml)).toBeLessThan(64 * 1024);
  });
});

describe('The language that a caller chose', () => {
  it.each([
    [
      {
        kind: 'connect',
        leg: 'outside',
        to: '+15035550199',
        callerId: '+15035550123',
        ringSeconds: 40,
      },
      'leg=outside&lang=es',
    ],
    [
      {
        kind: 'handOff',
        to: 'portland@pbx.example.org',
        callerId: '+15035550123',
        emergencyAllowed: true,
        ringSeconds: 40,
      },
      'x-language=es',
    ],
  ] as const)('goes along with %j', (outcome, expected) => {
    const { values } = structureOf(document({ ...outcome, language: 'es' }));
    const { texts } = structureOf(document({ ...outcome, language: 'es' }));
    expect([...values, ...texts].join(' ')).toContain(expected);
  });

  it('is the only one that a refusal and a TwiML asset speak', () => {
    const refused = document({ kind: 'refuse', reason: 'busy', language: 'es' });
    expect(structureOf(refused).texts).toEqual(['La línea está ocupada. Intente más tarde.']);
    const asset =
      '<Response>{{#say.busy}}<Say>{{language}}</Say>{{/say.busy}}{{#in.en}}<Say>en</Say>{{/in.en}}{{#in.es}}<Say>es</Say>{{/in.es}}</Response>';
    const answer = { kind: 'answer', twiml: 'menu' } as const;
    expect(structureOf(rendered(asset, {}, { ...answer, language: 'es' })).texts).toEqual([
      'es-US',
      'es',
    ]);
    expect(structureOf(rendered(asset, {}, answer)).texts).toEqual(['en-US', 'es-US', 'en', 'es']);
  });
});
