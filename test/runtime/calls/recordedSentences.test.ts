/** Recordings that stand in for our own sentences, and never for a call for help. */
import fc from 'fast-check';
import {
  bookAsset,
  bookOf,
  type Decision,
  readBook,
  readCall,
  readKeyRequest,
  REASONS,
  type Reason,
  routeDialTone,
  routeMenu,
  routeOutgoing,
  SENTENCE_NAMES,
  textOf,
} from '../../../src/runtime/calls';
import type { Effect } from '../../../src/runtime/calls/effects';
import { routeLeft, routeMessageLeft } from '../../../src/runtime/calls/operator';
import type { Directory, RecordedSentences } from '../../../src/runtime/model/directory';
import { twimlFor } from '../../../src/runtime/twiml';
import { CALL_SID, sipUri } from '../../fixtures/twilio';
import { runs } from '../../support/runs';
import { NOON, withDesk } from './operator/desk';

const plain = withDesk();
const recordedWith = (sentences: RecordedSentences): Directory => ({
  ...plain,
  site: { ...plain.site, sentences },
});
const EVERY: RecordedSentences = Object.fromEntries(
  SENTENCE_NAMES.map((name) => [name, { en: `/sounds/en/${name}.wav` }]),
);
const recorded = recordedWith(EVERY);
const throughJson = (directory: Directory) =>
  readBook(JSON.parse(JSON.stringify(bookAsset(bookOf(directory)))));

const twimlOf = (decision: Decision<Effect>, { site }: Directory = recorded) =>
  twimlFor(decision, { site, template: () => undefined, parameters: {} });

const phone = readCall({
  environment: 'prod',
  callSid: CALL_SID,
  from: sipUri('clinton'),
  to: sipUri('#'),
});
const pressed = (parameters: Readonly<Record<string, string>>) =>
  readKeyRequest({ call: phone, parameters });
const left = (language: 'en' | 'es') => ({ ...phone, call: CALL_SID, result: 'leave', language });

const REFUSALS = SENTENCE_NAMES.filter((name): name is Reason & typeof name => name in REASONS);
const SPOKEN_ALWAYS = (Object.keys(REASONS) as Reason[]).filter(
  (reason) => !(REFUSALS as readonly Reason[]).includes(reason),
);

describe('A sentence with a recording', () => {
  it.each(REFUSALS)('plays it: %s, and what no language has is spoken', (reason) => {
    const twiml = twimlOf({ kind: 'refuse', reason });
    expect(twiml).toContain(`<Play>/sounds/en/${reason}.wav</Play><Say voice=`);
    expect(twiml).toContain(`>${textOf(reason, 'es')}</Say><Hangup/>`);
    expect(twiml).not.toContain(textOf(reason, 'en'));
  });

  it('plays it to callers who wait for the operator and leave a message', () => {
    const said = (language: 'en' | 'es') => [
      routeOutgoing(
        { ...phone, to: { kind: 'outside', user: '0', sip: false }, language },
        atZero,
        NOON,
      ),
      routeLeft(left(language), recorded),
      routeMessageLeft(language, recorded),
    ];
    expect(said('en')).toMatchObject([
      { kind: 'queue', preamble: [{ play: '/sounds/en/pleaseHold.wav' }] },
      {
        preamble: [{ play: '/sounds/en/leaveMessage.wav' }],
        unspoken: [{ play: '/sounds/en/nothingRecorded.wav' }],
      },
      { preamble: [{ play: '/sounds/en/thanks.wav' }] },
    ]);
    expect(said('es')).toMatchObject([
      { preamble: [{ say: textOf('pleaseHold', 'es') }] },
      {
        preamble: [{ say: textOf('leaveMessage', 'es') }],
        unspoken: [{ say: textOf('nothingRecorded', 'es') }],
      },
      { preamble: [{ say: textOf('thanks', 'es') }] },
    ]);
    expect(routeMessageLeft('en', null)).toMatchObject({
      preamble: [{ say: textOf('thanks', 'en') }],
    });
  });

  it('plays it at the dial tone, which comes back', () => {
    const star = pressed({ lang: 'en', round: '1', keys: '*72' });
    expect(routeDialTone(star, recorded, NOON)).toMatchObject({
      kind: 'gather',
      audio: [{ play: '/sounds/en/feature-code-unknown.wav' }, { tone: 'dialTone' }],
    });
  });

  it('is text in TwiML assets', () => {
    const text = '<Response>{{#say.busy}}<Say>{{text}}</Say>{{/say.busy}}</Response>';
    const rendering = { site: recorded.site, template: () => text, parameters: {} };
    expect(twimlFor({ kind: 'answer', twiml: 'any' }, rendering)).toContain(textOf('busy', 'en'));
  });
});

