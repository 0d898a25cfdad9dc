import { CATALOGUES, type Decision, type Reason, REASONS } from '../../../src/runtime/calls';
import { CALL_LANGUAGES } from '../../../src/runtime/model/directory';
import { twimlFor } from '../../../src/runtime/twiml';
import { twimlError } from '../../../tools/exchange/twimlSchema';
import { site } from '../../fixtures/directory';
import { document, rendering, structureOf } from './support';

const missing = { template: () => undefined };

const connect: Decision = {
  kind: 'connect',
  leg: 'outside',
  to: '+15035550199',
  callerId: '+15035550123',
  ringSeconds: 40,
};
const ring: Decision = {
  kind: 'ring',
  leg: 'phone',
  extensions: ['desk', '+15035550120', 'booth.2'],
  sipDomain: 'direct-example-prod',
  callerId: '+15035550123',
  ringSeconds: 25,
};
const incoming: Decision = { ...ring, leg: 'incoming', twiml: 'incoming' };
const emergency: Decision = { kind: 'emergency', number: '911', callerId: '+15035550123' };
const handOff: Decision = {
  kind: 'handOff',
  to: 'portland@pbx.example.org',
  callerId: '+15035550123',
  emergencyAllowed: true,
  ringSeconds: 40,
};

describe('A decision to connect', () => {
  it('dials, and answers when the other side does', () => {
    expect(document(connect)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="40" action="/dial-result?leg=outside" method="POST" record="do-not-record">
     <Number>+15035550199</Number>
     </Dial>
     </Response>"
    `);
  });

  it('ends the call at its time limit', () => {
    expect(document({ ...connect, leg: 'otherwise', timeLimitSeconds: 1800 }))
      .toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="40" timeLimit="1800" action="/dial-result?leg=otherwise" method="POST" record="do-not-record">
     <Number>+15035550199</Number>
     </Dial>
     </Response>"
    `);
  });

  it('dials a service code as it is', () => {
    expect(structureOf(document({ ...connect, to: '211' })).texts).toEqual(['211']);
  });
});

describe('An emergency call', () => {
  it('dials what the site says', () => {
    expect(document({ ...emergency, dials: '+1911' })).toBe(
      document(emergency).replace('<Number>911</Number>', '<Number>+1911</Number>'),
    );
    expect(document({ ...emergency, dials: '+1911' })).toContain('<Number>+1911</Number>');
  });

  it('dials the bare number, rings for ten minutes and has no time limit', () => {
    expect(document(emergency)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="600" action="/dial-result?leg=emergency" method="POST" record="do-not-record">
     <Number>911</Number>
     </Dial>
     </Response>"
    `);
  });

  it('has no time limit even when somebody gives it one', () => {
    const limited = { ...emergency, timeLimitSeconds: 60, ringSeconds: 5 };
    expect(document(limited)).toBe(document(emergency));
  });
});

describe('A decision to ring', () => {
  it('rings registered phones together, at the global host', () => {
    expect(document({ ...ring, timeLimitSeconds: 3600 })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="25" timeLimit="3600" action="/dial-result?leg=phone" method="POST" record="do-not-record">
     <Sip>sip:desk@direct-example-prod.sip.twilio.com</Sip>
     <Sip>sip:+15035550120@direct-example-prod.sip.twilio.com</Sip>
     <Sip>sip:booth.2@direct-example-prod.sip.twilio.com</Sip>
     </Dial>
     </Response>"
    `);
  });

  it('escapes what a SIP user cannot hold, and leaves the plus', () => {
    const { texts } = structureOf(document({ ...ring, extensions: ['+1 2', 'a@b', 'a;b?c&d'] }));
    expect(texts).toMatchInlineSnapshot(`
     [
       "sip:+1%202@direct-example-prod.sip.twilio.com",
       "sip:a%40b@direct-example-prod.sip.twilio.com",
       "sip:a%3Bb%3Fc%26d@direct-example-prod.sip.twilio.com",
     ]
    `);
  });

  it('rings for an incoming call by the shipped template', () => {
    expect(document(incoming)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
       <Dial answerOnBridge="true" callerId="+15035550123" timeout="25" action="/dial-result?leg=incoming" method="POST" record="do-not-record">
         <Sip>sip:desk@direct-example-prod.sip.twilio.com</Sip>
         <Sip>sip:+15035550120@direct-example-prod.sip.twilio.com</Sip>
         <Sip>sip:booth.2@direct-example-prod.sip.twilio.com</Sip>
       </Dial>
     </Response>"
    `);
  });

  it('rings in the same way when the template is missing', () => {
    const { tags, texts, values } = structureOf(document(incoming, missing));
    expect({ tags, texts, values }).toEqual(structureOf(document(incoming)));
  });

  it('tells where the call came from, so that what follows is right', () => {
    expect(document(ring)).toContain('action="/dial-result?leg=phone"');
    expect(document(incoming)).toContain('action="/dial-result?leg=incoming"');
  });
});

describe('A decision to hand off', () => {
  it('tells the other system who calls, and that the phone may call emergency numbers', () => {
    expect(document(handOff)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="40" action="/dial-result?leg=handOff" method="POST" record="do-not-record">
     <Sip>sip:portland@pbx.example.org?x-callerid=%2B15035550123&amp;x-enableemergency=true</Sip>
     </Dial>
     </Response>"
    `);
  });

  it('is called from where its host says, not by the edge of the phone', () => {
    const decision: Decision = { ...handOff, edge: 'umatilla', parameter: ';region=us2' };
    expect(document(decision)).toContain(
      '<Sip>sip:portland@pbx.example.org;region=us2?x-callerid=',
    );
  });

  it('goes through an edge when it has one, and may have a time limit', () => {
    const decision: Decision = {
      ...handOff,
      edge: 'umatilla',
      emergencyAllowed: false,
      timeLimitSeconds: 600,
    };
    expect(document(decision)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Dial answerOnBridge="true" callerId="+15035550123" timeout="40" timeLimit="600" action="/dial-result?leg=handOff" method="POST" record="do-not-record">
     <Sip>sip:portland@pbx.example.org;edge=umatilla?x-callerid=%2B15035550123&amp;x-enableemergency=false</Sip>
     </Dial>
     </Response>"
    `);
  });

  it('takes the last @ as the one before the host', () => {
    const { texts } = structureOf(document({ ...handOff, to: 'a@b@pbx.example.org' }));
    expect(texts.join()).toMatch(/^sip:a%40b@pbx\.example\.org\?/);
  });

  it('gives a URI in which the caller ID cannot become another header', () => {
    const { texts } = structureOf(
      document({ ...handOff, to: 'a b@pbx.example.org', edge: 'x;y', callerId: '1&x-a=b' }),
    );
    expect(texts).toMatchInlineSnapshot(`
     [
       "sip:a%20b@pbx.example.org;edge=x%3By?x-callerid=1%26x-a%3Db&x-enableemergency=true",
     ]
    `);
  });
});

describe('A decision to answer', () => {
  it('renders the template that it names', () => {
    expect(document({ kind: 'answer', twiml: 'closed' })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
       <Say voice="Polly.Joanna-Neural" language="en-US">The number you called does not answer at this hour. Please call again later.</Say>
       <Say voice="Polly.Lupe-Neural" language="es-US">El número al que llamó no contesta a esta hora. Llame más tarde.</Say>
       <Hangup/>
     </Response>"
    `);
  });

  it('says that the phone is not available by the shipped template', () => {
    expect(document({ kind: 'answer', twiml: 'unavailable' })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
       <Say voice="Polly.Joanna-Neural" language="en-US">The telephone you called is not available.</Say>
       <Say voice="Polly.Lupe-Neural" language="es-US">El teléfono al que llamó no está disponible.</Say>
       <Hangup/>
     </Response>"
    `);
  });

  it('still speaks when the template is missing', () => {
    expect(document({ kind: 'answer', twiml: 'gone' })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Say voice="Polly.Joanna-Neural" language="en-US">Your call could not be completed. Please try again later.</Say>
     <Say voice="Polly.Lupe-Neural" language="es-US">No se pudo completar su llamada. Intente más tarde.</Say>
     <Hangup/>
     </Response>"
    `);
  });

  it('asks for the template by its name', () => {
    const asked: string[] = [];
    const template = (name: string) => {
      asked.push(name);
      return undefined;
    };
    document({ kind: 'answer', twiml: 'menu' }, { template });
    document(incoming, { template });
    document(ring, { template });
    document(connect, { template });
    expect(asked).toEqual(['menu', 'incoming']);
  });
});

