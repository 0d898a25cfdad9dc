/** Errors planted in files that are right: each is told, and what is left compiles. */
import fc from 'fast-check';
import { type FutelSetUp, futelTown } from '../../fixtures/futelTown';
import { runs } from '../../support/runs';
import { importedTown, OPTIONS } from './imported';

/** What the report says of a context, when `ivrs_zoo.json` holds these and key 7 of a menu leads there. */
function reported(contexts: Record<string, unknown>, top: string, more: Partial<FutelSetUp> = {}) {
  const town = futelTown();
  const { 'booth-1': phone = {} } = town.extensions;
  const extensions = { ...town.extensions, 'booth-1': { ...phone, outgoing: top } };
  const ivrs = { ...town.ivrs, 'ivrs_zoo.json': contexts };
  const result = importedTown({ ...town, extensions, ivrs, ...more });
  const texts = (context: string) =>
    result.report
      .filter((line) => line.context === context)
      .map(({ severity, text }) => `${severity}: ${text}`);
  return { ...result, texts };
}

const say = { intro_statements: ['hello'], statement_dir: 'zoo' };
const end = { ...say, next_context: 'dial_5035550181' };

describe('Errors in menus', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a name that is nothing', { menu_entries: [['one', 'nowhere']] }],
    ['an empty name', { menu_entries: [['one', '']] }],
    ['a name that was an accident', { menu_entries: [['one', 'hangup']] }],
    ['a number that is none', { menu_entries: [['one', 'dial_0000000000']] }],
    ['nothing at all', {}],
    ['nothing but what follows', { next_context: 'poems' }],
    ['an end that never comes', { intro_statements: ['one'] }],
    [
      'a menu behind its intro',
      { ...say, menu_entries: [['one', 'poems']], next_context: 'poems' },
    ],
    ['an intro behind its sounds', { ...end, random_sounds: ['bell'], intro_sounds: ['gong'] }],
    ['what follows a menu', { menu_entries: [['one', 'poems']], next_context: 'poems' }],
    ['an entry that is text', { menu_entries: ['poems', ['one', 'poems']] }],
    ['an entry without a destination', { menu_entries: [['one'], ['two', 3], ['three', 'poems']] }],
    [
      'an entry whose words are none',
      {
        menu_entries: [
          [7, 'poems'],
          [['a', null], 'poems'],
        ],
      },
    ],
    ['a tenth key', { menu_entries: [...Array<null>(9).fill(null), ['ten', 'poems'], ['x', 'y']] }],
    [
      'another key than 0',
      { menu_entries: [['one', 'poems']], other_menu_entries: [['*', 5, 'poems'], 3] },
    ],
    ['lists that are none', { intro_statements: 'one', random_sounds: 4, next_context: 'poems' }],
    ['names that are none', { ...end, pre_callable: 4, statement_dir: ['zoo'] }],
    ['a field that nobody knows', { ...end, volume: 11, stanza: 'intro', parent: 'x' }],
    ['a recording that cannot be', { intro_statements: ['a b', '../x'], next_context: 'poems' }],
    [
      'something else first',
      { pre_callable: 'outgoing_dialtone_pre', menu_entries: [['one', 'poems']] },
    ],
    ['something unknown first', { pre_callable: 'bounce', ...end }],
  ])('are told: %s', (_, fields) => {
    const { report, texts } = reported({ zoo: { statement_dir: 'zoo', ...fields } }, 'zoo');
    const unnamed = report.filter(({ text }) => text.includes('cannot be the name of a recording'));
    expect([...texts('zoo'), ...unnamed.map(({ text }) => text)]).toMatchSnapshot();
  });

  it('are told: contexts that are none, or a file that is none', () => {
    const ivrs = {
      ...futelTown().ivrs,
      'ivrs_zoo.json': { zoo: end, ape: 'x', emu: null },
      'ivrs_x.json': [],
    };
    const { report, texts } = reported({}, 'zoo', { ivrs: ivrs as unknown as FutelSetUp['ivrs'] });
    expect([texts('ape'), texts('emu')]).toEqual([
      ['wrong: is `x`, not a context: left out'],
      ['wrong: is `null`, not a context: left out'],
    ]);
    expect(report.map(({ text }) => text)).toContain(
      'ivrs_x.json contains `[]` instead of contexts by name',
    );
  });

  it('are told: a circle without keys, ended where it would begin again', () => {
    const ring = {
      a: { ...say, next_context: 'b' },
      b: { ...say, next_context: 'c' },
      c: { ...say, next_context: 'a' },
    };
    const { directory, texts } = reported(ring, 'b');
    const next = directory.menus.find(({ name }) => name === 'c')?.next;
    expect([texts('a'), texts('b'), next]).toEqual([
      ['lost: is left out: nothing opens it'],
      [],
      { do: 'hangUp' },
    ]);
    expect(texts('c')).toEqual([
      'wrong: was endless: it started again until somebody hung up; now the call ends after it',
    ]);
  });

  it('are told: contexts that stand for each other', () => {
    const { texts } = reported({ a: { pre_callable: 'b' }, b: { pre_callable: 'a' } }, 'a');
    expect(texts('a')).toEqual(['changed: is not a menu: what went there goes to `b`']);
  });

  it('are told: one name in two files, and two that become one', () => {
    const zoo = {
      poems: end,
      'Zoo Park': end,
      zoo_park: {
        menu_entries: [
          ['x', 'poems'],
          ['y', 'Zoo Park'],
        ],
      },
    };
    const { directory, texts } = reported(zoo, 'zoo_park');
    expect(texts('poems')[0]).toBe(
      'wrong: is in ivrs_poems.json and in ivrs_zoo.json: the last one is used',
    );
    expect(texts('Zoo Park')).toContain(
      'changed: is renamed to `zoo-park`: its name is not allowed, or another menu has it',
    );
    expect(directory.menus.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['zoo-park', 'zoo-park-2']),
    );
  });

  it('are told: menus to which nothing leads', () => {
    expect(reported({ zoo: end, cage: end }, 'zoo').texts('cage')).toContain(
      'lost: is left out: nothing opens it',
    );
  });

  it('leaves the house number alone where its menu gives the dial tone', () => {
    const { directory, report } = importedTown(futelTown(), {
      ...OPTIONS,
      incomingMenu: 'outgoing_safe',
    });
    expect(directory.numbers).not.toHaveProperty(['+15035550100']);
    expect(report.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^no menu answers the house number.*from outside/),
    );
    expect(directory.menus.find(({ name }) => name === 'outgoing-safe-menu')?.keys[1]).toEqual({
      do: 'dialTone',
    });
  });

  it('says that there is no such menu for the house number', () => {
    const { report } = importedTown(futelTown(), { ...OPTIONS, incomingMenu: 'nowhere' });
    expect(report.map(({ text }) => text)).toContain(
      'there is no context `nowhere` to answer the house number',
    );
  });
});

