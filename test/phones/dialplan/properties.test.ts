/** What holds for every dial plan, whatever the directory, on every family of phones. */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { type Call, routeOutgoing, readParty } from '../../../src/runtime/calls';
import { readDialed } from '../../../src/runtime/calls/dialed';
import type { Directory, Extension } from '../../../src/runtime/model/directory';
import { sentBy } from '../../../src/phones/dialplan/sent';
import { UserError } from '../../../src/diagnostics/errors';
import { emergencyNumber } from '../../../src/runtime/numbers/emergency';
import { insistentForms } from '../../../src/runtime/numbers/insistence';
import { type DialPlan, dialPlanFor } from '../../../src/phones/dialplan/plan';
import { polycomDialPlan } from '../../../src/phones/families/polycom/dialPlan';
import {
  type Grammar,
  type Options,
  type Outcome,
  simulate,
} from '../../../tools/dial-plan-simulator';
import { sipUri } from '../../fixtures/twilio';
import { dialDirectory, dialledIn, emergencyIn, exception } from './arbitraries';
import { compile, FAMILIES, keysOf } from './phones';

const NOON = new Date('2026-11-20T12:00-08:00');
const BARE = ['911', '933'];

/** Pressed once more, closed, or dialled again. */
function closedOrAgain(number: string): readonly string[] {
  return [`${number}#`, number + number, number + number.slice(-1)];
}

/** As `numbers/insistence.ts` has them. */
const insisted = fc.constantFrom(
  ...[...BARE, '988'].flatMap((number) => [
    ...insistentForms(number, 'US'),
    ...closedOrAgain(number),
    `*67${number}#`,
    `*${number}#`,
    `${number}${number}#`,
    `${number}#${number}#`,
  ]),
);

type Readings = { readonly [G in Grammar]?: Options[G] };

/** Where documents disagree: see docs/dial-plans.md. */
const OTHER_READINGS: Readings = {
  spa: { incomplete: 'sent' },
  grandstream: { onlyMatch: 'leaves' },
  polycom: { shortest: 'held' },
  yealink: { shortest: 'held' },
};

interface Scene {
  readonly directory: Directory;
  readonly extension: Extension;
  readonly typed: string;
}

function scene(
  typedIn: (directory: Directory) => fc.Arbitrary<string>,
  emergency?: boolean,
): fc.Arbitrary<Scene> {
  return dialDirectory
    .map((directory) => ({
      directory,
      phones: [...directory.extensions.values()].filter(
        (each) =>
          each.environments.length > 0 && (emergency === undefined || each.emergency === emergency),
      ),
    }))
    .filter(({ phones }) => phones.length > 0)
    .chain(({ directory, phones }) =>
      fc.record({
        directory: fc.constant(directory),
        extension: fc.constantFrom(...phones),
        typed: typedIn(directory),
      }),
    );
}

function decide({ extension, typed, directory }: Scene) {
  const [environment = 'prod'] = extension.environments;
  const to = sipUri(encodeURIComponent(typed), environment);
  const from = sipUri(encodeURIComponent(extension.username), environment);
  const call: Call = { environment, from: readParty(from), to: readParty(to) };
  return routeOutgoing(call, directory, NOON);
}

/** What each family makes of it; those that cannot hold the plan say so, and are left out. */
function onEach(plan: DialPlan, typed: string, other: Readings = {}): [Grammar, Outcome][] {
  return FAMILIES.flatMap((family): [Grammar, Outcome][] => {
    const phone = held(family, plan);
    if (!phone) return [];
    const options = { ...phone.options, ...other[family] };
    return [[family, simulate(family, phone.text, keysOf(typed), options)]];
  });
}

function held(family: Grammar, plan: DialPlan) {
  try {
    return compile(family, plan);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(family).toBe('polycom');
    return undefined;
  }
}

/** Whether a Polycom has room for what only software that holds 911 needs. */
function isRoomy(plan: DialPlan): boolean {
  return /911xx/.test(polycomDialPlan(plan).digitmap);
}

/** Where a Polycom has to send more than the plan says. */
function isLoose(family: Grammar, plan: DialPlan): boolean {
  return family === 'polycom' && !polycomDialPlan(plan).whole;
}

