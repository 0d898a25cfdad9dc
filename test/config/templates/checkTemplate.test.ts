import { checkDocument, checkTemplate } from '../../../src/config/templates/check';
import { FALLBACK, TEMPLATES } from '../../runtime/twiml/support';

/** What is wrong with a template, in the order in which it is reported. */
function diagnosticsOf(text: string): string {
  return checkTemplate('menu.xml', text)
    .map(({ where, message, fix }) => `${where.file}:${where.line}  ${message}\n    ${fix}`)
    .join('\n');
}

describe('A template that is right', () => {
  it.each([...TEMPLATES, ['src/assets/fallback.xml', FALLBACK] as const])(
    '%s passes',
    (_, text) => {
      expect(diagnosticsOf(text)).toBe('');
    },
  );

  it.each([
    ['has nothing to say', '<Response/>'],
    ['begins with a byte order mark', '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<Response/>'],
    ['begins with a comment tag', '{{! Ours. }}\n<?xml version="1.0"?>\n<Response/>'],
    ['has comments', '<!-- {{From}} -->\n<Response>{{! <Bogus> }}<!-- <Bogus> --></Response>'],
    ['has CDATA', '<Response><Say><![CDATA[<Fish> & chips]]></Say></Response>'],
    [
      'speaks with marks',
      '<Response><Say><prosody rate="slow">a<break/></prosody></Say></Response>',
    ],
    [
      'has the same noun in different verbs',
      '<Response><Dial><Sip url="/a">x</Sip></Dial><Refer><Sip>x</Sip></Refer></Response>',
    ],
    [
      'prints in texts and attributes',
      '<Response><Say voice="{{voice}}">{{From}}, {{ To }}</Say></Response>',
    ],
    [
      'chooses an attribute',
      '<Response><Say {{#a}}loop="1"{{/a}}{{^a}}loop="2"{{/a}}>a</Say></Response>',
    ],
    ['chooses a root', '{{#a}}<Response/>{{/a}}{{^a}}<Response><Hangup/></Response>{{/a}}'],
    ['has CRLF line ends', '<Response>\r\n{{#ring}}\r\n<Pause/>\r\n{{/ring}}\r\n</Response>\r\n'],
  ])('%s', (_, text) => {
    expect(diagnosticsOf(text)).toBe('');
  });
});

