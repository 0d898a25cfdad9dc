/** `menus.intro: apart`: an intro is heard before the recordings of the keys are fetched. */
import type { Directory, Menu, Prompt } from '../../../../src/runtime/model/directory';
import { menu, withMenuSettings } from '../../../fixtures/menus';
import { begin } from './begin';
import { phraseInMenu } from './phrase';
import { callFrom, simulateKeys } from './simulateKeys';

const played = (name: string): Prompt => ({
  en: { play: `/en/${name}` },
  es: { play: `/es/${name}` },
});
const spoken = (text: string): Prompt => ({ en: { say: text }, es: { say: text } });

const MENUS: readonly Menu[] = [
  menu('lifted', { intro: [played('hello')], next: { menu: 'main' } }),
  menu('main', {
    intro: [played('welcome')],
    keys: { 1: { dial: '+15035550188' }, 2: { menu: 'spoken' }, 3: { menu: 'bare' } },
    prompts: [played('to-call'), played('press-one')],
  }),
  menu('spoken', {
    intro: [played('read')],
    keys: { 1: { do: 'hangUp' } },
    prompts: [spoken('One.')],
  }),
  menu('bare', { keys: { 1: { do: 'hangUp' } }, prompts: [played('one')] }),
];

function site(intro: 'apart' | 'together'): Directory {
  const directory = withMenuSettings({ intro });
  const booth = { ...directory.extensions.get('booth')!, hash: { menu: 'lifted' } };
  return {
    ...directory,
    menus: new Map(MENUS.map((each) => [each.name, each])),
    extensions: new Map([...directory.extensions, ['booth', booth]]),
  };
}

const after = (keys: string, intro: 'apart' | 'together' = 'apart') => {
  const directory = site(intro);
  const lifted = begin('booth', '#', directory);
  if (lifted.kind !== 'gather') throw new Error(lifted.kind);
  return keys === '' ? lifted : simulateKeys(lifted, keys, callFrom('booth'), directory);
};

const PROMPTS = '/en/to-call | /en/press-one';

it.each([
  ['', 'main, round 0, 1 in 1 s | /en/hello | /en/welcome'],
  ['-', `main, round 1, 1 in 3 s | ${PROMPTS}`],
  ['- -', `main, round 2, 1 in 3 s | ${PROMPTS}`],
  // Of the menu whose intro it is.
  ['1', '+15035550188'],
  ['*', 'main, round 1, 1 in 3 s | /es/to-call | /es/press-one'],
  ['8', `main, round 1, 1 in 3 s | ${PROMPTS}`],
  // Nothing is fetched for what is spoken, and nothing comes before a menu without intro.
  ['2', 'main.spoken, round 1, 1 in 3 s | /en/read | One.'],
  ['3', 'main.bare, round 1, 1 in 3 s | /en/one'],
])('keys %j lead to %s', (keys, expected) => {
  expect(phraseInMenu(after(keys))).toContain(expected);
});

it('is not so where intros stand together with the keys', () => {
  expect(phraseInMenu(after('', 'together'))).toBe(
    `main, round 1, 1 in 3 s | /en/hello | /en/welcome | ${PROMPTS}`,
  );
});

it.each(['911', '9 1 1', '9 - 1'])('%s during the intro calls for help', (keys) => {
  expect(after(keys)).toMatchObject({ kind: 'emergency', number: '911' });
});
