/** The pages of docs/phones/: whether they are what is generated, test/pages/generated.edge.test.ts says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { phonePages } from '../../../src/pages/phonePages';
import { PHONE_MODELS } from '../../../src/phones/families';
import { QUESTIONS, questionsAbout } from '../../../src/pages/phonePages/questions';
import { MODELS } from '../example';
import { settingsOn } from '../sheets';

const FOLDER = 'docs/phones';
const PAGES = new Map(phonePages());
const pageOf = (id: string) => PAGES.get(`${FOLDER}/${id}.md`) ?? '';

it('has a page for every model, and none for another', () => {
  const others = ['README.md', 'open-questions.md', 'rotary.md', 'settings.md', 'softphones.md'];
  const expected = [...[...PHONE_MODELS.keys()].map((id) => `${id}.md`), ...others];
  expect(readdirSync(FOLDER).sort()).toEqual(expected.sort());
});

it('refers to pages that are there', () => {
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect([name, target, existsSync(path.join(FOLDER, target))]).toEqual([name, target, true]);
    }
  }
});

it.each(MODELS.map((each) => [each.id, each] as const))(
  'marks on the page of %s what its sheet marks, and its notes',
  (id, each) => {
    const { family } = each;
    const { plug, openSettings, reset, lights, pages } = family.guide(settingsOn(each), 'en');
    const { dhcp, keypad, firmware, problems } = family.notes(each.id);
    const secure = family
      .guide(settingsOn(each, { secureMedia: each.srtp }), 'en')
      .pages.filter(({ values }) => values.some((value) => value.secure));
    const all = [
      ...[...plug, ...openSettings, ...reset, ...pages, ...lights.map(({ meaning }) => meaning)],
      ...secure,
      ...[...dhcp, ...keypad, ...firmware, ...problems],
    ];
    const closes = each.locks.length > 0 ? 1 : 0;
    const dial = each.rotary === 'pulses' ? 1 : 0;
    const marks = all.filter(({ unproven }) => unproven).length + closes + dial;
    // Once more where it says what the mark means.
    expect(pageOf(id).split('†').length - 1).toBe(marks + 1);
    expect(pageOf(id)).not.toMatch(/undefined|\[object/);
  },
);

it('shows no password, nor a phone of the example', () => {
  for (const [, text] of PAGES) expect(text).not.toMatch(/direct-example|clinton|5035550/);
});

it('asks every question of a model that there is', () => {
  for (const question of QUESTIONS) {
    const about = MODELS.filter((each) => questionsAbout(each).includes(question));
    expect([question.asked, about.length > 0]).toEqual([question.asked, true]);
    for (const id of question.models ?? []) expect(about).toContain(PHONE_MODELS.get(id));
  }
  // What nobody has asked before is only worth a line while it is open.
  const answered = QUESTIONS.filter(({ test }) => test === undefined);
  expect(answered.filter(({ noted }) => !noted)).toEqual([]);
});

it('answers or leaves open what the notes asked of the factory reset, on the model itself', () => {
  expect(pageOf('polycom-soundpoint-501')).toMatch(/hold `4 6 8 \*` together/);
  expect(pageOf('polycom-soundstation-4000')).toMatch(/hold `6 8 \*` together/);
});

it.each(MODELS)('says of a $id how its calls are encrypted, where they can be', ({ id, srtp }) => {
  expect(/secure: true`, also:[^#]*SRTP/.test(pageOf(id))).toBe(srtp);
});

it('gives commands that run, and sentences that end', () => {
  for (const { id } of MODELS) {
    expect(pageOf(id)).toContain('phones sheet <extension> --environment prod');
    expect(pageOf(id)).toMatch(/^- Type it (in|on) .*[^ ]\.$/m);
    expect(pageOf(id)).not.toMatch(/and then\.$/m);
  }
});