describe('A template that is no TwiML', () => {
  it('is not well-formed', () => {
    expect(diagnosticsOf('<Response>\n  <Say>Hello\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:3  not well-formed: unexpected close tag.
         Write well-formed XML."
    `);
    expect(diagnosticsOf('<Response>\n  <Say voice=alice>Fish & chips</Say>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: unquoted attribute value.
         Write well-formed XML.
     menu.xml:3  not well-formed: unclosed tag: Say
         Write well-formed XML.
     menu.xml:3  not well-formed: unclosed tag: Response
         Write well-formed XML.
     menu.xml:3  not well-formed: unexpected end.
         Write well-formed XML."
    `);
    expect(diagnosticsOf('<Response>\n  &nbsp;</Response>')).toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: undefined entity.
         Write well-formed XML."
    `);
  });

  it('is empty', () => {
    expect(diagnosticsOf('')).toMatchInlineSnapshot(`
     "menu.xml:1  not well-formed: document must contain a root element.
         Write well-formed XML."
    `);
    expect(diagnosticsOf('\n\n')).toMatchInlineSnapshot(`
     "menu.xml:3  not well-formed: document must contain a root element.
         Write well-formed XML."
    `);
    expect(diagnosticsOf('Hello')).toMatchInlineSnapshot(`
     "menu.xml:1  not well-formed: text data outside of root node.
         Write well-formed XML.
     menu.xml:1  not well-formed: document must contain a root element.
         Write well-formed XML."
    `);
  });

  it('has another root', () => {
    expect(diagnosticsOf('\n<response>\n  <Hangup/>\n</response>')).toMatchInlineSnapshot(`
     "menu.xml:2  <response> is the root
         The root is <Response>."
    `);
  });

  it('has two roots', () => {
    expect(diagnosticsOf('<Response/>\n<Response/>')).toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: documents may contain only one root.
         Write well-formed XML."
    `);
  });

  it('has an attribute at the root', () => {
    expect(diagnosticsOf('<Response voice="Polly.Joanna"/>')).toMatchInlineSnapshot(`
     "menu.xml:1  <Response> has no attribute voice
         <Response> has: nothing."
    `);
  });

  it('has verbs that there are not', () => {
    expect(diagnosticsOf('<Response>\n  <Hangupp/>\n  <say>a</say>\n  <Telegram/>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  <Hangupp> is not allowed here
         Did you mean Hangup?
     menu.xml:3  <say> is not allowed here
         Did you mean Say?
     menu.xml:4  <Telegram> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop."
    `);
  });

  it('has a verb in another where it may not stand', () => {
    expect(
      diagnosticsOf(
        '<Response>\n  <Dial>\n    <Say>a</Say>\n  </Dial>\n  <Number>1</Number>\n</Response>',
      ),
    ).toMatchInlineSnapshot(`
     "menu.xml:3  <Say> is not allowed here
         Allowed here: Application, Client, Conference, Number, Queue, Sim, Sip, WhatsApp.
     menu.xml:5  <Number> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop."
    `);
    expect(diagnosticsOf('<Response><Hangup><Say>a</Say></Hangup></Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:1  <Say> is not allowed here
         Allowed here: Parameter."
    `);
  });

  it('has attributes that there are not', () => {
    expect(
      diagnosticsOf(
        '<Response>\n  <Dial anserOnBridge="true"\n    colour="red">1</Dial>\n  <Hangup reason="busy"/>\n</Response>',
      ),
    ).toMatchInlineSnapshot(`
     "menu.xml:3  <Dial> has no attribute anserOnBridge
         Did you mean answerOnBridge?
     menu.xml:3  <Dial> has no attribute colour
         <Dial> has: action, answerOnBridge, callerId, events, hangupOnStar, method, passports, record, recordingConfigurationId, recordingStatusCallback, recordingStatusCallbackEvent, recordingStatusCallbackMethod, recordingTrack, referMethod, referUrl, ringTone, sequential, timeLimit, timeout, trim.
     menu.xml:4  <Hangup> has no attribute reason
         <Hangup> has: nothing."
    `);
  });

  it('has the same attribute twice', () => {
    expect(diagnosticsOf('<Response><Say loop="1" loop="2">a</Say></Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:1  not well-formed: duplicate attribute: loop.
         Write well-formed XML."
    `);
  });

  it('has names that every JavaScript object has', () => {
    expect(
      diagnosticsOf(
        '<Response>\n  <constructor a="1"/>\n  <toString/>\n  <Say valueOf="1">a</Say>\n</Response>',
      ),
    ).toMatchInlineSnapshot(`
     "menu.xml:2  <constructor> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop.
     menu.xml:3  <toString> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop.
     menu.xml:4  <Say> has no attribute valueOf
         <Say> has: language, loop, voice."
    `);
  });

  it('says nothing of what stands in an unknown element', () => {
    expect(diagnosticsOf('<Response><Hangupp><Bogus a="1"/></Hangupp></Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:1  <Hangupp> is not allowed here
         Did you mean Hangup?"
    `);
  });

  it('has a DOCTYPE', () => {
    expect(
      diagnosticsOf('<?xml version="1.0"?>\n<!DOCTYPE Response [<!ENTITY a "b">]>\n<Response/>'),
    ).toMatchInlineSnapshot(`
     "menu.xml:2  a DOCTYPE
         Remove it: TwiML has none."
    `);
  });

  it('has a processing instruction', () => {
    expect(diagnosticsOf('<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?>\n<Response/>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  a processing instruction <?xml-stylesheet?>
         Remove it: TwiML has none."
    `);
  });

  it('has its XML declaration in the middle', () => {
    expect(diagnosticsOf('<Response>\n<?xml version="1.0"?>\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: an XML declaration must be at the start of the document.
         Write well-formed XML."
    `);
  });

  it('is larger than Twilio takes', () => {
    const sized = (bytes: number) => `<Response>${' '.repeat(bytes - 21)}</Response>`;
    expect(diagnosticsOf(sized(64 * 1024))).toBe('');
    expect(diagnosticsOf(sized(64 * 1024 + 1))).toMatchInlineSnapshot(`
     "menu.xml:0  larger than 64 KB, which Twilio refuses
         Shorten it."
    `);
    // Bytes count, not characters.
    expect(diagnosticsOf(`<Response>${'é'.repeat(33_000)}</Response>`)).toContain(
      'larger than 64 KB',
    );
  });
});

describe('A template with tags', () => {
  it.each([['{{{From}}}'], ['{{&From}}'], ['{{& From }}'], ['{{> footer}}'], ['{{=<% %>=}}']])(
    'may not have %s, not in a section either',
    (tag) => {
      const where = [
        `<Response>\n\n<Say>${tag}</Say></Response>`,
        `<Response>\n{{#ring}}{{^From}}\n<Say>${tag}</Say>{{/From}}{{/ring}}</Response>`,
      ];
      for (const text of where) {
        expect(checkTemplate('menu.xml', text).map(({ where }) => where.line)).toEqual([3]);
      }
    },
  );

  it('may not be raw, include files or change the delimiters', () => {
    expect(
      diagnosticsOf(
        '<Response>\n  <Say>{{{From}}}</Say>\n  <Say>{{&To}}</Say>\n  {{> footer}}\n  {{=<% %>=}}\n</Response>',
      ),
    ).toMatchInlineSnapshot(`
     "menu.xml:2  {{&From}} is not escaped: a caller could inject TwiML
         Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used.
     menu.xml:3  {{&To}} is not escaped: a caller could inject TwiML
         Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used.
     menu.xml:4  {{>footer}} includes another file
         Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used.
     menu.xml:5  {{=<% %>}} changes the delimiters
         Only {{name}}, {{#section}}, {{^section}} and {{! comment }} may be used."
    `);
  });

  it('leaves a section open, or closes what is not open', () => {
    expect(diagnosticsOf('<Response>\n{{#ring}}\n<Hangup/>\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:4  Unclosed section "ring"
         Close every {{tag}}, and every {{#section}} with {{/section}}."
    `);
    expect(diagnosticsOf('<Response>\n{{#ring}}\n{{/rung}}\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:3  Unclosed section "ring"
         Close every {{tag}}, and every {{#section}} with {{/section}}."
    `);
    expect(diagnosticsOf('<Response>\n{{/ring}}\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:2  Unopened section "ring"
         Close every {{tag}}, and every {{#section}} with {{/section}}."
    `);
    expect(diagnosticsOf('<Response>\n{{From\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:3  Unclosed tag
         Close every {{tag}}, and every {{#section}} with {{/section}}."
    `);
  });

  it('has its errors in both kinds of sections, each on its line', () => {
    expect(
      diagnosticsOf(`<Response>
  {{#ring}}
  <Bogus/>
  {{/ring}}
  {{^ring}}
  {{! nothing
      rings }}
  <Say colour="red">a</Say>
  {{/ring}}
  <Play speed="2">a.mp3</Play>
</Response>`),
    ).toMatchInlineSnapshot(`
     "menu.xml:3  <Bogus> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop.
     menu.xml:8  <Say> has no attribute colour
         <Say> has: language, loop, voice.
     menu.xml:10  <Play> has no attribute speed
         <Play> has: digits, loop."
    `);
  });

  it('has its errors in sections within sections', () => {
    expect(
      diagnosticsOf(`<Response>
  {{#a}}
    {{^b}}
    <Bogus/>
    {{/b}}
  {{/a}}
  {{^a}}{{#b}}
    <Say colour="red">a</Say>
  {{/b}}{{/a}}
  {{#a}}{{#b}}{{^c}}
    <Play speed="2">a.mp3</Play>
  {{/c}}{{/b}}{{/a}}
</Response>`),
    ).toMatchInlineSnapshot(`
     "menu.xml:4  <Bogus> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop.
     menu.xml:8  <Say> has no attribute colour
         <Say> has: language, loop, voice.
     menu.xml:11  <Play> has no attribute speed
         <Play> has: digits, loop."
    `);
  });

  it('is not well-formed without a section, or with one alone', () => {
    expect(diagnosticsOf('{{#ring}}\n<Response/>\n{{/ring}}')).toMatchInlineSnapshot(`
     "menu.xml:3  not well-formed: document must contain a root element.
         Write well-formed XML."
    `);
    expect(
      diagnosticsOf('<Response>\n{{#a}}\n<Dial>\n{{/a}}\n{{#b}}\n</Dial>\n{{/b}}\n</Response>'),
    ).toMatchInlineSnapshot(`
     "menu.xml:6  not well-formed: unexpected close tag.
         Write well-formed XML.
     menu.xml:6  not well-formed: unmatched closing tag: Dial.
         Write well-formed XML.
     menu.xml:8  not well-formed: unexpected close tag.
         Write well-formed XML.
     menu.xml:8  not well-formed: unmatched closing tag: Response.
         Write well-formed XML."
    `);
  });

  it('may not print more than texts and the values of attributes', () => {
    expect(diagnosticsOf('<Response>\n  <{{verb}}/>\n</Response>')).toMatchInlineSnapshot(`
     "menu.xml:2  <x> is not allowed here
         Allowed here: Connect, Dial, Echo, Enqueue, Gather, Hangup, Leave, Pause, Pay, Play, Prompt, Queue, Record, Redirect, Refer, Reject, Say, Sms, Start, Stop."
    `);
    expect(diagnosticsOf('<Response>\n  <Say {{name}}="1">a</Say>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  <Say> has no attribute x
         <Say> has: language, loop, voice."
    `);
    expect(diagnosticsOf('<Response>\n  <Say voice={{voice}}>a</Say>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: unquoted attribute value.
         Write well-formed XML."
    `);
    expect(diagnosticsOf('<Response>\n  <Say {{attributes}}>a</Say>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: attribute without value.
         Write well-formed XML.
     menu.xml:2  <Say> has no attribute x
         <Say> has: language, loop, voice."
    `);
    expect(diagnosticsOf('<Response>\n  <Say>&{{entity}};</Say>\n</Response>'))
      .toMatchInlineSnapshot(`
     "menu.xml:2  not well-formed: undefined entity.
         Write well-formed XML."
    `);
  });
});

describe('A document that is answered', () => {
  it('has nothing before its XML declaration', () => {
    const [diagnostic] = checkDocument('answer', '\n<?xml version="1.0"?><Response/>');
    expect(diagnostic?.message).toBe(
      'not well-formed: an XML declaration must be at the start of the document.',
    );
  });
});

describe('A template that goes wrong only when it is rendered', () => {
  it.each([
    ['<Response>{{ring.map}}</Response>', /cannot be rendered/],
    ['<Response><Dial {{#ring}}callerId="{{uri}}" {{/ring}}/></Response>', /duplicate attribute/],
  ])('%s is told all the same', (text, diagnostic) => {
    expect(diagnosticsOf(text)).toMatch(diagnostic);
  });
});

describe('A template that leads a call somewhere', () => {
  const response = (content: string) => diagnosticsOf(`<Response>\n${content}\n</Response>`);

  it.each([
    '<Dial><Number>{{Digits}}</Number></Dial>',
    '<Dial>{{To}}</Dial>',
    '<Dial>+1{{ Digits }}</Dial>',
    '<Dial>{{From}}</Dial>',
    '<Dial>{{callerId}}</Dial>',
    '<Dial><Sip>{{SipHeader_X-To}}</Sip></Dial>',
    '<Dial><Sip>sip:{{Digits}}@pbx.example.org</Sip></Dial>',
    '<Dial><Sip><![CDATA[sip:{{Digits}}@pbx.example.org]]></Sip></Dial>',
    '<Dial><Client>{{Digits}}</Client></Dial>',
    '<Refer><Sip>{{Digits}}</Sip></Refer>',
    '{{#ring}}<Dial>{{Digits}}</Dial>{{/ring}}',
    '{{^ring}}{{#in.en}}<Dial><Number>{{Digits}}</Number></Dial>{{/in.en}}{{/ring}}',
    '<Sms to="{{Digits}}">Hello</Sms>',
  ])('%s may not be chosen by a caller', (content) => {
    const reported = response(content);
    expect(reported).toMatch(
      /^menu\.xml:2 {2}\{\{.*lets callers choose who is called, at your cost/,
    );
    expect(reported).toContain('Write the number itself');
  });

  it.each([
    '<Redirect>{{X}}</Redirect>',
    '<Redirect>https://{{X}}/a</Redirect>',
    '<Redirect>//{{X}}</Redirect>',
    '<Play>{{RecordingUrl}}</Play>',
    '<Gather action="{{X}}"/>',
    '<Dial action="https://example.org{{X}}"/>',
    '<Dial><Number statusCallback="{{X}}">+15035550188</Number></Dial>',
    '<Record recordingStatusCallback="{{X}}"/>',
    '<Enqueue waitUrl="{{X}}">a</Enqueue>',
  ])('%s may not be a URL that a caller chooses', (content) => {
    expect(response(content)).toContain('lets callers choose which URL Twilio requests');
  });

  it.each([
    ['911', '911'],
    ['+1911', '911'],
    ['9-1-1', '911'],
    ['933', '933'],
    ['+1503911', '911'],
  ])('never calls %s', (written, number) => {
    for (const content of [
      `<Dial><Number>${written}</Number></Dial>`,
      `<Dial>${written}</Dial>`,
      `<Dial><Sip>sip:${written}@pbx.example.org</Sip></Dial>`,
    ]) {
      const text = `<Response>${content}</Response>`;
      const numbering = { country: 'US', areaCodes: ['503'] };
      const [diagnostic, ...more] = checkTemplate('menu.xml', text, numbering);
      expect(more).toEqual([]);
      expect(diagnostic?.message).toContain(
        `calls ${number}, but a TwiML asset knows neither who is calling`,
      );
      expect(diagnostic?.severity).toBe('error');
    }
  });

  it.each(['<Dial><Conference>{{Digits}}</Conference></Dial>', '<Enqueue>{{From}}</Enqueue>'])(
    '%s is a warning',
    (content) => {
      const [diagnostic, ...more] = checkTemplate('menu.xml', `<Response>${content}</Response>`);
      expect(more).toEqual([]);
      expect(diagnostic).toMatchObject({ severity: 'warning' });
      expect(diagnostic?.message).toContain('callers can join any other one');
    },
  );

  it.each([
    '<Dial callerId="{{From}}"><Number>+15035550188</Number></Dial>',
    '<Dial callerId="{{callerId}}" action="{{action}}">{{#ring}}<Sip>{{uri}}</Sip>{{/ring}}</Dial>',
    '<Dial><Sip>sip:portland@pbx.example.org?x-caller={{From}}</Sip></Dial>',
    '<Dial><Conference>{{CallSid}}</Conference></Dial>',
    '<Redirect>/menu?lang={{lang}}</Redirect>',
    '<Play>https://sounds.example.org/{{FromCity}}.mp3</Play>',
    '<Say>911 is not for {{From}}</Say>',
    '<Sms to="+15035550188">{{From}} has called {{To}}</Sms>',
  ])('%s passes', (content) => {
    expect(response(content)).toBe('');
  });
});
