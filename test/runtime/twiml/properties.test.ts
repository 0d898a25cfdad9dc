/** What holds for every document, whatever a caller sends. */
import fc from 'fast-check';
import {
  type Decision,
  type Reason,
  REASONS,
  routeDialResult,
  routeIncoming,
  routeOutgoing,
} from '../../../src/runtime/calls';
import { LEGS } from '../../../src/runtime/model/callbacks';
import { CALL_LANGUAGES } from '../../../src/runtime/model/directory';
import { twimlFor } from '../../../src/runtime/twiml';
import { checkTemplate } from '../../../src/config/templates/check';
import {
  dialResult,
  incomingCall,
  instant,
  outgoingScene,
  someDirectory,
} from '../calls/arbitraries';
import { site } from '../../fixtures/directory';
import { twimlError } from '../../../tools/exchange/twimlSchema';
import { runs } from '../../support/runs';
import { rendering, structureOf, TEMPLATES } from './support';
import { anyCharacter } from '../../support/anyCharacter';

const many = { numRuns: runs(150, 500) };

/** Templates that print what a caller sends, in every place where a tag may stand. */
const PRINTING = [
  '<Response><Say voice="{{From}}" language=\'{{To}}\'>{{From}}</Say><Hangup/></Response>',
  '<?xml version="1.0"?>\n<!-- {{From}}{{To}}-->\n<Response><!--{{From}}--><Pause length="{{To}}"/></Response>',
  '<Response><Say>{{! {{From}} }}<![CDATA[{{From}}]]>{{#ring}}{{From}}{{/ring}}{{From.length}}</Say></Response>',
  '<Response><Play>https://example.com/{{From}}?a=1&amp;b={{To}}</Play>{{callerId}}{{ring}}</Response>',
];
const TEXTS = [...TEMPLATES.map(([, text]) => text), ...PRINTING];

/** What ends an attribute, a text, a comment, CDATA or a tag; and what XML cannot hold. */
const HOSTILE = [
  '"', "'", '<', '>', '&', '--', '-', '-->', '<!--', ']]>', '<![CDATA[', '?>', '<?xml', '{{', '}}',
  '{{{From}}}', '{{/ring}}', '{{=<% %>=}}', '</Say><Hangup/>', '" url="', '&amp;', '&#0;', '&x;',
  '\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\u0085', '\u2028', '\ufffe', '\uffff',
  '\ud800', '\udc00', '😀', 'é', ' ', '\t', '\r\n', '+15035550199', 'anonymous',
]; // prettier-ignore
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: anyCharacter }),
  // Every code unit, surrogates by themselves too.
  fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ minLength: 990, maxLength: 1_100, unit: fc.constantFrom('a', '-', '😀', '&') }),
);

const parameters = fc
  .tuple(
    fc.record({ From: hostile, To: hostile }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'ring',
          'say',
          'callerId',
          'action',
          'uri',
          'text',
          'constructor',
          'toString',
        ),
        hostile,
      ),
      hostile,
      { maxKeys: 4 },
    ),
  )
  .map(([sent, more]) => ({ ...more, ...sent }));

/** What the build lets into the directory is tamer; this is any text that XML can hold. */
const text = hostile.map((each) =>
  each.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
);
const seconds = fc.integer({ min: 1, max: 14_400 });
const limit = { timeLimitSeconds: seconds };

const outcome: fc.Arbitrary<Decision> = fc.oneof(
  some(
    {
      kind: is('connect'),
      leg: fc.constantFrom('outside', 'otherwise'),
      to: text,
      callerId: text,
      ringSeconds: seconds,
    },
    limit,
  ),
  some(
    {
      kind: is('ring'),
      leg: fc.constantFrom('phone', 'incoming'),
      extensions: fc.array(text, { minLength: 1, maxLength: 10 }),
      sipDomain: text,
      callerId: text,
      ringSeconds: seconds,
    },
    { ...limit, twiml: is('incoming') },
  ),
  some({ kind: is('emergency'), number: fc.constantFrom('911', '933'), callerId: text }),
  some(
    {
      kind: is('handOff'),
      to: fc.tuple(text, text).map((parts) => parts.join('@')),
      callerId: text,
      emergencyAllowed: fc.boolean(),
      ringSeconds: seconds,
    },
    { ...limit, edge: text },
  ),
  some({ kind: is('answer'), twiml: is('menu') }),
  some({ kind: is('refuse'), reason: fc.constantFrom(...(Object.keys(REASONS) as Reason[])) }),
  some({ kind: is('hangUp') }),
) as fc.Arbitrary<Decision>;

