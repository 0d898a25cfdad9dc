/** Random directories and calls: what an operator may write, and what anybody may send. */
import fc from 'fast-check';
import { type Call, type DialResult, readCall, readParty } from '../../../src/runtime/calls';
import { readQuery } from '../../../src/runtime/model/callbacks';
import { ENVIRONMENTS } from '../../../src/runtime/model/directory';
import type {
  Directory,
  EnvironmentName,
  Extension,
  NumberRule,
  Target,
} from '../../../src/runtime/model/directory';
import {
  calledBack,
  classOfService,
  extension,
  HOUSE,
  numberRule,
  rewrite,
  site,
} from '../../fixtures/directory';
import { anyCharacter } from '../../support/anyCharacter';

const OWN_NUMBERS = Array.from({ length: 6 }, (_, n) => `+1503555012${n}`);
const NAMES = ['desk', 'workshop', '200', ...OWN_NUMBERS.slice(0, 3)];
/** Numbers that are not ours: plain, premium, Caribbean, foreign, and two that do not exist. */
const OUTSIDE = [
  '+15035550199',
  '+16045550199',
  '+18765550199',
  '+19005550199',
  '+15039765501',
  '+15005550199',
  '+16005550199',
  '+447012345678',
  '+19075550199',
  '+525555550123',
  '+442079460123',
  '+449061234567',
  '+5255123',
  '+15555550199',
];
const REGIONS = ['US', 'CA', 'MX', 'GB', 'JM', 'premium', 'non-geographic', 'alaska', 'near'];
const CLASSES = ['local', 'national'];

/** Every form of the issue, for a site with area codes 503 and 971. */
export const EMERGENCY_FORM = /^\+?1?(?:503|971)?(?:911|933|112)$/;

export const emergencyForm = fc
  .tuple(
    fc.constantFrom('', '+', '%2B'),
    fc.constantFrom('', '1'),
    fc.constantFrom('', '503', '971'),
    fc.constantFrom('911', '933', '112', '9-1-1', '9.3.3'),
  )
  .map((parts) => parts.join(''));

const digit = fc.constantFrom(...'0123456789');
const key = fc.constantFrom(...'0123456789*#+ -().%2Bab');

export const environment = fc.constantFrom<EnvironmentName>(...ENVIRONMENTS);

/** What a phone sends: keys, known numbers in their spellings, names, and anything else. */
const dialled = fc.oneof(
  fc.array(digit, { minLength: 1, maxLength: 16 }).map((digits) => digits.join('')),
  fc.array(key, { maxLength: 16 }).map((keys) => keys.join('')),
  fc.constantFrom(HOUSE, ...OWN_NUMBERS, ...OUTSIDE),
  fc
    .tuple(
      fc.constantFrom('', '+', '011', '0111', '1', '9', '%2B'),
      fc.constantFrom(...OWN_NUMBERS, ...OUTSIDE).map((number) => number.slice(1)),
      fc.constantFrom(0, 1),
    )
    .map(([prefix, digits, cut]) => prefix + digits.slice(cut)),
  fc.constantFrom(
    '0',
    '#',
    '%23',
    '*72',
    '211',
    '411',
    '988',
    '011',
    '01152',
    '9911',
    '77',
    '8812',
    '301',
    'front',
    ...NAMES,
  ),
  emergencyForm,
  fc.string({ unit: anyCharacter }),
);

/** A SIP URI around anything, with what Twilio leaves on it; or anything at all; or nothing. */
export const uri = (user: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 8, arbitrary: decorated(user) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

export const decorated = (user: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '"Booth" ', 'Booth '),
      fc.constantFrom('sip:', 'sips:', 'SIP:'),
      user,
      fc.constantFrom('example.sip.twilio.com', 'EXAMPLE.SIP.TWILIO.COM:5060', '192.0.2.10'),
      fc.constantFrom('', ';transport=tls', ';user=phone', '?X-A=b'),
    )
    .map(([display, scheme, name, host, rest]) => {
      const address = `${scheme}${name}@${host}${rest}`;
      return display ? `${display}<${address}>` : address;
    });

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ ring: fc.subarray(NAMES) }),
  fc.record({ dial: fc.constantFrom(...OWN_NUMBERS, ...OUTSIDE) }),
  fc.record({ twiml: fc.constant('menu') }),
  fc.record({ handOff: fc.constantFrom('a@pbx.example.org', 'a@pbx.example.net') }),
);

