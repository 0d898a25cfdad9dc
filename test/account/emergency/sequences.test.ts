/**
 * Whatever is run in whatever order, and whatever fails: after each single write, nobody's emergency
 * calls are worse off by the table than before it. Judged by what the stand-in then holds.
 */
import fc from 'fast-check';
import {
  type Answer,
  counts,
  type Form,
  FORMS,
  whoPlaces,
} from '../../../src/directory/emergencyRouting';
import type { Domain, OwnedNumber } from '../../twilio/api/state';
import type { Fault } from '../../twilio/faults';
import { Live, OLD } from './live';

interface Truth {
  readonly cells: ReadonlyMap<string, Answer>;
  readonly flag: boolean;
  readonly url: string;
  readonly called: ReadonlyMap<string, string>;
}

/** Read from the account itself, not by the code that is tested. */
function truth(live: Live): Truth {
  const { api } = live.standIn.state;
  const [domain] = api.domains as [Domain];
  const lists = new Map(api.credentialLists.map((list) => [list.sid, list]));
  const mayCall = new Set(
    domain.mapped.calls.flatMap(
      ({ sid }) => lists.get(sid)?.credentials.map((one) => one.username) ?? [],
    ),
  );
  const url = domain.voiceUrl ?? '';
  const ours = url.startsWith('https://dialtone-1234-prod.twil.io/sip-outgoing');
  const phones = [
    ['clinton', '+15035550101'],
    ['alder', '+15035550102'],
    ['+15035550101', '+15035550101'],
    ['+15035550102', '+15035550102'],
  ] as const;
  const at = (number: string) => api.numbers.find((one) => one.phoneNumber === number)!;
  const cells = new Map(
    phones.flatMap(([username, number]) =>
      FORMS.map((form): [string, Answer] => [
        `${username} ${form}`,
        whoPlaces(form, {
          flag: domain.emergencyCallingEnabled,
          emergencyCaller: Boolean(domain.emergencyCallerSid),
          voiceUrl: url === '' ? 'none' : !ours ? 'other' : live.works ? 'shown' : 'unshown',
          name: username === number ? 'own number' : 'word',
          number:
            at(number).emergencyAddressStatus === 'registered' ? 'registered' : 'unregistered',
          credential: mayCall.has(username),
          hotline: false,
          dials: '911',
          drilled: live.drilledNow(),
        }),
      ]),
    ),
  );
  const called = new Map(phones.map(([, number]) => [number, answerer(at(number), live)]));
  return { cells, flag: domain.emergencyCallingEnabled, url, called };
}

function answerer({ voiceUrl }: OwnedNumber, live: Live): string {
  if (voiceUrl?.startsWith('https://dialtone-1234-prod.twil.io/')) return live.works ? 'ours' : '';
  return voiceUrl ?? '';
}

/** In the words of the test's own: placed by somebody we know of, before and not after. */
function worse(before: Truth, after: Truth): string[] {
  const lost = [...before.cells].flatMap(([cell, was]) => {
    const is = after.cells.get(cell)!;
    const [, form] = cell.split(' ') as [string, Form];
    if (was.by === 'nobody') return [];
    const same = is.by === was.by && before.flag === after.flag;
    if (same && !(was.address === 'own' && is.address !== 'own')) return [];
    // Whether a call comes to the voice URL at all is not changed by what stands there.
    const moved = before.flag === after.flag && was.by === 'other' && is.by === 'functions';
    if (moved)
      return is.proof === 'unshown' ? [`${cell}: moved to functions that do not work`] : [];
    if (is.by === 'other') return [`${cell}: emergency calling switched under others' functions`];
    // With emergency calling on, 1911 is either Twilio's or the functions': placed by both.
    const dialled = after.cells.get(cell.replace(form, 'dialled'))!;
    const both = form === 'prefixed' && after.flag && is.by === 'functions' && counts(dialled);
    return counts(is) || (both && is.proof !== 'unshown')
      ? []
      : [`${cell}: ${was.by} → ${is.by} (${is.proof})`];
  });
  const unreachable = [...before.called].filter(
    ([number, by]) => by !== '' && after.called.get(number) === '',
  );
  return [...lost, ...unreachable.map(([number]) => `${number}: nobody calls back`)];
}

/** A step of the operator's; `apply` gives no option but those that it names. */
type Step =
  | 'apply'
  | 'apply --prune'
  | 'deploy'
  | 'deploy broken'
  | 'deploy broken, seen as well'
  | 'direct'
  | 'webhook'
  | 'secure'
  | 'rename a phone'
  | 'take a phone out'
  | 'give addresses';
const STEPS: readonly Step[] = [
  'apply',
  'apply --prune',
  'deploy',
  'deploy broken',
  'direct',
  'webhook',
  'secure',
  'take a phone out',
  'give addresses',
];