const languages = fc.shuffledSubarray([...CALL_LANGUAGES], { minLength: 1 });
const template = fc.constantFrom(undefined, ...TEXTS);

function is<T extends string>(value: T): fc.Arbitrary<T> {
  return fc.constant(value);
}

/** All of `always`, and any of `sometimes`. */
function some(
  always: Record<string, fc.Arbitrary<unknown>>,
  sometimes: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<unknown> {
  return fc.record({ ...always, ...sometimes }, { requiredKeys: Object.keys(always) });
}

describe('The templates of these tests', () => {
  it.each(TEXTS)('are such as the build lets pass: %s', (each) => {
    expect(checkTemplate('template', each)).toEqual([]);
  });
});

describe('Any decision', () => {
  it('becomes valid TwiML', () => {
    const settings = fc.record({ template, parameters, languages });
    fc.assert(
      fc.property(outcome, settings, (decision, { template, parameters, languages }) => {
        const answer = twimlFor(
          decision,
          rendering({ site: { ...site, languages }, template: () => template, parameters }),
        );
        expect(twimlError(answer)).toBeUndefined();
        expect(() => structureOf(answer)).not.toThrow();
      }),
      many,
    );
  });

  it('comes out of the parser as it went in', () => {
    fc.assert(
      fc.property(text, (value) => {
        const decision = { kind: 'connect', leg: 'outside', ringSeconds: 40 } as const;
        const answer = twimlFor({ ...decision, to: value, callerId: value }, rendering());
        expect(structureOf(answer).values).toContain(value);
      }),
      many,
    );
  });
});

describe('Any request', () => {
  const sent = fc.tuple(instant, parameters);
  const isAnswered = (decision: Decision, parameters: Readonly<Record<string, string>>) =>
    expect(twimlError(twimlFor(decision, rendering({ parameters })))).toBeUndefined();

  it('of a phone is answered with valid TwiML', () => {
    fc.assert(
      fc.property(outgoingScene, sent, ({ call, directory }, [now, parameters]) => {
        isAnswered(routeOutgoing(call, directory, now), parameters);
      }),
      many,
    );
  });

  it('of a caller is answered with valid TwiML', () => {
    fc.assert(
      fc.property(incomingCall, someDirectory, sent, (call, directory, [now, parameters]) => {
        isAnswered(routeIncoming(call, directory, now), parameters);
      }),
      many,
    );
  });

  it('about the end of a dialled call is answered with valid TwiML', () => {
    fc.assert(
      fc.property(dialResult, someDirectory, parameters, (result, directory, parameters) => {
        isAnswered(routeDialResult(result, directory), parameters);
      }),
      many,
    );
  });
});

describe('Hostile parameters', () => {
  const benign = { From: '+15035550199', To: '+15035550123' };
  const ring: Decision = {
    kind: 'ring',
    leg: 'incoming',
    twiml: 'incoming',
    extensions: ['desk', 'workshop'],
    sipDomain: 'direct-example-prod',
    callerId: '+15035550199',
    ringSeconds: 25,
  };
  const decision = fc.constantFrom<Decision>(ring, { kind: 'answer', twiml: 'menu' });
  const structure = (
    decision: Decision,
    text: string,
    parameters: Readonly<Record<string, string>>,
  ) => structureOf(twimlFor(decision, rendering({ template: () => text, parameters })));

  it('never change the elements or the attributes', () => {
    fc.assert(
      fc.property(decision, fc.constantFrom(...TEXTS), parameters, (decision, text, parameters) => {
        const { tags } = structure(decision, text, parameters);
        expect(tags).toEqual(structure(decision, text, benign).tags);
      }),
      { numRuns: runs(300, 1_000) },
    );
  });

  it('never change a shipped document at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), parameters, ([, text], parameters) => {
        expect(structure(ring, text, parameters)).toEqual(structure(ring, text, benign));
      }),
      many,
    );
  });
});

describe('Every leg', () => {
  it('is one that a decision of these tests can have', () => {
    const legs = new Set<string>();
    for (const decision of fc.sample(outcome, 1_000)) {
      if (decision.kind === 'emergency' || decision.kind === 'handOff') legs.add(decision.kind);
      if ('leg' in decision) legs.add(decision.leg);
    }
    expect([...legs].sort()).toEqual([...LEGS].sort());
  });
});
