import { runs } from '../support/runs';
import { compileFiles, open, SITE } from './support';

const PHONE = { 'extensions.yaml': 'clinton: { name: Booth, language: es, hash: { menu: main } }' };

describe('A compiled menu', () => {
  it('says its keys in the order in which they are written, and resolves every name', () => {
    const { menus, extensions, site } = open({
      ...PHONE,
      'site.yaml': `${SITE}menus: { waitSeconds: 5, hash: top }\n`,
      'calling.yaml': 'numberLists: { lines: [+15035550188, +15035550189] }',
      'menus/main.yaml': `
main:
  intro: { say: { en: Welcome., es: Bienvenidos. } }
  oneOf: [{ play: /bells }]
  keys:
    2: { prompts: [{ say: { en: Two, es: Dos } }, { play: two, say: { en: two, es: dos } }], dial: lines }
    1: { say: { en: One, es: Uno }, do: repeat }
    9: { menu: more }
  rounds: 2
  only: { hours: [daily 09:00-17:00] }
  otherwise: { menu: more }
more: { intro: { say: { en: More., es: Más. } }, next: { do: hangUp } }`,
      'sounds/bells.wav': '',
      'sounds/en/two.mp3': '',
    });

    expect(extensions.get('clinton')).toMatchObject({ language: 'es', hash: { menu: 'main' } });
    expect(site.menus).toEqual({
      waitSeconds: 5,
      rounds: 3,
      intro: 'together',
      hash: 'top',
      dialTone: { collect: 'pause', pauseSeconds: 4 },
    });
    const days = [0, 1, 2, 3, 4, 5, 6];
    expect(menus.get('main')).toEqual({
      name: 'main',
      intro: [{ en: { say: 'Welcome.' }, es: { say: 'Bienvenidos.' } }],
      oneOf: [{ en: { play: '/sounds/bells.wav' }, es: { play: '/sounds/bells.wav' } }],
      prompts: [
        { en: { say: 'Two' }, es: { say: 'Dos' } },
        { en: { play: '/sounds/en/two.mp3' }, es: { say: 'dos' } },
        { en: { say: 'One' }, es: { say: 'Uno' } },
      ],
      keys: {
        1: { do: 'repeat' },
        2: { dialOneOf: ['+15035550188', '+15035550189'] },
        9: { menu: 'more' },
      },
      next: { do: 'hangUp' },
      waitSeconds: 5,
      rounds: 2,
      only: { hours: [{ days, from: 540, to: 1020 }], otherwise: { menu: 'more' } },
    });
    expect(menus.get('more')).toMatchObject({ keys: {}, rounds: 3, waitSeconds: 5 });
  });

  it('plays recordings from where the site says', () => {
    const { menus } = open({
      ...PHONE,
      'site.yaml': `${SITE}menus: { recordings: { url: 'https://sounds.example.org/a/', extension: ulaw } }\n`,
      'menus/main.yaml': 'main: { intro: [{ play: hi }, { play: /bells }], next: { do: hangUp } }',
    });
    const bells = { play: 'https://sounds.example.org/a/bells.ulaw' };
    expect(menus.get('main')?.intro).toEqual([
      {
        en: { play: 'https://sounds.example.org/a/en/hi.ulaw' },
        es: { play: 'https://sounds.example.org/a/es/hi.ulaw' },
      },
      { en: bells, es: bells },
    ]);
  });

  it('answers a number, or the operator does', () => {
    const { numbers } = open({
      'numbers.yaml': '+15035550100: { menu: main }\n+15035550140: { operator: true }',
      'operators.yaml': 'volunteers: { robin: { call: +15035550171 } }\nnotice: { webhook: true }',
      'menus/main.yaml': 'main: { intro: { say: { en: a, es: b } }, next: { do: hangUp } }',
    });
    const rule = { ring: [], twiml: 'incoming', environment: 'prod', maxMinutes: 60 };
    expect(numbers.get('+15035550100')).toEqual({ ...rule, answer: { menu: 'main' } });
    expect(numbers.get('+15035550140')).toEqual({ ...rule, answer: { do: 'operator' } });
  });

  it('is taken from any number of files, in any depth of chains of which each document is short', () => {
    const length = runs(1_000, 5_000);
    const chain = Array.from(
      { length },
      (_, i) =>
        `m${i}: { intro: { say: { en: a, es: b } }, ${i % 100 === 0 ? 'keys: { 1: { do: hangUp } }, ' : ''}next: ${i < length - 1 ? `{ menu: m${i + 1} }` : '{ do: hangUp }'} }`,
    );
    const { directory } = compileFiles({
      'extensions.yaml': 'clinton: { name: Booth, hash: { menu: m0 } }',
      'menus/one.yaml': chain.slice(0, length / 2).join('\n'),
      'menus/two.yaml': chain.slice(length / 2).join('\n'),
    });
    expect(directory?.menus).toHaveLength(length);
  });
});