describe('A refusal', () => {
  const refuse: Decision = { kind: 'refuse', reason: 'premium' };

  it('is spoken in one language', () => {
    expect(document(refuse, { site: { ...site, languages: ['es'] } })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Say voice="Polly.Lupe-Neural" language="es-US">No se permiten llamadas a números de tarifa especial desde este teléfono.</Say>
     <Hangup/>
     </Response>"
    `);
  });

  it('is spoken in two languages, in their order', () => {
    expect(document(refuse)).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Say voice="Polly.Joanna-Neural" language="en-US">Calls to premium rate numbers are not allowed from this telephone.</Say>
     <Say voice="Polly.Lupe-Neural" language="es-US">No se permiten llamadas a números de tarifa especial desde este teléfono.</Say>
     <Hangup/>
     </Response>"
    `);
  });

  it('is spoken in the other order when the site says so', () => {
    const { values } = structureOf(
      document(refuse, { site: { ...site, languages: ['es', 'en'] } }),
    );
    expect(values).toEqual(['Polly.Lupe-Neural', 'es-US', 'Polly.Joanna-Neural', 'en-US']);
  });

  it('rejects a blocked caller before anything else, so that nothing is billed', () => {
    expect(document({ kind: 'refuse', reason: 'caller-blocked' })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Reject/>
     </Response>"
    `);
  });
});

describe('The end of a call', () => {
  it('hangs up', () => {
    expect(document({ kind: 'hangUp' })).toMatchInlineSnapshot(`
     "<?xml version="1.0" encoding="UTF-8"?>
     <Response>
     <Hangup/>
     </Response>"
    `);
  });
});

describe.each(Object.keys(REASONS) as Reason[])('The reason %s', (reason) => {
  const delivery = REASONS[reason];

  it.each(CALL_LANGUAGES)('is told in %s', (language) => {
    const languages = [language];
    const answer = twimlFor(
      { kind: 'refuse', reason },
      rendering({ site: { ...site, languages } }),
    );
    expect(twimlError(answer)).toBeUndefined();
    expect(structureOf(answer)).toEqual(
      delivery === 'rejected'
        ? { tags: ['<Response>', '<Reject>', '</Reject>', '</Response>'], texts: [], values: [] }
        : {
            tags: [
              '<Response>',
              '<Say voice language>',
              '</Say>',
              '<Hangup>',
              '</Hangup>',
              '</Response>',
            ],
            texts: [CATALOGUES[language].reasons[reason]],
            values: [site.voices[language], `${language}-US`],
          },
    );
  });
});
