import { checkTemplates } from '../../../src/config/templates/templateErrors';

const diagnosticsOf = (body: string) =>
  checkTemplates(
    [{ name: 'menu', file: 'menu.xml', text: `<Response>${body}</Response>` }],
    undefined,
  )
    .diagnostics.map(({ message, fix }) => `${message} → ${fix}`)
    .join('\n');

describe('A name in a TwiML asset', () => {
  it.each([
    ['a request parameter', '{{From}}, {{FromCity}}, {{CallSid}}, {{Digits}}, {{RecordingUrl}}'],
    ['a SIP header', '{{SipHeader_X-Booth}}'],
    ['of the call', '{{callerId}} {{ringSeconds}} {{#timeLimitSeconds}}1{{/timeLimitSeconds}}'],
    ['of a section, in it', '{{#ring}}{{uri}} {{username}} {{From}}{{/ring}}'],
    ['of a sentence', '{{#say.busy}}{{voice}} {{language}} {{text}}{{/say.busy}}'],
    ['of a sentence, step by step', '{{#say}}{{#busy}}{{text}}{{/busy}}{{/say}}'],
    ['of a language', '{{#in.es}}a{{/in.es}}{{^in.es}}b{{/in.es}}'],
    ['itself', '{{#From}}{{.}}{{/From}}'],
    ['as TwiML Bins know it', '{{#e164}}{{To}}{{/e164}}'],
  ])('is known: %s', (_, body) => {
    expect(diagnosticsOf(`<Say>${body}</Say>`)).toBe('');
  });

  it('is known that an asset itself sends in a query', () => {
    const body = '<Say>{{step}}</Say><Redirect>https://example.org/?a=1&amp;step=2</Redirect>';
    expect(diagnosticsOf(body)).toBe('');
  });

  it.each([
    ['{{callerID}}', '`{{callerID}}` has no value → Did you mean `callerId`?'],
    ['{{from}}', '`{{from}}` has no value → Did you mean `From`?'],
    [
      '{{#say.bussy}}{{text}}{{/say.bussy}}',
      '`{{#say.bussy}}` has no value → Did you mean `say.busy`?',
    ],
    ['{{^ringg}}a{{/ringg}}', '`{{^ringg}}` has no value → Did you mean `ring`?'],
    [
      '{{text}}',
      '`{{text}}` has no value → It has one only between `{{#say.…}}` and `{{/say.…}}`.',
    ],
    ['{{uri}}', '`{{uri}}` has no value → It has one only between `{{#ring}}` and `{{/ring}}`.'],
    ['{{#ring}}{{ury}}{{/ring}}', '`{{ury}}` has no value → Did you mean `uri`?'],
    ['{{ring}}', '`{{ring}}` prints nothing: it is for a section → Write `{{#ring}}…{{/ring}}`.'],
    ['{{e164}}', '`{{e164}}` prints nothing: it is for a section → Write `{{#e164}}…{{/e164}}`.'],
    ['{{constructor}}', '`{{constructor}}` has no value → Names are in docs/twiml-assets.md'],
  ])('is not: %s', (body, expected) => {
    expect(diagnosticsOf(`<Say>${body}</Say>`)).toContain(expected);
    expect(diagnosticsOf(`<Say>${body}</Say>`)).not.toContain('\n');
  });
});

describe('An asset that is asked again', () => {
  it.each([
    '<Record/>',
    '<Say>a</Say><Record maxLength="30"/><Hangup/>',
    '{{#Digits}}<Record/>{{/Digits}}',
    '{{#RecordingUrl}}<Say>Thank you.</Say>{{/RecordingUrl}}<Record/>',
  ])('records without end: %s', (body) => {
    expect(diagnosticsOf(body)).toContain('<Record> without `action` requests this document again');
  });

  it.each([
    '<Record action="https://example.org/record"/>',
    '{{^RecordingUrl}}<Record/>{{/RecordingUrl}}{{#RecordingUrl}}<Hangup/>{{/RecordingUrl}}',
    '{{#RecordingSid}}<Hangup/>{{/RecordingSid}}<Record/>',
  ])('ends: %s', (body) => {
    expect(diagnosticsOf(body)).toBe('');
  });

  it('is sent to itself', () => {
    expect(diagnosticsOf('<Redirect/>')).toContain('<Redirect> without a URL');
    expect(diagnosticsOf('<Redirect>https://example.org/</Redirect>')).toBe('');
  });
});