const someExtension = (username: string): fc.Arbitrary<Extension> =>
  fc
    .record(
      {
        number: fc.constantFrom(...OWN_NUMBERS),
        emergency: fc.boolean(),
        class: fc.constantFrom(...CLASSES, 'missing'),
        environments: fc.subarray([...ENVIRONMENTS]),
        edge: fc.constant('ashburn'),
        hash: target,
        zero: target,
        callerId: fc.constantFrom(HOUSE, ...OWN_NUMBERS),
        short: fc.constantFrom('301', '302', 'front'),
      },
      { requiredKeys: [] },
    )
    .map((settings) =>
      // As it is built: who may call for help has a number of its own.
      extension(username, {
        ...settings,
        emergency: settings.emergency === true && 'number' in settings,
      }),
    );

const someClass = (name: string) =>
  fc
    .record(
      {
        allow: fc.oneof(fc.subarray(REGIONS), fc.constant(REGIONS)).map((each) => new Set(each)),
        deny: fc.subarray(REGIONS, { maxLength: 2 }).map((each) => new Set(each)),
        maxMinutes: fc.integer({ min: 1, max: 240 }),
        noLimit: fc.subarray([...OUTSIDE, '988']).map((each) => new Set(each)),
        hours: fc.array(
          fc.record({
            days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
            from: fc.nat({ max: 1439 }),
            to: fc.nat({ max: 1439 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    )
    .map((settings) => classOfService(name, settings));

const someRule = fc
  .record(
    {
      ring: fc.subarray(NAMES),
      twiml: fc.constantFrom('incoming', 'incoming-house'),
      otherwise: fc.oneof(
        fc.record({ twiml: fc.constant('unavailable') }),
        fc.record({ dial: fc.constantFrom('+15035550188', '+15035550189') }),
      ),
      environment,
    },
    { requiredKeys: [] },
  )
  .chain((settings) => fc.constantFrom(numberRule(settings), calledBack(settings)));

const REWRITES = [
  rewrite(/9(1?\d{10}|\d{3})/, '$1', 'outside line'),
  rewrite(/77/, '911', 'a key for help'),
  rewrite(/88(\d\d)/, '+150355501$1', 'speed dial'),
  rewrite(/64(\d{8})/, '+64$1', 'New Zealand without the plus'),
  rewrite(/(\d{4})/, 'desk', 'four digits'),
];

export const someDirectory: fc.Arbitrary<Directory> = fc
  .record({
    areaCode: fc.constantFrom(undefined, '503'),
    environments: fc.subarray([...ENVIRONMENTS]),
    hash: fc.option(target, { nil: undefined }),
    zero: fc.option(target, { nil: undefined }),
    extensions: fc.subarray(NAMES).chain((names) => fc.tuple(...names.map(someExtension))),
    numbers: fc
      .subarray([HOUSE, ...OWN_NUMBERS])
      .chain((keys) =>
        fc.tuple(...keys.map((each) => someRule.map((rule) => [each, rule] as const))),
      ),
    elsewhere: fc.subarray(['+15035550106']).map((each) => new Set(each)),
    classes: fc.subarray(CLASSES).chain((names) => fc.tuple(...names.map(someClass))),
    serviceCodes: fc.subarray([
      ['211', '+15035550111'],
      ['411', '411'],
      ['988', '988'],
      ['311', OWN_NUMBERS[0] ?? ''],
    ] as [string, string][]),
    rewrites: fc.shuffledSubarray(REWRITES),
    blocked: fc.record({
      numbers: fc.subarray(OUTSIDE).map((each) => new Set(each)),
      prefixes: fc.subarray(['+1604', '+1876', '+44']),
      anonymous: fc.boolean(),
    }),
    premium: fc.record({
      areaCodes: fc.subarray(['900', '876']).map((each) => new Set(each)),
      exchanges: fc.subarray(['976']).map((each) => new Set(each)),
    }),
    areas: fc
      .record({
        'non-geographic': fc.subarray(['500', '600']).map((each) => new Set(each)),
        alaska: fc.constant(new Set(['907'])),
        near: fc.subarray(['503', '604555']).map((each) => new Set(each)),
      })
      .map((areas) => new Map(Object.entries(areas))),
  })
  .map(({ areaCode, environments, hash, zero, extensions, numbers, classes, ...rest }) => ({
    ...rest,
    site: {
      ...site,
      ...(areaCode !== undefined && { areaCode }),
      environments: Object.fromEntries(environments.map((name) => [name, site.environments[name]])),
      defaults: {
        ...site.defaults,
        ...(hash !== undefined && { hash }),
        ...(zero !== undefined && { zero }),
      },
    },
    extensions: new Map(withOwnCallerIds(extensions, numbers).map((each) => [each.username, each])),
    shortNames: shortNamesOf(extensions),
    numbers: new Map([...impliedRules(extensions), ...numbers]),
    classes: new Map(classes.map((each) => [each.name, each])),
    serviceCodes: new Map(rest.serviceCodes),
    newAreaCodes: new Map([['679', 'US']]),
    menus: new Map(),
  }));

/** As it is opened. */
export function shortNamesOf(extensions: Iterable<Extension>): Map<string, string> {
  return new Map(
    [...extensions].flatMap(({ short, username }) =>
      short === undefined ? [] : [[short, username] as const],
    ),
  );
}

/** As it is built: nobody shows a number that is not the site's. */
function withOwnCallerIds(
  extensions: readonly Extension[],
  numbers: readonly (readonly [string, NumberRule])[],
): readonly Extension[] {
  const own = new Set([
    HOUSE,
    ...numbers.map(([number]) => number),
    ...extensions.map(({ number }) => number),
  ]);
  return extensions.map((each) => ({
    ...each,
    callerId: own.has(each.callerId) ? each.callerId : (each.number ?? HOUSE),
  }));
}

/** As it is built: a number without a rule rings everyone who has it. */
function impliedRules(extensions: readonly Extension[]): (readonly [string, NumberRule])[] {
  return extensions.flatMap(({ number }) => {
    if (number === undefined) return [];
    const ring = extensions.filter((each) => each.number === number).map((each) => each.username);
    return [[number, numberRule({ ring })] as const];
  });
}

const username = fc.oneof(
  fc.constantFrom(...NAMES, '%2B15035550120', '+15035550155', 'nobody', '+15555550155'),
  fc.string({ unit: anyCharacter }),
);

const anything = fc.option(fc.string({ unit: anyCharacter }), { nil: undefined });

export const outgoingCall: fc.Arbitrary<Call> = fc
  .record({
    environment,
    from: uri(username),
    to: uri(dialled),
    sipUsername: fc.oneof(fc.constant(undefined), fc.constantFrom(...NAMES), anything),
    sipDomain: fc.oneof(fc.constant('direct-example-prod.sip.twilio.com'), anything),
    callerId: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(...OWN_NUMBERS, ...OUTSIDE, HOUSE),
      anything,
    ),
    listed: fc.oneof(
      fc.constantFrom(undefined, 'failed' as const),
      fc
        .subarray(['+15035550155', '+15035550199', 'nobody', '+15555550155', 'desk'])
        .map((each) => new Set(each)),
    ),
  })
  .map(readCall);

/**
 * A call and the directory it meets. Mostly from a phone that may call, or hardly
 * any of them would get further than that.
 */
export const outgoingScene: fc.Arbitrary<{ call: Call; directory: Directory }> = fc
  .tuple(
    outgoingCall,
    someDirectory,
    fc.nat(),
    fc.constantFrom('as sent', 'listed', 'known', 'known', 'known', 'known'),
    fc.option(fc.constantFrom('0', '%23', '211', '311', '988', HOUSE, ...OWN_NUMBERS, ...OUTSIDE)),
  )
  .map(([sent, directory, pick, caller, to]) => {
    const call =
      to === null ? sent : { ...sent, to: readParty(`sip:${to}@example.sip.twilio.com`) };
    if (caller === 'listed' && typeof call.listed === 'object') {
      const [from] = call.listed;
      return { call: { ...call, from: readParty(from), sipUsername: undefined }, directory };
    }
    const phones = [...directory.extensions.values()].filter((each) => each.environments.length);
    const extension = phones[pick % phones.length];
    if (caller === 'as sent' || extension === undefined) return { call, directory };
    const { username: from, environments } = extension;
    const [environment = call.environment] = environments;
    return {
      call: { ...call, from: readParty(from), environment, sipUsername: undefined },
      directory,
    };
  });

const pstnNumber = fc.oneof(
  fc.constantFrom(...OWN_NUMBERS, ...OUTSIDE, HOUSE, 'anonymous', 'Restricted', '+266696687'),
  anything,
);

export const incomingCall: fc.Arbitrary<Call> = fc
  .record({ environment, from: pstnNumber, to: pstnNumber })
  .map(readCall);

export const dialResult: fc.Arbitrary<DialResult> = fc
  .record({
    environment,
    from: fc.oneof(pstnNumber, uri(username)),
    to: fc.oneof(pstnNumber, uri(dialled)),
    status: fc.oneof(
      fc.constantFrom('completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'),
      anything,
    ),
    sipCode: fc.oneof(fc.constantFrom('200', '404', '480', '486', '487', '603'), anything),
    errorCode: fc.oneof(fc.constantFrom('13224', '32009', '32011'), anything),
    leg: fc.oneof(
      fc.constantFrom('outside', 'phone', 'emergency', 'handOff', 'incoming', 'otherwise'),
      anything,
    ),
  })
  .map(({ leg, ...result }) => ({
    ...readCall(result),
    ...readQuery('dialResult', leg === undefined ? {} : { leg }),
  }));

export const instant = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2040-01-01'),
  noInvalidDate: true,
});
