/** What holds for every call, every directory and every moment. */
import fc from 'fast-check';
import { PhoneNumberType, PhoneNumberUtil } from 'google-libphonenumber';
import {
  REASONS,
  routeDialResult,
  routeIncoming,
  routeOutgoing,
  readCall,
  readParty,
} from '../../../src/runtime/calls';
import type { Decision, Call } from '../../../src/runtime/calls';
import { ANONYMOUS } from '../../../src/runtime/calls/caller';
import { callerNumber } from '../../../src/runtime/calls/incoming';
import type { Directory } from '../../../src/runtime/model/directory';
import { runs } from '../../support/runs';
import {
  decorated,
  dialResult,
  EMERGENCY_FORM,
  emergencyForm,
  incomingCall,
  instant,
  outgoingCall,
  outgoingScene,
  someDirectory,
} from './arbitraries';

const util = PhoneNumberUtil.getInstance();
const KINDS = ['connect', 'ring', 'emergency', 'answer', 'handOff', 'refuse', 'hangUp'];
const maybeDirectory = fc.option(someDirectory, { nil: null, freq: 10 });
const many = { numRuns: runs(250, 1000) };
const thorough = { numRuns: runs(500, 2000) };

/** The form of a URI is the business of its own tests; here only what was dialled counts. */
function dialled(call: Call): string {
  return (call.to?.user ?? '').replace(/[\s().-]/g, '');
}

/** What the first rule that matches makes of it, or what was dialled. */
function rewritten(call: Call, directory: Directory | null): string {
  for (const rule of directory?.rewrites ?? []) {
    const result = rule.apply(dialled(call));
    if (result !== undefined) return result.replace(/[\s().-]/g, '');
  }
  return dialled(call);
}

function knownCaller(call: Call, directory: Directory | null) {
  return directory?.extensions.get(call.from?.user ?? '');
}

/** All numbers that are ours: those of the rules, of the phones, and phones named by one. */
function ownNumbers(directory: Directory): Set<string> {
  const { extensions, numbers, site } = directory;
  return new Set(
    [
      ...numbers.keys(),
      ...[...extensions.values()].flatMap(({ number, username }) => [number, username]),
      site.defaults.callerId,
    ].filter((number) => number?.startsWith('+')) as string[],
  );
}

function isADecision(decision: Decision): void {
  expect(KINDS).toContain(decision.kind);
  if (decision.kind === 'refuse') expect(Object.keys(REASONS)).toContain(decision.reason);
  for (const step of decision.trace ?? []) {
    expect(step.step).toMatch(/./);
    expect(step.outcome).toMatch(/./);
  }
}

describe('Any call from a phone', () => {
  it('is decided, and the same way when it is made again', () => {
    fc.assert(
      fc.property(outgoingCall, maybeDirectory, instant, (call, directory, now) => {
        const decision = routeOutgoing(call, directory, now);
        isADecision(decision);
        expect(decision.kind).not.toBe('hangUp');
        expect(routeOutgoing(call, directory, now)).toEqual(decision);
      }),
      many,
    );
  });

  it('says nothing but refusals when the directory cannot be read, emergencies aside', () => {
    fc.assert(
      fc.property(outgoingCall, instant, (call, now) => {
        expect(['refuse', 'emergency']).toContain(routeOutgoing(call, null, now).kind);
      }),
      many,
    );
  });

  it('goes nowhere from a phone that neither the directory nor Twilio knows', () => {
    fc.assert(
      fc.property(outgoingScene, instant, ({ call, directory }, now) => {
        // Prepare
        const username = call.from?.user;
        fc.pre(!knownCaller(call, directory));
        fc.pre(!(call.listed instanceof Set && call.listed.has(username ?? '')));

        // Act
        const decision = routeOutgoing(call, directory, now);

        // Assess
        expect(['refuse', 'emergency']).toContain(decision.kind);
      }),
      many,
    );
  });
});

