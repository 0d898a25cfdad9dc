/** `sentences` of site.yaml: recordings instead of our own sentences. */
import { compileFiles, diagnosticsOf, type Files, open, SITE } from './support';

const files = (sentences: string, sounds: readonly string[] = [], more = ''): Files => ({
  'site.yaml': `${SITE}${more}sentences:\n${sentences.replace(/^/gm, '  ')}\n`,
  ...Object.fromEntries(sounds.map((name) => [`sounds/${name}`, ''])),
});
const HOSTED = 'menus: { recordings: { url: https://sounds.example.org/, extension: ulaw } }\n';

const urls = (...args: Parameters<typeof files>) => open(files(...args)).site.sentences;

describe('Recordings of our own sentences', () => {
  it('are compiled to their URLs, each language its own', () => {
    expect(
      urls('pleaseHold: desk/hold\nbusy: /busy-line\nblocked: { es: no }', [
        ...['en/desk/hold.wav', 'es/desk/hold.mp3', 'busy-line.mp3', 'es/no.mp3'],
      ]),
    ).toEqual({
      pleaseHold: { en: '/sounds/en/desk/hold.wav', es: '/sounds/es/desk/hold.mp3' },
      busy: { en: '/sounds/busy-line.mp3', es: '/sounds/busy-line.mp3' },
      blocked: { es: '/sounds/es/no.mp3' },
    });
  });

  it('are none where nothing is written', () => {
    expect(open({}).site).not.toHaveProperty('sentences');
  });

  it('are at the operator’s own URL, but that before 911 is always a file of the directory', () => {
    const both = 'pleaseHold: hold\ndialing911: dialing';
    expect(urls(both, ['en/dialing.wav', 'es/dialing.wav'], HOSTED)).toEqual({
      pleaseHold: {
        en: 'https://sounds.example.org/en/hold.ulaw',
        es: 'https://sounds.example.org/es/hold.ulaw',
      },
      dialing911: { en: '/sounds/en/dialing.wav', es: '/sounds/es/dialing.wav' },
    });
    expect(urls(both, ['en/dialing.wav'], HOSTED)?.dialing911).toEqual({
      en: '/sounds/en/dialing.wav',
    });
  });

  it('that cannot be are reported where they stand', () => {
    const sentences = `pleasehold: hold
emergency-failed: failed
nonsense: any
leaveMessage: leave
thanks: { en: two, es: missing }
dialing911: https://sounds.example.org/dialing.wav`;
    const sounds = ['en/leave.ulaw', 'es/leave.wav', 'en/two.wav', 'en/two.mp3'];
    expect(diagnosticsOf(files(sentences, sounds))).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:9  sentences.pleasehold  there is no sentence \`pleasehold\`
           fix: Did you mean \`pleaseHold\`?
       site.yaml:10  sentences.emergency-failed  \`emergency-failed\` is always spoken, never a recording
           fix: Remove it.
       site.yaml:11  sentences.nonsense  there is no sentence \`nonsense\`
           fix: Use a name of docs/sounds.md.
       site.yaml:12  sentences.leaveMessage  warning: there is no recording \`sounds/en/leave.mp3\` or .wav
           fix: Our sentence is spoken instead. Add it as MP3 or WAV (sounds/en/leave.ulaw is there), or remove \`leaveMessage\`.
       site.yaml:13  sentences.thanks.en  there are two recordings \`two\`: sounds/en/two.mp3, sounds/en/two.wav
           fix: Keep one of them.
       site.yaml:13  sentences.thanks.es  warning: there is no recording \`sounds/es/missing.mp3\` or .wav
           fix: Our sentence is spoken instead. Add it, or remove \`es\`.
       site.yaml:14  sentences.dialing911  \`https://sounds.example.org/dialing.wav\` is not the name of a recording
           fix: Write it like \`welcome\` for sounds/<language>/welcome.mp3, without the extension.

     5 errors, 2 warnings
     "
    `);
  });

  it('that are missing are warned of: the sentence is spoken', () => {
    const sentences = 'pleaseHold: hold\nbusy: { en: busy }\ndialing911: dialing';
    const { diagnostics, directory } = compileFiles(files(sentences, ['es/hold.mp3'], HOSTED));
    expect(diagnostics).toMatchObject([
      { severity: 'warning', where: { path: 'sentences.dialing911', line: 12 } },
    ]);
    expect(directory?.site.sentences?.dialing911).toEqual({});
  });

  it('in a language that the site does not speak are warned of', () => {
    const english = SITE.replace('[en, es]', '[en]');
    const text = `${english}sentences: { busy: { es: busy } }\n`;
    expect(diagnosticsOf({ 'site.yaml': text })).toContain('the site does not speak es');
  });
});
