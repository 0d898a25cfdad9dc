/** The operator's documents, as Twilio gets them. */
import type { Decision } from '../../../src/runtime/calls';
import { twimlFor } from '../../../src/runtime/twiml';
import { site } from '../../fixtures/directory';
import { CALL_SID } from '../../fixtures/twilio';
import { twimlError } from '../../../tools/exchange/twimlSchema';

const QUEUE = `operator-${CALL_SID}`;
const offer = {
  at: 'operatorOffer',
  call: CALL_SID,
  line: 'number.+15035550100',
  caller: 'es',
  volunteer: 'robin',
  language: 'en',
  round: 1,
} as const;

function document(decision: Decision): string {
  const xml = twimlFor(decision, { site, template: () => undefined, parameters: {} });
  expect(twimlError(xml)).toBeUndefined();
  return xml.replace(/^<\?xml[^>]*>/, '');
}

describe('The operator’s TwiML', () => {
  it('says that one holds, then waits in the queue', () => {
    const first = [{ say: 'Espere.' }];

    expect(document({ kind: 'queue', queue: QUEUE, language: 'es', preamble: first })).toBe(
      '<Response><Say voice="Polly.Lupe-Neural" language="es-US">Espere.</Say>' +
        '<Enqueue action="/operator-left?lang=es" method="POST" ' +
        `waitUrl="/operator-wait?lang=es" waitUrlMethod="POST">${QUEUE}</Enqueue></Response>`,
    );
  });

  it('holds, leaves the queue, or says nothing before a volunteer', () => {
    const hold = { kind: 'hold', language: 'en' } as const;

    expect(document({ ...hold, audio: [{ tone: 'hold' }], leave: false })).toBe(
      '<Response><Play>/sounds/hold.wav</Play></Response>',
    );
    expect(document({ ...hold, audio: [], leave: true })).toBe('<Response><Leave/></Response>');
    expect(document({ ...hold, audio: [], leave: false })).toBe('<Response/>');
  });

  it('asks a volunteer for one key, and is told when there was none', () => {
    const xml = document({
      kind: 'gather',
      language: 'en',
      position: offer,
      audio: [{ say: 'Press 1.' }],
      digits: 1,
      waitSeconds: 5,
    });

    expect(xml).toBe(
      `<Response><Gather action="/operator-offer?call=${CALL_SID}&amp;lang=es&amp;` +
        'line=number.%2B15035550100&amp;volunteer=robin&amp;round=1" method="POST" input="dtmf" ' +
        'numDigits="1" finishOnKey="" timeout="5" actionOnEmptyResult="true">' +
        '<Say voice="Polly.Joanna-Neural" language="en-US">Press 1.</Say></Gather></Response>',
    );
  });

  it('connects with the caller of this queue', () => {
    const bridge = { kind: 'bridge', queue: QUEUE, caller: CALL_SID, language: 'en' } as const;

    expect(document({ ...bridge, timeLimitSeconds: 3_600 })).toBe(
      `<Response><Dial action="/operator-bridged?call=${CALL_SID}&amp;lang=en" method="POST" ` +
        'timeout="5" timeLimit="3600">' +
        `<Queue url="/operator-taken?call=${CALL_SID}&amp;lang=en" method="POST">${QUEUE}</Queue>` +
        '</Dial></Response>',
    );
    expect(document(bridge)).not.toContain('timeLimit');
  });

  it('records until the caller hangs up, whatever keys are pressed', () => {
    const record = { kind: 'record', maxSeconds: 900, line: offer.line, language: 'es' } as const;

    expect(document({ ...record, unspoken: [{ say: 'Adiós.' }] })).toBe(
      '<Response><Record action="/message-left?lang=es" method="POST" finishOnKey="" ' +
        'maxLength="900" timeout="10" playBeep="true" ' +
        'recordingStatusCallback="/message-ready?lang=es&amp;line=number.%2B15035550100" ' +
        'recordingStatusCallbackMethod="POST"/>' +
        // Where nobody spoke: https://www.twilio.com/docs/voice/twiml/record
        '<Say voice="Polly.Lupe-Neural" language="es-US">Adiós.</Say><Hangup/></Response>',
    );
  });
});