describe('An emergency call', () => {
  const emergencyCall = fc
    .tuple(outgoingCall, decorated(emergencyForm))
    .map(([call, to]) => ({ ...call, to }));
  const fromPhone = (emergency: boolean) =>
    fc
      .tuple(emergencyCall, someDirectory, fc.nat(), instant)
      .map(([call, directory, pick, now]) => {
        const able = [...directory.extensions.values()].filter(
          (extension) => extension.emergency === emergency,
        );
        return { call, directory, now, extension: able[pick % able.length] };
      })
      .filter(({ extension }) => extension !== undefined)
      .map(({ call, extension, ...rest }) => ({
        ...rest,
        extension,
        // Whose a digest user is, is the business of emergency.test.ts.
        call: {
          ...call,
          from: `sip:${extension?.username}@example.sip.twilio.com`,
          sipUsername: undefined,
        },
      }));

  it('goes out under its own number from every phone that may make one', () => {
    fc.assert(
      fc.property(fromPhone(true), ({ call, directory, now, extension }) => {
        expect(routeOutgoing(readCall(call), directory, now)).toMatchObject({
          kind: 'emergency',
          number: /933$/.test(dialled(readCall(call))) ? '933' : '911',
          callerId: extension?.number,
        });
      }),
      many,
    );
  });

  it('goes out from no other phone that we know', () => {
    fc.assert(
      fc.property(fromPhone(false), ({ call, directory, now }) => {
        expect(routeOutgoing(readCall(call), directory, now)).toMatchObject({
          kind: 'refuse',
          reason: 'emergency-not-allowed',
        });
      }),
      many,
    );
  });

  it('is nothing that was not dialled as one, or made one by a rewrite rule', () => {
    fc.assert(
      fc.property(outgoingCall, maybeDirectory, instant, (call, directory, now) => {
        const decision = routeOutgoing(call, directory, now);
        if (decision.kind !== 'emergency') return;
        expect(['911', '933']).toContain(decision.number);
        expect([dialled(call), rewritten(call, directory)]).toContainEqual(
          expect.stringMatching(EMERGENCY_FORM),
        );
      }),
      thorough,
    );
  });

  it('shows the number of a phone that may make one, or a valid number that is not ours', () => {
    fc.assert(
      fc.property(outgoingCall, maybeDirectory, instant, (call, directory, now) => {
        const decision = routeOutgoing(call, directory, now);
        if (decision.kind !== 'emergency') return;
        const phones = [...(directory?.extensions.values() ?? [])];
        const able = phones.some(
          ({ emergency, number }) => emergency && number === decision.callerId,
        );
        if (directory && !able) expect(ownNumbers(directory)).not.toContain(decision.callerId);
        expect(util.isValidNumber(util.parse(decision.callerId, 'US'))).toBe(true);
      }),
      thorough,
    );
  });
});