const clinton = recorded.extensions.get('clinton')!;
const atZero: Directory = {
  ...recorded,
  extensions: new Map([
    ...recorded.extensions,
    ['clinton', { ...clinton, zero: { do: 'operator' } }],
  ]),
};

it('A refusal that may be about help is always spoken', () => {
  expect(SPOKEN_ALWAYS).toEqual([
    'emergency-not-allowed',
    'emergency-outside',
    'emergency-caller-unknown',
    'emergency-failed',
    'lookup-failed',
    'directory-unreadable',
    'caller-blocked',
  ]);
});

describe('The announcement of 911', () => {
  const dialled = (number: string, directory: Directory | null, book = bookOf(directory)) =>
    routeMenu(pressed({ keys: number.charAt(0), Digits: number.slice(1) }), directory, NOON, book);

  it.each([
    ['with a directory', recorded, bookOf(recorded)],
    ['with a directory that cannot be read', null, throughJson(recorded)],
  ])('is the recording that the book names, %s', (_, directory, book) => {
    expect(dialled('911', directory, book)).toMatchObject({
      kind: 'emergency',
      preamble: [{ play: '/sounds/en/dialing911.wav' }],
    });
  });

  it('is that of the test number for it, and spoken where a number has none', () => {
    expect(dialled('933', recorded)).toMatchObject({
      preamble: [{ play: '/sounds/en/dialing933.wav' }],
    });
    expect(dialled('933', recordedWith({ dialing911: EVERY.dialing911! }))).toMatchObject({
      preamble: [{ say: 'Dialing nine three three. To cancel, hang up.' }],
    });
    expect(dialled('911', null, throughJson(plain))).toMatchObject({
      preamble: [{ say: textOf('dialing911', 'en') }],
    });
  });

  it.each([
    ['another host', { en: 'https://sounds.example.org/dialing.wav' }],
    ['what is no URL', { en: 911 }],
    ['a list', ['/sounds/dialing.wav']],
    ['text', '/sounds/dialing.wav'],
    ['null', null],
  ])('is spoken where the book names %s', (_, dialing911) => {
    const asset = { ...bookAsset(bookOf(recorded)), sentences: { dialing911 } };
    const book = readBook(JSON.parse(JSON.stringify(asset)));
    expect(dialled('911', null, book)).toMatchObject({
      kind: 'emergency',
      preamble: [{ say: textOf('dialing911', 'en') }],
    });
  });

  it('changes nothing else of the call', () => {
    const numbers = fc.constantFrom('911', '933');
    const lang = fc.constantFrom('en', 'es', 'fr');
    const from = fc.constantFrom(...plain.extensions.keys(), '+15035550177', 'nobody');
    const opened = fc.boolean();
    fc.assert(
      fc.property(numbers, lang, from, opened, (number, lang, from, opened) => {
        const call = { ...phone, from: readCall({ from: sipUri(from), environment: 'prod' }).from };
        const parameters = { lang, keys: number.charAt(0), Digits: number.slice(1) };
        const [without, withThem] = [plain, recorded].map((directory) => {
          const request = readKeyRequest({ call, parameters });
          const book = throughJson(directory);
          const decision = routeMenu(request, opened ? directory : null, NOON, book);
          const { preamble, ...rest } = decision;
          const twiml = twimlFor(decision, {
            site: book,
            template: () => undefined,
            parameters: {},
          });
          const after = twiml.replace(/<(Say|Play)[^>]*>[^<]*<\/\1>/, '');
          return { rest, after, announced: preamble?.length };
        });
        expect(withThem).toEqual(without);
      }),
      { numRuns: runs(100, 2_000) },
    );
  });
});
