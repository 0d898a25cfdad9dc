/** What a volunteer hears, and what the keys do. */
import { readQuery } from '../../../../src/runtime/model/callbacks';
import fc from 'fast-check';
import {
  offerUrl,
  type OfferPosition,
  readOffer,
  routeBridged,
  routeOffer,
  routeTaken,
} from '../../../../src/runtime/calls/operator';
import { CALL_LANGUAGES } from '../../../../src/runtime/model/directory';
import { withSite } from '../../../fixtures/directory';
import { CALL, volunteer, withDesk } from './desk';

const LEG = `CA${'a'.repeat(32)}`;
const directory = withDesk();
const offer: OfferPosition = {
  at: 'operatorOffer',
  call: CALL,
  line: 'phone.+15035550123',
  caller: 'es',
  volunteer: 'wren',
  language: 'en',
  round: 0,
};

describe('A volunteer who picks up', () => {
  it('hears who calls, in which language, and what to press', () => {
    expect(routeOffer(offer, undefined, false, directory)).toMatchObject({
      kind: 'gather',
      language: 'en',
      digits: 1,
      position: { ...offer, round: 1 },
      audio: [
        { say: 'A call for the operator, from NE Ainsworth booth.' },
        { say: 'The caller chose Spanish.' },
        { say: 'To take it, press 1. If you cannot, press 2.' },
      ],
    });
  });

  it('hears no number of a caller from outside, nor a language where there is but one', () => {
    const english = withDesk({}, withSite({ languages: ['en'] }));
    const position: OfferPosition = { ...offer, line: 'number.+15035550123', caller: 'en' };

    expect(routeOffer(position, undefined, false, english)).toMatchObject({
      audio: [
        { say: 'A call for the operator, from outside.' },
        { say: 'To take it, press 1. If you cannot, press 2.' },
      ],
    });
  });

  it('takes the caller of this call, for as long as that phone may talk', () => {
    expect(routeOffer(offer, '1', false, directory)).toMatchObject({
      kind: 'bridge',
      queue: `operator-${CALL}`,
      caller: CALL,
      timeLimitSeconds: 7_200,
    });
  });

  it('talks to a caller from outside as long as the number called says, and to its end where 911 calls back', () => {
    const from = (line: string) => routeOffer({ ...offer, line }, '1', false, directory);

    expect(from('number.+15035550130')).toMatchObject({ timeLimitSeconds: 2_700 });
    expect(from('number.+15035550123')).not.toHaveProperty('timeLimitSeconds');
    // A phone that only Twilio knows, and a number that is ours no more: the site's own class.
    expect(from('phone.+15035550155')).toMatchObject({ timeLimitSeconds: 3_600 });
    expect(from('number.+15035550198')).toMatchObject({ timeLimitSeconds: 3_600 });
  });

  it('declines for themselves only, and is thanked', () => {
    const decline = routeOffer({ ...offer, language: 'es' }, '2', false, directory);

    expect(decline).toMatchObject({ kind: 'hangUp', language: 'es' });
    expect(decline.preamble).toEqual([{ say: 'Gracias. Seguimos llamando a los demás.' }]);
  });

  it('is told so where the request names no call, or the directory cannot be read', () => {
    expect(routeOffer(undefined, '1', false, directory)).toMatchObject({ reason: 'caller-gone' });
    expect(routeOffer(undefined, '1', false, null)).toMatchObject({
      reason: 'directory-unreadable',
    });
  });

  it('is never connected without pressing 1', () => {
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.option(fc.string(), { nil: undefined }),
        fc.boolean(),
        (round, key, gone) => {
          const { kind } = routeOffer({ ...offer, round }, key, gone, directory);
          expect(kind === 'bridge').toBe(key === '1' && !gone);
        },
      ),
    );
  });
});

describe('The position of an offer', () => {
  it('comes back from its URL', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('phone.alder', 'phone.+15035550123', 'number.+15035550100', 'phone.a b&c'),
        fc.constantFrom(...CALL_LANGUAGES),
        fc.constantFrom('robin', 'wren'),
        fc.nat(9),
        (line, caller, name, round) => {
          const language = name === 'robin' ? caller : 'en';
          const position = { ...offer, line, caller, volunteer: name, language, round };
          const parameters = Object.fromEntries(
            new URL(offerUrl(position), 'http://localhost').searchParams,
          );

          expect(readOffer(readQuery('operatorOffer', parameters), directory)).toEqual(position);
        },
      ),
    );
  });

  it.each([
    [{}, undefined],
    [{ call: 'CA1' }, undefined],
    [
      { call: CALL, round: 'x', lang: 'fr', volunteer: 'nobody' },
      { call: CALL, line: '', round: 0, caller: 'en', language: 'en', volunteer: 'nobody' },
    ],
    [
      { call: CALL, round: '10' },
      { round: 0, volunteer: '' },
    ],
  ])('is read from %j', (parameters, expected) => {
    const read = readOffer(readQuery('operatorOffer', parameters), directory);

    if (expected) expect(read).toMatchObject(expected);
    else expect(read).toBeUndefined();
  });

  it('is in the caller’s language for a volunteer who speaks none, or where there is no desk', () => {
    const parameters = { call: CALL, lang: 'es', volunteer: 'jay' };
    const mute = withDesk({ volunteers: [volunteer('jay', { languages: [] })] });

    expect(readOffer(parameters, mute)).toMatchObject({ language: 'es' });
    expect(readOffer(parameters, withSite({}))).toMatchObject({ language: 'es' });
  });
});

describe('A caller who is taken', () => {
  it('hears nothing, and every other leg is ended', () => {
    expect(routeTaken({ call: CALL, leg: LEG })).toMatchObject({
      kind: 'hold',
      audio: [],
      leave: false,
      effects: [{ kind: 'cancelLegs', call: CALL, except: LEG, tell: true }],
    });
  });

  it('has nothing ended for a call that is none', () => {
    expect(routeTaken({ call: undefined, leg: LEG }).effects).toEqual([]);
  });
});

describe('After the bridge', () => {
  it('a volunteer is spoken to in the language of the URL, where there is one', () => {
    expect(routeBridged({ language: 'es' })).toMatchObject({ language: 'es' });
    expect(routeBridged({})).not.toHaveProperty('language');
  });
});
