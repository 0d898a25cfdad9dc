/**
 * A language that is no language: English in brackets. Whatever callers hear of us comes from its
 * catalogue; a sentence without brackets would be one that a new language cannot translate.
 */
import {
  type Catalogue,
  CATALOGUES,
  type Decision,
  NOTICES,
  readCall,
  readKeyRequest,
  type Reason,
  REASONS,
  routeDialTone,
  routeMenu,
  routeOutgoing,
} from '../../../src/runtime/calls';
import type { Effect } from '../../../src/runtime/calls/effects';
import {
  readOffer,
  routeBridged,
  routeLeft,
  routeMessageLeft,
  routeOffer,
} from '../../../src/runtime/calls/operator';
import { readQuery } from '../../../src/runtime/model/callbacks';
import type { CallLanguage, Directory } from '../../../src/runtime/model/directory';
import { SPEECH } from '../../../src/runtime/model/language';
import { twimlFor } from '../../../src/runtime/twiml';
import { CALL_SID, sipUri } from '../../fixtures/twilio';
import { NOON, withDesk } from './operator/desk';

const QPS = 'qps' as CallLanguage;

/** Every sentence of a catalogue in brackets, also those that are made of something. */
function bracketed<T>(words: T): T {
  if (typeof words === 'string') return `[${words}]` as T;
  if (typeof words === 'function') {
    const make = words as unknown as (...parts: readonly string[]) => string;
    return ((...parts: readonly string[]) => `[${make(...parts)}]`) as T;
  }
  const entries = Object.entries(words as object).map(([key, each]: [string, unknown]) => [
    key,
    bracketed(each),
  ]);
  return (
    Array.isArray(words) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
  ) as T;
}

const pseudo: Catalogue = {
  ...bracketed(CATALOGUES.en),
  operator: {
    ...bracketed(CATALOGUES.en.operator),
    callerChose: { ...CATALOGUES.en.operator.callerChose, [QPS]: '[The caller chose brackets.]' },
  },
};

beforeAll(() => {
  Object.assign(CATALOGUES, { [QPS]: pseudo });
  Object.assign(SPEECH, { [QPS]: { name: 'Brackets', twilio: 'qps-XX', voice: 'Pseudo' } });
});
afterAll(() => {
  for (const each of [CATALOGUES, SPEECH]) Reflect.deleteProperty(each, QPS);
});

const plain = withDesk();
const directory: Directory = {
  ...plain,
  site: {
    ...plain.site,
    languages: [QPS, 'en'],
    voices: { ...plain.site.voices, [QPS]: 'Pseudo' },
  },
};

/** What is spoken, with the voice; a template says all that templates can. */
function spoken(decision: Decision<Effect>, template?: string): string[] {
  const site = { ...directory.site, languages: [QPS] };
  const twiml = twimlFor(decision, { site, template: () => template, parameters: {} });
  const says = [...twiml.matchAll(/<Say voice="Pseudo" language="qps-XX">([^<]*)<\/Say>/g)];
  expect(says).toHaveLength(twiml.match(/<Say/g)?.length ?? 0);
  return says.map(([, text = '']) => text);
}

function expectBrackets(texts: readonly string[]): void {
  expect(texts).not.toEqual([]);
  for (const text of texts) expect(text).toMatch(/^(\[.*\] ?)+$/);
}

const phone = readCall({
  environment: 'prod',
  callSid: CALL_SID,
  from: sipUri('+15035550123'),
  to: sipUri('#'),
});
const keys = (Digits: string) =>
  readKeyRequest({ call: phone, parameters: { lang: QPS, round: '1', Digits } });

const starCode = readKeyRequest({
  call: phone,
  parameters: { lang: QPS, round: '1', keys: '*72' },
});

describe('A new language', () => {
  it.each((Object.keys(REASONS) as Reason[]).filter((each) => REASONS[each] === 'spoken'))(
    'speaks the reason %s',
    (reason) => {
      expectBrackets(spoken({ kind: 'refuse', reason, number: '911' }));
    },
  );

  it.each([...Object.keys(REASONS), ...NOTICES])('speaks %s in TwiML assets', (name) => {
    const say = `<Say voice="{{voice}}" language="{{language}}">{{text}}</Say>`;
    const template = `<Response>{{#say.${name}}}${say}{{/say.${name}}}</Response>`;
    expectBrackets(spoken({ kind: 'answer', twiml: 'any' }, template));
  });

  it.each([
    ['a call for help', '911'],
    ['the question for a key that was lost', '91'],
  ])('speaks %s', (_, digits) => {
    expectBrackets(spoken(routeMenu(keys(digits), directory, NOON)));
  });

  it('speaks what the dial tone refuses', () => {
    expectBrackets(spoken(routeDialTone(starCode, directory, NOON)));
  });

  it('speaks what an INVITE is refused with', () => {
    expectBrackets(spoken(routeOutgoing({ ...phone, language: QPS }, null, NOON)));
  });

  it.each(['phone.+15035550123', 'number.+15035550100'])('speaks to volunteers, of %s', (line) => {
    const query = readQuery('operatorOffer', { call: CALL_SID, lang: QPS, line });
    const offer = readOffer(query, directory);
    const answers = [
      routeOffer(offer, undefined, false, directory),
      routeOffer(offer, '2', false, directory),
      routeOffer(offer, undefined, true, directory),
    ];
    for (const each of answers) expectBrackets(spoken(each));
  });

  it('speaks to a caller for whom nobody came', () => {
    const left = { ...phone, call: CALL_SID, result: 'leave', language: QPS };
    expectBrackets(spoken(routeLeft(left, directory)));
    expectBrackets(spoken(routeMessageLeft(QPS, null)));
    expectBrackets(spoken(routeBridged({ status: 'failed', language: QPS })));
  });
});
