import { CATALOGUES, type Decision, NOTICES, REASONS } from '../../../src/runtime/calls';
import { rendered, structureOf } from './support';

const ring: Decision = {
  kind: 'ring',
  leg: 'incoming',
  twiml: 'incoming',
  extensions: ['desk', '+15035550120'],
  sipDomain: 'direct-example-prod',
  callerId: '+15035550188',
  ringSeconds: 25,
};

describe('A request parameter', () => {
  it('is printed where its tag stands', () => {
    expect(
      rendered('<Say>{{FromCity}}, {{ FromState }}{{Missing}}</Say>', {
        FromCity: 'PORTLAND',
        FromState: 'OR',
      }),
    ).toBe('<Say>PORTLAND, OR</Say>');
  });

  it('is escaped', () => {
    const text = rendered('<Say voice="{{From}}">{{From}}</Say>', {
      From: `<a b="c" d='e'>&amp;]]>`,
    });
    expect(text).toMatchInlineSnapshot(
      `"<Say voice="&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;]]&gt;">&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;]]&gt;</Say>"`,
    );
  });

  it.each(['callerId', 'ringSeconds', 'action', 'ring', 'say', 'in'])(
    'does not stand in for %s where nobody is to ring',
    (name) => {
      expect(rendered(`<Say>{{${name}}}</Say>`, { [name]: '+15035550177' })).toBe('<Say></Say>');
    },
  );

  it.each([
    ['sip:5035550199@direct-example-prod.sip.twilio.com', '+15035550199'],
    ['sip:+15035550199@direct-example-prod.sip.twilio.com;user=phone', '+15035550199'],
    ['sip:%2B15035550199@example.org', '+15035550199'],
    ['+15035550199', '+15035550199'],
    ['(503) 555-0199', '+15035550199'],
    ['sip:clinton@direct-example-prod.sip.twilio.com', ''],
    ['sip:911@direct-example-prod.sip.twilio.com', ''],
    ['anonymous', ''],
    ['', ''],
    ['<Dial>', ''],
  ])('has its telephone number printed as TwiML Bins do: of %s, %s', (To, number) => {
    expect(rendered('<Number>{{#e164}}{{To}}{{/e164}}</Number>', { To })).toBe(
      `<Number>${number}</Number>`,
    );
  });

  it('is not a template itself', () => {
    expect(rendered('{{From}}', { From: '{{To}}{{{To}}}{{#To}}', To: 'secret' })).toBe(
      '{{To}}{{{To}}}{{#To}}',
    );
  });

  it('loses what XML cannot hold, and nothing else', () => {
    const From = 'a\u0000\u0008\u000b\u001f\ud800\ufffe\uffff\udc00b\té\u{1f600}\ufffd\ue000';
    expect(rendered('{{From}}', { From })).toBe('ab\té\u{1f600}\ufffd\ue000');
  });

  it('is cut when it is long', () => {
    expect(rendered('{{From}}', { From: 'a'.repeat(1_000) })).toHaveLength(1_000);
    expect(rendered('{{From}}', { From: 'a'.repeat(1_001) })).toHaveLength(1_000);
  });

  it('is cut between characters', () => {
    expect(rendered('{{From}}', { From: `${'a'.repeat(999)}\u{1f600}` })).toBe('a'.repeat(999));
  });

  it('cannot end the comment that it stands in', () => {
    const template = '<Response><!-- {{From}}{{From}}--></Response>';
    for (const From of ['-', '--', '-->', '--->', '-a-', '--!>', ' --><Hangup/><!--']) {
      expect(structureOf(rendered(template, { From })).tags).toEqual([
        '<Response>',
        '<!---->',
        '</Response>',
      ]);
    }
  });

  it('keeps its hyphens where they do no harm', () => {
    expect(rendered('{{From}}', { From: 'direct-example-prod' })).toBe('direct-example-prod');
    expect(structureOf(rendered('<a>{{From}}</a>', { From: '-a--b-' })).texts).toEqual(['-a--b-']);
  });

  it('fills a section, or leaves the inverted one', () => {
    const template = '{{#From}}from {{From}}{{/From}}{{^From}}from nobody{{/From}}';
    expect(rendered(template, { From: '<1>' })).toBe('from &lt;1&gt;');
    expect(rendered(template)).toBe('from nobody');
  });
});

describe('What the decision knows', () => {
  const names = '{{callerId}} {{ringSeconds}} {{action}}{{#ring}} {{username}}={{uri}}{{/ring}}';

  it('is printed by its names', () => {
    expect(rendered(names, {}, ring)).toMatchInlineSnapshot(
      `"+15035550188 25 /dial-result?leg=incoming desk=sip:desk@direct-example-prod.sip.twilio.com +15035550120=sip:+15035550120@direct-example-prod.sip.twilio.com"`,
    );
  });

  it('wins over parameters of the same names', () => {
    const parameters = Object.fromEntries(
      ['ring', 'callerId', 'ringSeconds', 'action', 'say', 'uri', 'username'].map((name) => [
        name,
        'x',
      ]),
    );
    const template = `${names}{{#say.closed}} {{language}}{{/say.closed}}`;
    expect(rendered(template, parameters, ring)).toBe(rendered(template, {}, ring));
  });

  it('leaves ring and say to the decision even when nothing rings', () => {
    const template =
      '{{#ring}}rings{{/ring}}{{^ring}}silent{{/ring}}{{#say.busy}} {{language}}{{/say.busy}}';
    expect(rendered(template, { ring: 'x', say: 'x' })).toBe('silent en-US es-US');
  });

  it('prints nothing for a list or an object', () => {
    expect(rendered('{{ring}}{{say}}{{say.busy}}{{ring.length}}', {}, ring)).toBe('2');
    expect(rendered('{{#ring}}{{.}}{{/ring}}', {}, ring)).toBe('');
  });

  it.each([
    ...Object.keys(REASONS).map((name) => [name, 'reasons'] as const),
    ...NOTICES.map((name) => [name, 'notices'] as const),
  ])('says %s in the languages of the site', (name, kind) => {
    const [en, es] = (['en', 'es'] as const).map(
      (each) => (CATALOGUES[each][kind] as Readonly<Record<string, string>>)[name],
    );
    const template = `<a>{{#say.${name}}}<b c="{{voice}}" d="{{language}}">{{text}}</b>{{/say.${name}}}</a>`;
    const { texts, values } = structureOf(rendered(template));
    expect(texts).toEqual([en, es]);
    expect(values).toEqual(['Polly.Joanna-Neural', 'en-US', 'Polly.Lupe-Neural', 'es-US']);
  });
});

describe('What every JavaScript object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', '__defineGetter__'];
  const places = (name: string) => [
    `{{${name}}}`,
    `{{#${name}}}found{{/${name}}}`,
    `{{say.${name}}}`,
    `{{#say.${name}}}found{{/say.${name}}}`,
    `{{#say.closed}}{{${name}}}{{/say.closed}}`,
    `{{#ring}}{{${name}}}{{/ring}}`,
    `{{From.${name}}}`,
    `{{#From}}{{${name}}}{{/From}}`,
  ];

  it.each(NAMES.flatMap(places))('is not found by %s', (template) => {
    expect(rendered(template, { From: 'x' }, ring)).toBe('');
  });

  it.each(NAMES)('is a parameter like any other when it is called %s', (name) => {
    const parameters = Object.fromEntries([[name, '<x>']]);
    expect(rendered(`{{${name}}} {{From}}`, parameters)).toBe('&lt;x&gt;');
    expect({}).not.toHaveProperty('x');
  });
});