describe('The emergency number in menus', () => {
  it('can be a key of its own, for phones that may call it', () => {
    const zoo = {
      zoo: { menu_entries: [['for-an-ambulance', 'call_911_911']], statement_dir: 'zoo' },
    };
    const { directory } = reported(zoo, 'zoo');
    const menu = (name: string) => directory.menus.find((each) => each.name === name);
    expect(menu('zoo')?.keys[1]).toEqual({ menu: 'emergency' });
    expect(menu('emergency')).toMatchObject({
      only: { emergency: true, otherwise: { do: 'hangUp' } },
      next: { do: 'emergency' },
    });
  });

  it('keeps a key 9 that is something else', () => {
    const zoo = { zoo: { menu_entries: [...Array<null>(8).fill(null), [null, 'poems']] } };
    expect(
      reported(zoo, 'zoo').directory.menus.find(({ name }) => name === 'zoo')?.keys[9],
    ).toEqual({
      menu: 'poems',
    });
  });
});

describe('Older menus', () => {
  it('have their entries by key', () => {
    const zoo = {
      name: 'zoo',
      intro_statements: [],
      menu_entries: { 1: [['a', 'b'], 'poems'], 0: ['c', 'hangup'] },
    };
    const { directory } = reported({ zoo }, 'zoo');
    const { keys, prompts } = directory.menus.find(({ name }) => name === 'zoo') ?? {};
    expect(keys).toEqual({ 1: { menu: 'poems' }, 0: { do: 'hangUp' } });
    expect(prompts).toHaveLength(5);
  });
});

describe('Operators', () => {
  it('are told by their place in the list, never by their number', () => {
    const operatorNumbers = ['+15415550171', 'secret 5415550199', '541-555-0171', null, 5415550172];
    const { directory, report } = importedTown({ ...futelTown(), operatorNumbers });
    expect(directory.operator?.volunteers.map(({ call }) => call)).toEqual([
      { number: '+15415550171' },
      { number: '+15415550172' },
    ]);
    const own = report.filter(({ text }) => /operator number/.test(text)).map(({ text }) => text);
    expect(own).toEqual([
      'operator number 2 is not a telephone number: left out',
      'operator number 3 already belongs to volunteer-1: left out',
      'operator number 4 is not a telephone number: left out',
      '2 operator numbers are volunteer-1 to volunteer-2 of operators.yaml, on duty day and night',
    ]);
  });

  it('may be none: callers leave messages', () => {
    const { directory, report } = importedTown({ ...futelTown(), operatorNumbers: [] });
    expect(directory.operator?.volunteers).toEqual([]);
    expect(report.map(({ text }) => text).join('\n')).toContain('but nobody is called');
  });
});