describe('A number outside', () => {
  const connected = (
    assess: (
      decision: Extract<Decision, { kind: 'connect' }>,
      call: Call,
      directory: Directory,
    ) => void,
  ) =>
    fc.property(outgoingScene, instant, ({ call, directory }, now) => {
      const decision = routeOutgoing(call, directory, now);
      if (decision.kind === 'connect') assess(decision, call, directory);
    });
  /** Menu, operator and service codes lead where the operator says. */
  const isOperatorsOwn = (call: Call, directory: Directory) => {
    const digits = rewritten(call, directory);
    return digits === '0' || digits === '#' || directory.serviceCodes.has(digits);
  };

  it('that was dialled is valid, in a country that the class allows', () => {
    fc.assert(
      connected(({ to }, call, directory) => {
        // Prepare
        if (isOperatorsOwn(call, directory)) return;
        const name = knownCaller(call, directory)?.class ?? directory.site.defaults.class;
        const klass = directory.classes.get(name);

        // Act
        const number = util.parse(to, 'US');

        // Assess
        expect(to).toMatch(/^\+[1-9]\d+$/);
        expect(util.isValidNumber(number)).toBe(true);
        const region = util.getRegionCodeForNumber(number);
        expect([...(klass?.allow ?? [])]).toContain(region);
        expect([...(klass?.deny ?? [])]).not.toContain(region);
      }),
      thorough,
    );
  });

  it('that was dialled is no premium rate unless the class says so', () => {
    fc.assert(
      connected(({ to }, call, directory) => {
        if (isOperatorsOwn(call, directory)) return;
        const name = knownCaller(call, directory)?.class ?? directory.site.defaults.class;
        const klass = directory.classes.get(name);
        if (klass?.allow.has('premium') && !klass.deny.has('premium')) return;
        const type = util.getNumberType(util.parse(to, 'US'));
        expect([PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST]).not.toContain(type);
        const { areaCodes, exchanges } = directory.premium;
        if (!to.startsWith('+1')) return;
        expect([...areaCodes]).not.toContain(to.slice(2, 5));
        expect([...exchanges]).not.toContain(to.slice(5, 8));
      }),
      thorough,
    );
  });

  it('that was dialled lies in no denied area, and belongs to some place unless the class says otherwise', () => {
    fc.assert(
      connected(({ to }, call, directory) => {
        if (isOperatorsOwn(call, directory)) return;
        const name = knownCaller(call, directory)?.class ?? directory.site.defaults.class;
        const klass = directory.classes.get(name);
        const listed = (area: string) =>
          [...(directory.areas.get(area) ?? [])].some((start) => to.startsWith(`+1${start}`));
        expect([...(klass?.deny ?? [])].filter(listed)).toEqual([]);
        if (klass?.allow.has('non-geographic')) return;
        expect(listed('non-geographic')).toBe(false);
        expect(util.getNumberType(util.parse(to, 'US'))).not.toBe(PhoneNumberType.PERSONAL_NUMBER);
      }),
      thorough,
    );
  });

  it('that was dialled is not blocked', () => {
    fc.assert(
      connected(({ to }, call, directory) => {
        if (isOperatorsOwn(call, directory)) return;
        expect([...directory.blocked.numbers]).not.toContain(to);
        expect(directory.blocked.prefixes.filter((prefix) => to.startsWith(prefix))).toEqual([]);
      }),
      many,
    );
  });

  it('is never one of our own, wherever it comes from', () => {
    fc.assert(
      connected(({ to }, _call, directory) => {
        expect([...ownNumbers(directory)]).not.toContain(to);
      }),
      thorough,
    );
  });

  it('is cut off when the class says, and never at nought', () => {
    fc.assert(
      connected(({ timeLimitSeconds }) => {
        if (timeLimitSeconds !== undefined) expect(timeLimitSeconds).toBeGreaterThanOrEqual(60);
      }),
      many,
    );
  });
});

describe('A caller ID', () => {
  it('is a number of the directory, or that of a caller whom Twilio knows', () => {
    fc.assert(
      fc.property(outgoingScene, instant, ({ call, directory }, now) => {
        // Act
        const decision = routeOutgoing(call, directory, now);
        if (!('callerId' in decision) || decision.kind === 'emergency') return;

        // Assess
        const known = knownCaller(call, directory);
        const shown = [...directory.extensions.values()].map(({ callerId }) => callerId);
        // Inside, a phone is shown by what others dial for it.
        const short = directory.extensions.get(call.from?.user ?? '')?.short;
        if (decision.kind === 'ring' && decision.callerId === (short ?? call.from?.user)) return;
        const allowed = [...ownNumbers(directory), ...(known ? shown : [call.from?.user])];
        expect(allowed).toContain(decision.callerId);
        if (!known) expect(call.listed).toContain(call.from?.user);
      }),
      thorough,
    );
  });
});

describe('A call that rings our phones', () => {
  it('rings at least one and at most ten that live here, and not the caller', () => {
    fc.assert(
      fc.property(outgoingScene, instant, ({ call, directory }, now) => {
        const decision = routeOutgoing(call, directory, now);
        if (decision.kind !== 'ring') return;
        expect(decision.extensions.length).toBeGreaterThanOrEqual(1);
        expect(decision.extensions.length).toBeLessThanOrEqual(10);
        expect(decision.extensions).not.toContain(call.from?.user);
        for (const name of decision.extensions) {
          const extension = directory.extensions.get(name);
          if (extension) expect(extension.environments).toContain(call.environment);
          else expect(call.listed).toContain(name);
        }
      }),
      thorough,
    );
  });
});

describe('A hand-off', () => {
  it('goes only to hosts that the site allows, and says truly who may call for help', () => {
    fc.assert(
      fc.property(outgoingScene, instant, ({ call, directory }, now) => {
        const decision = routeOutgoing(call, directory, now);
        if (decision.kind !== 'handOff') return;
        expect(directory.site.handOffHosts).toContain(decision.to.split('@')[1]);
        expect(decision.emergencyAllowed).toBe(knownCaller(call, directory)?.emergency ?? false);
      }),
      many,
    );
  });
});

