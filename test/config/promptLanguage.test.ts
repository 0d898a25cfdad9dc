import { twimlFor } from '../../src/runtime/twiml';
import { diagnosticsOf, open } from './support';

const files = (intro: string) => ({
  'extensions.yaml': 'clinton: { name: Clinton, hash: { menu: main } }',
  'menus/main.yaml': `main:\n  intro: ${intro}\n  keys: { 1: { do: hangUp } }\n`,
});
const INVITATION =
  "[{ say: { en: Welcome., es: Bienvenidos. } }, { say: { en: 'Para español, oprima la estrella.', es: 'For English, press star.' }, language: { en: es, es: en } }]";

/** What is said on entry in a language, with the language that each voice reads. */
function spoken(intro: string, language: 'en' | 'es'): string[] {
  const { menus, site } = open(files(intro));
  const audio = (menus.get('main')?.intro ?? []).flatMap((prompt) => prompt[language] ?? []);
  const position = { at: 'menu', menu: 'main', history: [], round: 1, keys: '', language } as const;
  const twiml = twimlFor(
    { kind: 'gather', position, audio, digits: 1, waitSeconds: 3, language },
    { site, template: () => undefined, parameters: {} },
  );
  return [...twiml.matchAll(/<Say voice="(.*?)" language="(.*?)">(.*?)<\/Say>/g)].map(
    ([, voice, read, text]) => `${voice} ${read}: ${text}`,
  );
}

describe('A prompt in a language of its own', () => {
  it('is read by its voice, and the others by theirs', () => {
    expect(spoken(INVITATION, 'en')).toEqual([
      'Polly.Joanna en-US: Welcome.',
      'Polly.Lupe es-US: Para español, oprima la estrella.',
    ]);
    expect(spoken(INVITATION, 'es')).toEqual([
      'Polly.Lupe es-US: Bienvenidos.',
      'Polly.Joanna en-US: For English, press star.',
    ]);
  });

  it('may be one sentence for every menu', () => {
    const poem = '{ say: Caminante no hay camino., language: es }';
    const read = ['Polly.Lupe es-US: Caminante no hay camino.'];
    expect([spoken(poem, 'en'), spoken(poem, 'es')]).toEqual([read, read]);
  });

  it('is spoken: a recording alone has none', () => {
    expect(diagnosticsOf(files('{ play: welcome, language: es }'))).toContain(
      'has a `language`, but no sentence that is spoken in it',
    );
  });
});
