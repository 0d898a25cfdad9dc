/** What a printed sheet tells to try, read from the paper and tried: whatever the directory. */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { readCall, routeIncoming, routeOutgoing } from '../../../src/runtime/calls';
import { EMERGENCY_MODES } from '../../../src/runtime/model/directory';
import { UserError } from '../../../src/diagnostics/errors';
import { phoneSheet } from '../../../src/phones/sheet';
import { SHEET_LANGUAGES, type SheetLanguage } from '../../../src/phones/sheet/language';
import { someDirectory } from '../../runtime/calls/arbitraries';
import { someTree } from '../../runtime/calls/menus/trees';
import { callFrom, press } from '../../runtime/calls/menus/simulateKeys';
import { compile, keysOf } from '../dialplan/phones';
import { type Grammar, simulate } from '../../../tools/dial-plan-simulator';
import { model } from '../example';
import { ABOUT } from '../sheets';
import { answersOf, inMode, NOW, type Placed, settingsOf } from './cases';
import { triedOn } from './text';

const MODELS: Readonly<Record<string, Grammar | undefined>> = {
  'linksys-pap2': 'spa',
  'grandstream-ht801': 'grandstream',
  'polycom-soundpoint-501': 'polycom',
  'yealink-t46s': 'yealink',
  linphone: undefined,
};

/** Phones named by their number, by a word and without any, in every way to handle 911. */
const somePhone = fc
  .tuple(
    fc.oneof(someDirectory, someTree),
    fc.nat(),
    fc.constantFrom(...Object.keys(MODELS)),
    fc.constantFrom('dialtone' as const, 'hotline' as const),
    fc.constantFrom(...EMERGENCY_MODES),
  )
  .map(([directory, at, id, dial, mode]): Placed | undefined => {
    const phones = [...directory.extensions.values()].filter((each) =>
      each.environments.includes('prod'),
    );
    const extension = phones[at % phones.length];
    if (!extension || !directory.site.environments.prod) return undefined;
    return { directory: inMode(directory, mode), extension, model: model(id), dial };
  })
  .filter((each) => each !== undefined)
  // A phone that cannot hold its plan has neither file nor sheet: that is told.
  .filter((each) => holdsItsPlan(each));

function holdsItsPlan(placed: Placed): boolean {
  try {
    leaves('#', placed);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

const quarters = fc.nat(7 * 24 * 4).map((each) => new Date(NOW.getTime() + each * 15 * 60_000));

function dials(keys: string, { directory, extension: { username } }: Placed, now: Date) {
  return routeOutgoing(callFrom(username, encodeURIComponent(keys)), directory, now);
}

function leaves(keys: string, placed: Placed): boolean {
  const grammar = MODELS[placed.model.id];
  if (grammar === undefined) return true;
  const { text, options } = compile(grammar, settingsOf(placed).dialPlan, placed.dial);
  const outcome = simulate(grammar, text, keysOf(keys), options);
  return outcome.kind === 'sent' && outcome.digits === keys;
}

const lifts = ({ dial, model }: Placed) => dial === 'hotline' && !model.softphone;
/** From "Try it" on, without the warning that stands on all of them. */
function stepsOn(placed: Placed, language: SheetLanguage): string {
  const about = { ...ABOUT, language, answers: answersOf(placed) };
  const reported = triedOn(phoneSheet(settingsOf(placed), about));
  expect(reported).toMatch(NEVER);
  return reported.replace(NEVER, '');
}
const NEVER = /Never dial 911 to test|Nunca marque 911 para probar/;

/** What is told to be dialled, and pressed afterwards. */
const STEP =
  /(?:(?:Dial|Marque) (?<dialled>[\d#]+)|(?:Lift the handset|Levante el auricular))(?:; (?:when it answers, press|cuando conteste, oprima) (?<keys>[\d-]+))?/gi;
const CALLED = /(?:From another phone call|Desde otro teléfono llame al) (\+\d+)/;

it('tells nothing that the phone or the call path refuses', () => {
  fc.assert(
    fc.property(
      somePhone,
      quarters,
      fc.constantFrom(...SHEET_LANGUAGES),
      (placed, now, language) => {
        const text = stepsOn(placed, language);
        for (const { groups } of text.matchAll(STEP)) {
          const { dialled, keys } = groups ?? {};
          if (dialled !== undefined)
            expect([dialled, leaves(dialled, placed)]).toEqual([dialled, true]);
          if (dialled === undefined && keys === undefined) continue;
          const first = dials(dialled ?? '#', placed, now);
          const desired = dialled === '933' || dialled === '911' ? ['emergency'] : ANSWERED;
          expect([dialled, desired.includes(first.kind)]).toEqual([dialled, true]);
          if (keys === undefined) continue;
          const placedBy = pressAll(keys.replace(/-/g, ''), first, placed, now);
          expect([keys, placedBy]).toEqual([keys, 'emergency']);
        }
        const [, called] = CALLED.exec(text) ?? [];
        if (called === undefined) return;
        const ring = routeIncoming(
          readCall({ environment: 'prod', from: called, to: called }),
          placed.directory,
          now,
        );
        const rung = ring.kind === 'ring' ? ring.extensions : [];
        expect(rung).toContain(placed.extension.username);
        expect(placed.directory.numbers.get(called)?.environment).toBe('prod');
      },
    ),
    { numRuns: runs(24, 120) },
  );
});

const ANSWERED = ['gather', 'queue', 'ring', 'connect', 'handOff', 'answer'];

function pressAll(
  keys: string,
  first: ReturnType<typeof dials>,
  { directory, extension }: Placed,
  now: Date,
): string {
  let decision = first;
  let rest = keys;
  while (rest !== '' && decision.kind === 'gather') {
    const { digits = rest.length } = decision;
    decision = press(decision, rest.slice(0, digits), callFrom(extension.username), directory, now);
    rest = rest.slice(digits);
  }
  return decision.kind;
}

it('names no emergency number where nobody would answer it', () => {
  fc.assert(
    fc.property(somePhone, fc.constantFrom(...SHEET_LANGUAGES), (placed, language) => {
      const text = stepsOn(placed, language);
      const { extension, directory } = placed;
      const dialled = /(?:Dial|Marque) 9(?:11|33)/i.test(text);
      const pressed = /press 9-|oprima 9-/.test(text);
      if (!extension.emergency) {
        expect(text).toContain(language === 'en' ? 'No 911 calls' : 'Sin llamadas al 911');
        expect([dialled, pressed, /933/.test(text)]).toEqual([false, false, false]);
        return;
      }
      const taken = directory.site.environments.prod?.emergency !== 'webhook';
      const rejected = taken && extension.username !== extension.number;
      if (lifts(placed) || rejected) expect(dialled).toBe(false);
      if (dialled && !taken)
        expect(text).toMatch(/UNPROVEN|SIN COMPROBAR|count on|press 9-|oprima 9-/);
      if (!dialled && !pressed) {
        expect(text).toMatch(/No 911 calls|Sin llamadas al 911|UNPROVEN|SIN COMPROBAR/);
        expect(text).not.toMatch(/933/);
      }
      // Pressing helps whoever reads the label, but dialling is what people do first.
      if (!dialled && pressed && !lifts(placed))
        expect(text).toMatch(/911 dialed here reaches nobody/);
    }),
    { numRuns: runs(24, 120) },
  );
});