describe('Any call to one of our numbers', () => {
  it('has an end on each of its legs, but where the emergency service calls back', () => {
    fc.assert(
      fc.property(incomingCall, someDirectory, instant, (call, directory, now) => {
        const [number] = directory.numbers.keys();
        const rule = directory.numbers.get(number ?? '');
        const decision = routeIncoming({ ...call, to: readParty(number) }, directory, now);
        if (!rule || (decision.kind !== 'ring' && decision.kind !== 'connect')) return;
        const klass = directory.classes.get(directory.site.defaults.class);
        const exempt = decision.kind === 'connect' && klass?.noLimit.has(decision.to);
        const limit = exempt || rule.maxMinutes === undefined ? undefined : rule.maxMinutes * 60;
        expect(decision.timeLimitSeconds).toBe(limit);
      }),
      many,
    );
  });

  it('is decided, rings only phones that live here, and shows a valid number', () => {
    fc.assert(
      fc.property(incomingCall, maybeDirectory, instant, (call, directory, now) => {
        // Act
        const decision = routeIncoming(call, directory, now);

        // Assess
        isADecision(decision);
        expect(['ring', 'answer', 'connect', 'refuse']).toContain(decision.kind);
        if (decision.kind === 'connect') expect(decision.leg).toBe('otherwise');
        if (decision.kind === 'ring') {
          expect(decision.extensions.length).toBeGreaterThanOrEqual(1);
          for (const name of decision.extensions) {
            expect(directory?.extensions.get(name)?.environments).toContain(call.environment);
          }
        }
        if (!('callerId' in decision)) return;
        // A phone shows whoever withholds the number as just that.
        if (decision.kind === 'ring' && decision.callerId === ANONYMOUS) {
          expect(callerNumber(call.from)).toBeUndefined();
        } else expect(util.isValidNumber(util.parse(decision.callerId, 'US'))).toBe(true);
      }),
      many,
    );
  });

  it('is rejected when the caller is blocked, whatever the number does', () => {
    const blockedBy = ({ blocked }: Directory) => [
      ...blocked.numbers,
      ...blocked.prefixes.map((prefix) => `${prefix}5550199`),
    ];
    const blocking = someDirectory.filter(
      (directory) => blockedBy(directory).length > 0 && directory.numbers.size > 0,
    );
    const scene = blocking.chain((directory) =>
      fc.record({
        directory: fc.constant(directory),
        from: fc.constantFrom(...blockedBy(directory)).map((number) => readParty(number)),
        to: fc.constantFrom(...directory.numbers.keys()).map((number) => readParty(number)),
      }),
    );
    fc.assert(
      fc.property(incomingCall, scene, instant, (call, { directory, from, to }, now) => {
        expect(routeIncoming({ ...call, from, to }, directory, now)).toMatchObject({
          kind: 'refuse',
          reason: 'caller-blocked',
        });
      }),
      many,
    );
  });
});

describe('Any end of a Dial', () => {
  it('is decided', () => {
    fc.assert(
      fc.property(dialResult, maybeDirectory, (result, directory) => {
        const decision = routeDialResult(result, directory);
        isADecision(decision);
        expect(['hangUp', 'refuse', 'answer', 'connect']).toContain(decision.kind);
        if (decision.kind === 'connect') expect(decision.leg).toBe('otherwise');
      }),
      many,
    );
  });

  it('is the end when the call was had', () => {
    fc.assert(
      fc.property(dialResult, maybeDirectory, (result, directory) => {
        const had = { ...result, status: 'completed' };
        expect(routeDialResult(had, directory).kind).toBe('hangUp');
      }),
    );
  });

  it.each(['otherwise', 'outside', 'emergency', 'handOff'] as const)(
    'of %s follows nothing',
    (leg) => {
      fc.assert(
        fc.property(dialResult, maybeDirectory, (result, directory) => {
          const decision = routeDialResult({ ...result, leg }, directory);
          expect(['hangUp', 'refuse']).toContain(decision.kind);
        }),
      );
    },
  );
});
