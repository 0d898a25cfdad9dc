/** The table of emergency calls, over its whole space. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { counts, isWorse, whoPlaces } from '../../src/config/emergency/emergencyRouting';
import {
  type Answer,
  type Form,
  FORMS,
  type EmergencySetup,
} from '../../src/config/emergency/answer';
import { AT_VOICE_URL, ROUTES } from '../../src/config/emergency/emergencyRows';

const VALUES = {
  flag: [true, false],
  emergencyCaller: [true, false],
  voiceUrl: ['shown', 'unshown', 'other', 'none'],
  name: ['own number', 'other number', 'word'],
  number: ['registered', 'unregistered', 'not ours'],
  credential: [true, false],
  hotline: [true, false],
  dials: ['911', '+1911'],
  drilled: [true, false],
} as const satisfies { [Key in keyof EmergencySetup]: readonly EmergencySetup[Key][] };

/** 6,912 of them. */
const STANDINGS = Object.entries(VALUES).reduce<object[]>(
  (all, [key, values]) => all.flatMap((each) => values.map((value) => ({ ...each, [key]: value }))),
  [{}],
) as EmergencySetup[];

const ROWS = parse<Record<string, string>>(
  readFileSync(join(__dirname, 'tables/emergency-routing.csv'), 'utf8'),
  { columns: true, comment: '#', comment_no_infix: true, skip_empty_lines: true },
);

function cellsOf(form: Form, setup: EmergencySetup): Record<string, string> {
  const { flag, emergencyCaller, credential, hotline, drilled, ...texts } = setup;
  const yes = (value: boolean) => (value ? 'yes' : 'no');
  return {
    ...texts,
    form,
    flag: flag ? 'on' : 'off',
    caller: emergencyCaller ? 'set' : '-',
    credential: yes(credential),
    hotline: yes(hotline),
    drilled: yes(drilled),
  };
}

const every = (judge: (setup: EmergencySetup, form: Form) => boolean) =>
  FORMS.flatMap((form) =>
    STANDINGS.filter((setup) => !judge(setup, form)).map((setup) => ({ form, standing: setup })),
  );

