/** Requests nobody would send, and ones everybody sends, mixed. */
import fc from 'fast-check';
import { CALLBACKS } from '../../src/runtime/model/callbacks';

export interface FuzzedRequest {
  readonly method: 'GET' | 'POST';
  readonly route: string;
  readonly body: string;
  readonly contentType: string;
}

/** All webhooks. */
const PATHS = Object.values(CALLBACKS).map(({ path }) => path);

const dialled = fc.oneof(
  fc.constantFrom('911', '933', '112', '1911', '+1911', '503911', '0', '#', '*72', '211', '988'),
  fc.constantFrom(
    '+15035550123',
    '+15035550100',
    '101',
    'demo',
    'clinton',
    '5035550199',
    '5550199',
  ),
  fc.integer({ min: 0, max: 1e15 }).map(String),
  fc.stringMatching(/^\+?[0-9*#]{1,18}$/),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const sipUri = fc
  .tuple(
    fc.constantFrom('sip:', 'sips:', 'SIP:', '', '<sip:', '"A <b>" <sip:'),
    fc.oneof(dialled, dialled.map(encode)),
    fc.constantFrom('@example.sip.twilio.com', '@x:5060;user=phone', '@x?a=b@c', '', '@', '>'),
  )
  .map((parts) => parts.join(''));

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '{{From}}',
    ']]>',
    '<Say>',
    '"/><Dial>',
    '&amp;',
    '\u0000',
    '%00',
    '../../etc',
    '\ud800',
  ),
  fc.string({ minLength: 2_000, maxLength: 5_000 }),
);

const parameters = fc.record(
  {
    From: fc.oneof({ weight: 5, arbitrary: sipUri }, hostile),
    To: fc.oneof({ weight: 5, arbitrary: sipUri }, hostile),
    CallSid: hostile,
    SipDomain: hostile,
    SipUsername: fc.oneof(dialled, hostile),
    callerId: fc.oneof(dialled, hostile),
    DialCallStatus: fc.oneof(
      fc.constantFrom('completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'),
      hostile,
    ),
    DialSipResponseCode: fc.constantFrom('404', '480', '486', '503', 'x'),
    ErrorCode: fc.constantFrom('13224', '32009', 'x'),
    leg: fc.oneof(
      fc.constantFrom('outside', 'phone', 'emergency', 'handOff', 'incoming', 'otherwise'),
      hostile,
    ),
    called: fc.oneof(fc.constantFrom('+15035550123', '+15035550124'), dialled, hostile),
    menu: fc.oneof(fc.constantFrom('main', 'house', 'services', 'constructor'), hostile),
    lang: fc.oneof(fc.constantFrom('en', 'es', 'xx'), hostile),
    round: fc.oneof(fc.constantFrom('0', '3', '99', '-1'), hostile),
    way: fc.oneof(fc.constantFrom('main', 'main.services', '.', 'main.'.repeat(2_000)), hostile),
    keys: fc.oneof(fc.constantFrom('9', '91', '911', '93'), dialled, hostile),
    Digits: fc.oneof(fc.constantFrom('1', '9', '11', '33', '*', '#', ''), dialled, hostile),
    QueueTime: fc.oneof(fc.constantFrom('0', '30', '600'), hostile),
    QueueResult: fc.oneof(fc.constantFrom('bridged', 'hangup', 'leave', 'queue-full'), hostile),
    since: fc.oneof(fc.constantFrom('1795268140', '0'), hostile),
    call: fc.oneof(fc.constant(`CA${'0'.repeat(32)}`), hostile),
    line: fc.oneof(fc.constantFrom('phone.clinton', 'number.+15035550100'), hostile),
    volunteer: hostile,
    RecordingSid: fc.oneof(fc.constant(`RE${'0'.repeat(32)}`), hostile),
    RecordingStatus: fc.constantFrom('completed', 'absent', 'x'),
    request: hostile,
    __proto__x: hostile,
  },
  { requiredKeys: [] },
);

const body = fc.oneof(
  { weight: 20, arbitrary: parameters.map((all) => form(Object.entries(all))) },
  // The same name twice, nested names, and names that JavaScript has a meaning for.
  { weight: 1, arbitrary: fc.array(fc.tuple(hostile, hostile), { maxLength: 8 }).map(form) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom('To', 'To[]', 'To[a]', '__proto__[x]', 'constructor'), dialled),
      )
      .map(form),
  },
);

const fuzzedForm = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const),
  route: fc.constantFrom(...PATHS),
  body,
  contentType: fc.constant('application/x-www-form-urlencoded'),
});

const fuzzedJson = fc.record({
  method: fc.constant('POST' as const),
  route: fc.constantFrom(...PATHS),
  body: fc
    .dictionary(fc.constantFrom('From', 'To', 'leg', '__proto__'), fc.jsonValue())
    .map((value) => JSON.stringify(value)),
  contentType: fc.constant('application/json'),
});

export const fuzzedRequest: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 20, arbitrary: fuzzedForm },
  { weight: 1, arbitrary: fuzzedJson },
);

function form(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

/** Lone surrogates, which have no encoding, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