const FAULTS: Readonly<Record<string, Fault | undefined>> = {
  none: undefined,
  '503': { status: 503 },
  refused: { status: 400, code: 20001 },
  'lost reply': { loseReply: true },
  'dropped for ever': { drop: true },
  'stale reads': { staleReads: 12 },
};

async function take(live: Live, step: Step): Promise<void> {
  if (step === 'apply' || step === 'apply --prune') {
    await live.apply('prod', { prune: step === 'apply --prune' });
    return;
  }
  if (step === 'deploy') return live.deploy(true);
  if (step === 'deploy broken') return live.deploy(false);
  live.edit(step);
}

/** @returns what was worse after some write than before it. */
async function run(steps: readonly Step[], fault?: Fault, nth = 1): Promise<string[]> {
  const live = new Live();
  const found: string[] = [];
  let last = truth(live);
  const look = (where: string) => {
    const now = truth(live);
    found.push(...worse(last, now).map((what) => `${where}: ${what}`));
    last = now;
  };
  live.afterWrite(() => look('a write'));
  if (fault) {
    const on = (one: { write: boolean; nth: number }) => one.write && one.nth === nth;
    const times = fault.drop ? Infinity : 1;
    const from = (one: { write: boolean; nth: number }) => one.write && one.nth >= nth;
    live.standIn.faults.plan({ on: fault.drop ? from : on, times, fault });
  }
  try {
    for (const step of steps) {
      // What is deployed is the truth that writes are judged by; a deployment itself is judged elsewhere.
      await take(live, step).catch(() => undefined);
      last = truth(live);
    }
  } finally {
    live.remove();
  }
  expect(live.standIn.violations).toEqual([]);
  return found;
}

describe('from functions of their own to these, no write takes an emergency call away', () => {
  const plausible: readonly (readonly Step[])[] = [
    ['apply', 'deploy', 'apply'],
    ['deploy', 'apply', 'apply --prune'],
    ['apply', 'apply --prune', 'deploy', 'apply'],
    ['deploy broken', 'apply', 'deploy', 'apply --prune'],
    ['deploy', 'direct', 'apply', 'webhook', 'apply --prune'],
    ['direct', 'apply', 'deploy', 'apply --prune'],
    ['give addresses', 'apply', 'deploy', 'take a phone out', 'apply --prune'],
    ['secure', 'deploy', 'apply', 'apply --prune'],
  ];

  it.each(plausible.map((steps) => [steps.join(', '), steps] as const))('%s', async (_, steps) => {
    for (const fault of Object.values(FAULTS)) {
      for (const nth of fault ? [1, 3, 5] : [1]) expect(await run(steps, fault, nth)).toEqual([]);
    }
  });

  it('every order of three steps', async () => {
    for (const one of STEPS) {
      for (const two of STEPS) {
        expect(await run([one, two, 'apply --prune'])).toEqual([]);
      }
    }
  });

  it('any order of any steps, with any fault', async () => {
    const faults = fc.constantFrom(...Object.values(FAULTS));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 7 }),
        faults,
        fc.integer({ min: 1, max: 8 }),
        async (steps, fault, nth) => {
          expect(await run(steps, fault, nth)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes to ours where they are shown to work, and not before', async () => {
    const live = new Live();
    const domain = () => live.standIn.state.api.domains[0]!;
    await live.apply('prod');
    live.deploy(false);
    await live.apply('prod');
    expect([domain().voiceUrl, domain().emergencyCallingEnabled]).toEqual([OLD, true]);
    live.deploy(true);
    await live.apply('prod');
    expect(domain().voiceUrl).toContain('https://dialtone-1234-prod.twil.io/sip-outgoing');
    // The phones that Twilio knows by their numbers alone dial 911 past the functions: nothing shows that they would come to them.
    expect(domain().emergencyCallingEnabled).toBe(true);
    await live.apply('prod', { releases: ['switch-emergency-calling'] });
    expect(domain().emergencyCallingEnabled).toBe(false);
    live.remove();
  });

  it('notices when something is taken away: the judge is not blind', () => {
    const live = new Live();
    const before = truth(live);
    const [domain] = live.standIn.state.api.domains;
    domain!.emergencyCallingEnabled = false;
    expect(worse(before, truth(live)).join()).toContain("switched under others' functions");
    Object.assign(domain!, {
      emergencyCallingEnabled: true,
      voiceUrl: 'https://dialtone-1234-prod.twil.io/sip-outgoing',
    });
    expect(worse(before, truth(live)).join()).toContain(
      'clinton keys: moved to functions that do not work',
    );
    domain!.voiceUrl = OLD;
    domain!.mapped.calls.splice(0);
    expect(worse(before, truth(live)).join()).toContain('clinton keys: other → nobody');
    live.remove();
  });
});
