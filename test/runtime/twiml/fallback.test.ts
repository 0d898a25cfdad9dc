import { CATALOGUES } from '../../../src/runtime/calls';
import { CALL_LANGUAGES } from '../../../src/runtime/model/directory';
import { APOLOGY } from '../../../src/runtime/twiml';
import { twimlError } from '../../../tools/exchange/twimlSchema';
import { FALLBACK, structureOf } from './support';

describe.each([
  ['The fallback document', FALLBACK],
  ['The apology of a webhook', APOLOGY],
])('%s', (_, document) => {
  it('is valid TwiML', () => {
    expect(twimlError(document)).toBeUndefined();
  });

  it('has no tags, for nobody would render them', () => {
    expect(document).not.toMatch(/\{\{|\}\}|\$\{/);
  });

  it('says what to do in an emergency', () => {
    for (const each of CALL_LANGUAGES) {
      expect(document).toContain(CATALOGUES[each].inAnEmergency);
    }
  });

  it('asks nothing of anybody else', () => {
    expect(document).not.toMatch(/http|\b(?:action|url)=/i);
  });

  it('speaks in every language, each with a voice that speaks it, and hangs up', () => {
    const say = ['<Say voice language>', '</Say>'];
    const { tags, texts, values } = structureOf(document);
    expect(tags).toEqual(['<Response>', ...say, ...say, '<Hangup>', '</Hangup>', '</Response>']);
    expect(texts).toEqual([expect.stringMatching(/sorry/), expect.stringMatching(/sentimos/)]);
    expect(values).toEqual(['Polly.Joanna', 'en-US', 'Polly.Lupe', 'es-US']);
    expect(values.map((value) => value.slice(0, 2))).toEqual(
      expect.arrayContaining([...CALL_LANGUAGES]),
    );
  });
});

describe('The fallback document and the apology', () => {
  it('say the same', () => {
    expect(structureOf(FALLBACK)).toEqual(structureOf(APOLOGY));
  });
});