describe('Recordings of sentences that are ours here', () => {
  const sentencesOf = (contexts: Record<string, unknown>, options = OPTIONS) => {
    const town = futelTown();
    const operator = { ...town.ivrs['ivrs_operator.json'], ...contexts };
    const imported = importedTown(
      { ...town, ivrs: { ...town.ivrs, 'ivrs_operator.json': operator } },
      options,
    );
    const { site, menus } = imported.directory;
    const menu = menus.find(({ name }) => name === 'outgoing-operator-caller');
    return { ...imported, site, menu };
  };
  const caller = (statements: string[], more = {}) => ({
    outgoing_operator_caller: {
      intro_statements: statements,
      next_context: 'outgoing_operator_enqueue',
      statement_dir: 'operator',
      ...more,
    },
  });
  const HOLD = 'https://sounds.example.org/en/operator/please-hold.ulaw';

  it('take the place of ours: the operator is called at once, and the caller is asked to hold once', () => {
    const { site, menu, files } = sentencesOf({});
    expect(site.sentences?.pleaseHold?.en).toBe(HOLD);
    expect(site.defaults.zero).toEqual({ do: 'operator' });
    expect(menu).toBeUndefined();
    expect(files['site.yaml']).toContain(`sentences:
  pleaseHold: operator/please-hold
  caller-gone: operator/too-late
  dialing911: outgoing/dialing-nine-one-one
`);
  });

  it('stay in the menu as far as they are more than that', () => {
    const { site, menu } = sentencesOf(caller(['volunteers-answer', 'please-hold']));
    expect(site.sentences?.pleaseHold?.en).toBe(HOLD);
    expect(menu).toMatchObject({
      intro: [{ en: { play: 'https://sounds.example.org/en/operator/volunteers-answer.ulaw' } }],
      next: { do: 'operator' },
    });
  });

  it.each([
    ['leads elsewhere', caller(['please-hold'], { next_context: 'poems' })],
    ['plays a sound', caller(['please-hold'], { intro_sounds: ['bell'] })],
    ['asks something first', caller(['please-hold'], { pre_callable: 'friction' })],
    ['says nothing', caller([])],
    ['says what cannot be named', caller(['please hold!'])],
  ])('are none where their operator’s context %s', (_, contexts) => {
    expect(sentencesOf(contexts).site.sentences?.pleaseHold).toBeUndefined();
  });

  it('are none where two sentences were heard instead of one', () => {
    const two = { intro_statements: ['one', 'two'], statement_dir: 'operator' };
    const { site } = sentencesOf({
      outgoing_operator_empty: two,
      call_911_911_notify: { ...two, next_context: 'call_911_911' },
    });
    expect(Object.keys(site.sentences ?? {})).toEqual(['pleaseHold']);
  });
});

describe('Sentences', () => {
  it('stand beside recordings', () => {
    const { extensions, ...more } = futelTown();
    const translations = {
      'to-make-a-call': { en: 'To make a call', es: 'Para llamar' },
      'x y': 3,
    };
    const { files, report } = importedTown({ extensions, ...more, translations } as FutelSetUp);
    expect(files['menus/outgoing.yaml']).toContain(
      '{ play: outgoing/to-make-a-call, say: { en: To make a call, es: Para llamar } }',
    );
    expect(report.map(({ text }) => text)).toContain('the translation of `x y` is `3`: left out');
  });
});

describe('Whatever the files hold', () => {
  const names = fc.constantFrom(
    ...['a', 'b', 'A', 'a-b', 'a_b', 'poems', '', '__proto__', 'call_911_911', 'call_911_9_bounce'],
    ...[
      'outgoing_dialtone_pre',
      'outgoing_operator_enqueue',
      'friction',
      'hangup',
      'dial_5035550181',
    ],
    ...[
      'dial_5035550100',
      'nowhere',
      'futel-conf',
      'incoming_house',
      'outgoing_safe',
      'x'.repeat(50),
    ],
  );
  const odd = fc.oneof(names, fc.jsonValue());
  const entry = fc.oneof(
    fc.constant(null),
    fc.tuple(fc.oneof(names, fc.constant(null)), names),
    fc.jsonValue(),
  );
  const context = fc.record(
    {
      pre_callable: odd,
      random_sounds: fc.oneof(fc.array(names), odd),
      intro_sounds: fc.oneof(fc.array(names), odd),
      intro_statements: fc.oneof(fc.array(names), odd),
      next_context: odd,
      menu_entries: fc.oneof(fc.array(entry, { maxLength: 11 }), odd),
      other_menu_entries: fc.oneof(
        fc.array(fc.tuple(names, fc.constantFrom(0, '0', 5), names)),
        odd,
      ),
      statement_dir: fc.oneof(names, odd),
    },
    { requiredKeys: [] },
  );
  const file = fc.dictionary(names, fc.oneof({ weight: 8, arbitrary: context }, fc.jsonValue()), {
    maxKeys: 8,
  });

  it('compiles, the same every time', () => {
    fc.assert(
      fc.property(file, names, fc.boolean(), (contexts, top, bare) => {
        const set = {
          extensions: {
            a: { caller_id: '+15415550123', enable_emergency: true, outgoing: top },
            b: { caller_id: '+15415550124', outgoing: 'b' },
          },
          ivrs: { 'ivrs_a.json': contexts },
          operatorNumbers: ['+15415550171'],
          destinations: {},
        };
        const house = { houseNumber: '+15035550100', incomingMenu: top };
        const options = bare ? house : { ...OPTIONS, ...house };
        expect(importedTown(set, options).files).toEqual(importedTown(set, options).files);
      }),
      { numRuns: runs(15, 60) },
    );
  });
});