describe('who places an emergency call', () => {
  it('is what the table says, in every combination', () => {
    const wrong = FORMS.flatMap((form) =>
      STANDINGS.flatMap((setup) => {
        const cells = cellsOf(form, setup);
        const rows = ROWS.filter((row) =>
          Object.entries(cells).every(
            ([key, cell]) => row[key] === '*' || row[key]?.split('/').includes(cell),
          ),
        );
        const { by, proof, address } = whoPlaces(form, setup);
        const [row] = rows;
        const right =
          rows.length === 1 && row?.by === by && row.proof === proof && row.address === address;
        return right ? [] : [{ cells, rows, by, proof, address }];
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('has no row that decides nothing', () => {
    const used = FORMS.flatMap((form) =>
      STANDINGS.map((setup) => whoPlaces(form, setup).source),
    ).join(' ');
    expect([...ROUTES, ...AT_VOICE_URL].filter(({ why }) => !used.includes(why))).toEqual([]);
  });

  it.each<[string, (setup: EmergencySetup, form: Form) => boolean]>([
    [
      'nobody places a dialled 911 of a phone named by a word, with emergency calling on',
      (setup, form) =>
        form !== 'dialled' ||
        !setup.flag ||
        setup.emergencyCaller ||
        setup.name !== 'word' ||
        whoPlaces(form, setup).by === 'nobody',
    ],
    [
      'nothing that is silent or not shown counts',
      (setup, form) => {
        const answer = whoPlaces(form, setup);
        return counts(answer) !== (answer.proof === 'silent' || answer.proof === 'unshown')
          ? true
          : answer.by === 'nobody';
      },
    ],
    [
      'what another places never counts',
      (setup, form) =>
        !counts(whoPlaces(form, setup)) ||
        setup.voiceUrl !== 'other' ||
        whoPlaces(form, setup).by === 'twilio',
    ],
    [
      'help finds the phone by its own address only where that is registered',
      (setup, form) => whoPlaces(form, setup).address !== 'own' || setup.number === 'registered',
    ],
  ])('%s', (_, judge) => {
    expect(every(judge).slice(0, 3)).toEqual([]);
  });
});

describe('what is worse', () => {
  const better: readonly [string, Partial<EmergencySetup>, Partial<EmergencySetup>][] = [
    ['a drill', { drilled: false }, { drilled: true }],
    ['showing that the functions answer', { voiceUrl: 'unshown' }, { voiceUrl: 'shown' }],
    ['registering the address', { number: 'unregistered' }, { number: 'registered' }],
    ['buying the number', { number: 'not ours' }, { number: 'registered' }],
    ['a credential', { credential: false }, { credential: true }],
    ['dialling 911 as documented', { dials: '+1911' }, { dials: '911' }],
    ['a first voice URL', { voiceUrl: 'none' }, { voiceUrl: 'shown' }],
    ['nothing', {}, {}],
  ];
  it.each(better)('%s makes no cell worse', (_, from, to) => {
    const wrong = every(
      (setup, form) =>
        !isWorse(whoPlaces(form, { ...setup, ...from }), whoPlaces(form, { ...setup, ...to })),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  const NUMBERED: EmergencySetup = {
    flag: true,
    emergencyCaller: false,
    voiceUrl: 'shown',
    name: 'own number',
    number: 'registered',
    credential: true,
    hotline: false,
    dials: '911',
    drilled: false,
  };
  it.each<[string, Form, Partial<EmergencySetup>, Partial<EmergencySetup>, boolean]>([
    ['the flag off, untried', 'dialled', {}, { flag: false }, true],
    ['the flag off after a drill', 'dialled', {}, { flag: false, drilled: true }, false],
    ['the flag on, of a number', 'dialled', { flag: false }, { flag: true }, false],
    ['the flag on, of a word', 'dialled', { flag: false, name: 'word' }, { name: 'word' }, true],
    [
      'the flag on, of a hotline',
      'dialled',
      { flag: false, name: 'word', hotline: true },
      { name: 'word', hotline: true },
      false,
    ],
    [
      'another’s menus for ours, not shown',
      'keys',
      { voiceUrl: 'other' },
      { voiceUrl: 'unshown' },
      true,
    ],
    ['another’s menus for ours, shown', 'keys', { voiceUrl: 'other' }, {}, false],
    ['ours for another’s', 'keys', {}, { voiceUrl: 'other' }, true],
    [
      'ours that are no longer shown',
      'dialled',
      { flag: false },
      { flag: false, voiceUrl: 'unshown' },
      true,
    ],
    ['the voice URL, past which Twilio takes it', 'dialled', {}, { voiceUrl: 'none' }, false],
    ['the address taken away', 'dialled', {}, { number: 'unregistered' }, true],
    ['the number taken away', 'keys', {}, { number: 'not ours' }, true],
    [
      'the emergency caller taken away from words',
      'dialled',
      { name: 'word', emergencyCaller: true },
      { name: 'word' },
      true,
    ],
    [
      'the emergency caller taken away from a number',
      'dialled',
      { emergencyCaller: true },
      {},
      false,
    ],
    ['the password taken away', 'keys', {}, { credential: false }, true],
    ['renamed from number to word', 'dialled', {}, { name: 'word' }, true],
    ['renamed from word to number', 'dialled', { name: 'word' }, {}, false],
    [
      'the form that is proven with the flag on, with it off',
      'keys',
      { dials: '+1911' },
      { dials: '+1911', flag: false },
      true,
    ],
  ])('%s (%s)', (_, form, before, after, worse) => {
    const answer = (change: Partial<EmergencySetup>): Answer =>
      whoPlaces(form, { ...NUMBERED, ...change });
    expect(isWorse(answer(before), answer(after))).toBe(worse);
  });
});