describe('On every phone', () => {
  it('each number that the server takes is sent, and whole', () => {
    fc.assert(
      fc.property(scene(dialledIn), (each) => {
        // Prepare
        const { typed, directory, extension } = each;
        fc.pre(decide(each).kind !== 'refuse' && exception(typed, directory) === undefined);

        // Act
        const plan = dialPlanFor(extension, directory);
        const outcomes = [...onEach(plan, typed), ...onEach(plan, typed, OTHER_READINGS)];

        // Assess
        for (const [family, outcome] of outcomes) {
          expect([family, outcome]).toMatchObject([family, { kind: 'sent', digits: typed }]);
          expect(outcome.afterMs).toBeLessThanOrEqual(4000);
        }
      }),
      { numRuns: runs(22, 220) },
    );
  });

  it('911 and 933 leave as soon as they can', () => {
    fc.assert(
      fc.property(
        scene(() => fc.constantFrom(...BARE), true),
        ({ directory, extension, typed }) => {
          for (const [family, outcome] of onEach(dialPlanFor(extension, directory), typed)) {
            const afterMs = family === 'grandstream' ? 4000 : 0;
            expect([family, outcome]).toEqual([family, { kind: 'sent', digits: typed, afterMs }]);
          }
        },
      ),
      { numRuns: runs(30, 300) },
    );
  });

  it('whatever the server takes for 911, 933 or 988 comes to that, or to the menu', () => {
    let dialled = 0;
    fc.assert(
      fc.property(
        scene(() => insisted, true),
        ({ directory, extension, typed }) => {
          // Prepare
          const plan = dialPlanFor(extension, directory);
          const meant = readDialed(typed, directory);
          if (meant.kind !== 'emergency' && meant.kind !== 'serviceCode') return;
          // Where a short number of the site begins with it, the crisis line waits for that.
          const waits = plan.entries.some(
            ({ pattern, when }) => pattern.keys.join('') === '988' && when !== 'now',
          );

          // An operator's own rule, such as one for *82 and a number, may go on from it.
          const goesOn = plan.entries.some(
            ({ kind, pattern, when }) =>
              kind === 'insisted' && when !== 'now' && pattern.keys.join('') === typed,
          );

          // Act
          const outcomes = onEach(plan, typed);

          // Assess
          dialled += 1;
          for (const [family, { kind, digits, afterMs }] of outcomes) {
            // A hash opens the menu at once, in which 9-1-1 is 911.
            if (typed.startsWith('#') && family !== 'grandstream') {
              expect([family, kind, digits]).toEqual([family, 'sent', '#']);
              continue;
            }
            if (typed.startsWith('*') && isLoose(family, plan)) continue;
            if (/^988/.test(typed) && (waits || isLoose(family, plan))) continue;
            expect([family, kind, typed]).toEqual([family, 'sent', typed]);
            expect(readDialed(digits, directory)).toEqual(meant);
            const atOnce = family !== 'grandstream' && meant.kind === 'emergency' && !goesOn;
            expect(afterMs).toBeLessThanOrEqual(atOnce ? 0 : 4000);
          }
        },
      ),
      { numRuns: runs(40, 400) },
    );
    expect(dialled).toBeGreaterThan(runs(10, 200));
  });

  it('where what could go on is held, 911 still comes of # after it, of one more press, and again', () => {
    fc.assert(
      fc.property(
        scene(() => fc.constantFrom(...BARE.flatMap((each) => closedOrAgain(each))), true),
        ({ directory, extension, typed }) => {
          const plan = dialPlanFor(extension, directory);
          if (readDialed(typed, directory).kind !== 'emergency') return;
          for (const [family, { kind, digits }] of onEach(plan, typed, OTHER_READINGS)) {
            if (family === 'polycom' && !isRoomy(plan)) continue;
            expect([family, kind, typed]).toEqual([family, 'sent', typed]);
            expect(readDialed(digits, directory).kind).toBe('emergency');
          }
        },
      ),
      { numRuns: runs(10, 100) },
    );
  });

  it('what may not call for help is denied 911 with more around it, or refused in words', () => {
    fc.assert(
      fc.property(
        scene(() => insisted, false),
        (each) => {
          const { directory, extension, typed } = each;
          for (const [family, { kind, digits }] of onEach(
            dialPlanFor(extension, directory),
            typed,
          )) {
            if (kind !== 'sent' || readDialed(digits, directory).kind !== 'emergency') continue;
            expect([family, decide({ ...each, typed: digits })]).toMatchObject([
              family,
              { kind: 'refuse', reason: 'emergency-not-allowed' },
            ]);
          }
        },
      ),
      { numRuns: runs(20, 200) },
    );
  });

  it('no emergency number is sent where it is not allowed', () => {
    fc.assert(
      fc.property(scene(emergencyIn, false), (each) => {
        // Prepare
        const { typed, directory, extension } = each;
        const decision = decide(each);
        fc.pre('reason' in decision && decision.reason === 'emergency-not-allowed');
        const plan = dialPlanFor(extension, directory);
        // Other numbers begin with it: a Polycom whose plan is not whole may send it, bare ones never.
        const isBuried = exception(typed, directory) !== undefined && !BARE.includes(typed);

        // Act
        const outcomes = onEach(plan, typed);

        // Assess
        for (const [family, { kind, digits }] of outcomes) {
          if (isBuried && isLoose(family, plan)) continue;
          // What is sent may be an extension with which the keys began.
          const isHelp = readDialed(digits, directory).kind === 'emergency';
          expect([family, kind === 'sent' && isHelp]).toEqual([family, false]);
          if (BARE.includes(typed)) expect(['denied', 'impossible']).toContain(kind);
        }
      }),
      { numRuns: runs(12, 120) },
    );
  });

  it('911 is denied even on a phone that sends what is not complete', () => {
    fc.assert(
      fc.property(
        scene(() => fc.constantFrom(...BARE), false),
        ({ directory, extension, typed }) => {
          const { text, options } = compile('spa', dialPlanFor(extension, directory));
          const outcome = simulate('spa', text, keysOf(typed), { ...options, incomplete: 'sent' });
          expect(outcome.kind).toBe('denied');
        },
      ),
      { numRuns: runs(10, 100) },
    );
  });

  it('nothing is sent that was not dialled', () => {
    const key = fc.constantFrom(...'0123456789*#', ',', ',,,,,');
    const anything = fc.array(key, { maxLength: 20 }).map((keys) => keys.join(''));
    const typed = (directory: Directory) => fc.oneof(anything, dialledIn(directory));
    fc.assert(
      fc.property(scene(typed), ({ directory, extension, typed: keys }) => {
        for (const [, { digits }] of onEach(dialPlanFor(extension, directory), keys)) {
          expect(keys.replace(/,/g, '').startsWith(digits)).toBe(true);
        }
      }),
      { numRuns: runs(40, 400) },
    );
  });

  it('the plan alone tells what leaves the phone, for a sheet to say', () => {
    // What begins with an emergency number a Grandstream may still send, but no sheet says it.
    const isReported = (name: string) => /^(?!911|933)\d{2,5}$/.test(name);
    const asked = ({ extensions, shortNames }: Directory) => {
      const names = [...extensions.keys(), ...shortNames.keys()].filter(isReported);
      return fc.constantFrom('0', '#', ...BARE, ...names);
    };
    fc.assert(
      fc.property(scene(asked), fc.boolean(), ({ directory, extension, typed }, prefixed) => {
        const phone = prefixed ? ({ ...extension, dial911As: '1911' } as const) : extension;
        const plan = dialPlanFor(phone, directory);
        const reported = sentBy(plan, typed);
        for (const [family, { kind, digits }] of onEach(plan, typed)) {
          if (reported === undefined && isLoose(family, plan)) continue;
          const left = kind === 'sent' ? digits : undefined;
          expect([family, typed, left]).toEqual([family, typed, reported]);
        }
      }),
      { numRuns: runs(30, 300) },
    );
  });

  it('three seconds of thinking after the area code lose nothing', () => {
    const paused = fc
      .tuple(
        fc.constantFrom('', '1', '0111'),
        fc.constantFrom('503', '971', '212', '913', '931', '800', '989', '210'),
        fc.constantFrom('5550199', '555,,,0199', '9110199', '2110123'),
      )
      .map(([prefix, area, rest]) => `${prefix}${area},,,${rest}`);
    let dialled = 0;
    fc.assert(
      fc.property(
        scene(() => paused),
        (each) => {
          // Prepare
          const { directory, extension } = each;
          const typed = each.typed.replace(/,/g, '');
          if (decide({ ...each, typed }).kind === 'refuse') return;
          if (exception(typed, directory) !== undefined) return;

          // Act
          const outcomes = onEach(dialPlanFor(extension, directory), each.typed);

          // Assess
          dialled += 1;
          for (const [family, outcome] of outcomes) {
            expect([family, outcome]).toMatchObject([family, { kind: 'sent', digits: typed }]);
          }
        },
      ),
      { numRuns: runs(40, 400) },
    );
    expect(dialled).toBeGreaterThan(runs(5, 120));
  });

  it.each([
    ['GB', '999'],
    ['MX', '911'],
    ['CA', '933'],
    ['DE', '112'],
  ])('in %s the emergency number is %s', (country, number) => {
    fc.assert(
      fc.property(
        scene(() => fc.constant(number)),
        ({ directory, extension, typed }) => {
          // Prepare
          const there = { ...directory, site: { ...directory.site, country, areaCodes: [] } };
          expect(emergencyNumber(typed, there.site)).toBe(typed);

          // Act
          const outcomes = onEach(dialPlanFor(extension, there), typed);

          // Assess
          for (const [family, outcome] of outcomes) {
            const afterMs = family === 'grandstream' ? 4000 : 0;
            if (extension.emergency)
              expect(outcome).toEqual({ kind: 'sent', digits: typed, afterMs });
            else expect(['denied', 'impossible']).toContain(outcome.kind);
          }
        },
      ),
      { numRuns: runs(5, 50) },
    );
  });
});
