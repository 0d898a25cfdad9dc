/**
 * Two people with repositories of different age, whatever they run in whatever order and whatever goes
 * wrong at Twilio: a former password never works again, and nothing newer is rolled back unsaid.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { lineageOf } from '../../src/twilio/deploy/lineage';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { Rest } from '../../src/twilio/client/rest';
import { toUserError } from '../../src/twilio/client/toUserError';
import { newerStops, noteMade, deployedLineage } from '../../src/twilio/deploy/newer';
import { applyPlan } from '../../src/twilio/planAndApply';
import { recordedGeneration } from '../../src/twilio/secrets/recordedGeneration';
import { rotate } from '../../src/twilio/secrets/rotate';
import { Deployments } from '../cli/deployed';
import { commit, git } from '../../tools/rehearse/repository';
import { runs } from '../support/runs';
import type { Fault } from '../../tools/twilio-stand-in/faults';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';

const RUNS = runs(8, 100, 'CHECKOUT_RUNS');
const KEY = Buffer.alloc(32, 7);
const LIST = 'direct-two-stage';
const MOST_GENERATIONS = 20;
const SITE = `
name: Two Checkouts
timeZone: America/Los_Angeles
languages: [en]
defaults: { callerId: +15035550100 }
environments:
  stage: { sipDomain: ${LIST} }
`;
const SHOP = 'shop: { name: Shop }\n';

const FAULTS: readonly Fault[] = [
  { status: 503 },
  { status: 503, processed: true },
  { drop: true },
  { loseReply: true },
  { loseReply: true, staleReads: 3 },
];

class World {
  readonly root = mkdtempSync(path.join(tmpdir(), 'checkouts-'));
  readonly standIn = new TwilioStandIn({ now: () => new Date(this.now) });
  readonly deployments = new Deployments(this.standIn);
  readonly folders = ['a', 'b'].map((name) => path.join(this.root, name));
  /** The highest generation of `shop` that has worked. */
  highest = 0;
  /** Up to this one every password of `shop` is dead. */
  dead = 0;
  /** Names of phones in what is served, and in what was applied last. */
  live: ReadonlySet<string> = new Set();
  applied: ReadonlySet<string> = new Set();
  done = { applies: 0, deployments: 0, refusals: 0 };
  private now = Date.parse('2026-11-21T12:00:00Z');
  private phones = 0;
  private builds = 0;

  async begin(): Promise<void> {
    const origin = path.join(this.root, 'origin');
    mkdirSync(origin);
    writeFileSync(path.join(origin, 'site.yaml'), SITE);
    writeFileSync(path.join(origin, 'extensions.yaml'), `office: { name: Office }\n${SHOP}`);
    commit(origin);
    git(origin, 'checkout', '-q', '--detach');
    for (const folder of this.folders) git(this.root, 'clone', '-q', '-b', 'main', origin, folder);
    await this.deployments.createService();
    // Both have what was applied once.
    const [first, second] = this.folders as [string, string];
    await this.apply(first, false, false);
    commit(first);
    git(first, 'push', '-q', 'origin', 'HEAD:main');
    git(second, 'pull', '-q', '--ff-only');
    this.check();
  }

  rest(): Rest {
    const sleep = (milliseconds: number) => {
      this.now += milliseconds;
      return Promise.resolve();
    };
    return new Rest(this.standIn.client(), { sleep });
  }

  later(): void {
    this.now += 60_000;
  }

  edit(folder: string, change: (text: string) => string): void {
    const file = path.join(folder, 'extensions.yaml');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  addPhone(folder: string): void {
    this.phones += 1;
    this.edit(folder, (text) => `${text}phone-${this.phones}: { name: Phone }\n`);
  }

  /** @param forced with every option that somebody may give: what is newer is replaced, and that is said. */
  async apply(folder: string, prune: boolean, forced: boolean): Promise<void> {
    const tools = { rest: this.rest(), read: this.deployments.read };
    const flags = {
      prune,
      replaceNewer: forced,
      setAgain: forced,
      newKey: forced,
    };
    const { complete } = await applyPlan({
      environment: 'stage',
      folder,
      env: { DIALTONE_KEY_STAGE: KEY.toString('base64url') },
      show: () => {},
      warn: () => {},
      ...flags,
      ...tools,
    });
    if (!complete) return;
    this.done.applies += 1;
    if (!forced) this.noneLost(this.applied, folder, 'applied');
    this.applied = phonesIn(folder);
  }

  /** As `deploy` does, but for building and uploading. */
  async deploy(folder: string): Promise<void> {
    const here = { environment: 'stage', folder } as const;
    const environment = this.standIn.state.serverless.services[0]!.environments[0];
    if (environment?.buildSid) {
      const live = await deployedLineage(environment.domainName, this.deployments.read);
      if (newerStops(live, here).length > 0) {
        this.done.refusals += 1;
        return;
      }
    }
    this.builds += 1;
    const made = lineageOf(folder);
    const build = await this.deployments.build(`build${this.builds}`, 'own', made);
    await this.deployments.deploy('stage', build);
    noteMade(made, here);
    this.done.deployments += 1;
    this.noneLost(this.live, folder, 'served');
    this.live = phonesIn(folder);
  }

  /** What Twilio holds, after every step. */
  check(): void {
    const works = (generation: number) =>
      this.standIn.passwordMatches(
        LIST,
        'shop',
        sipPassword(KEY, {
          environment: 'stage',
          username: 'shop',
          generation,
        }),
      );
    const generations = Array.from({ length: MOST_GENERATIONS }, (_, i) => i + 1).filter(works);
    for (const generation of generations) {
      expect({
        generation,
        former: generation < this.highest || generation <= this.dead,
      }).toEqual({
        generation,
        former: false,
      });
      this.highest = Math.max(this.highest, generation);
    }
    if (generations.length === 0) this.dead = this.highest;
    expect(this.standIn.violations).toEqual([]);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Nobody takes a phone out of a directory here, but `shop`. */
  private noneLost(before: ReadonlySet<string>, folder: string, what: string): void {
    const now = phonesIn(folder);
    expect({ [what]: [...before].filter((phone) => !now.has(phone)) }).toEqual({
      [what]: [],
    });
  }
}

function phonesIn(folder: string): ReadonlySet<string> {
  const text = readFileSync(path.join(folder, 'extensions.yaml'), 'utf8');
  return new Set([...text.matchAll(/^(phone-\d+|office):/gm)].map(([, name]) => name!));
}

type Run = (world: World, folder: string) => Promise<unknown> | void;
interface Kind {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<{
    readonly text: string;
    readonly run: Run;
  }>;
}

function step(weight: number, text: string, run: Run): Kind {
  return { weight, arbitrary: fc.constant({ text, run }) };
}

const fault = fc.record({
  nth: fc.integer({ min: 1, max: 8 }),
  fault: fc.constantFrom(...FAULTS),
});

const STEPS: readonly Kind[] = [
  step(2, 'pull', (_, folder) => {
    git(folder, 'fetch', '-q');
    git(folder, 'reset', '-q', '--hard', 'origin/main');
  }),
  step(3, 'commit and push', (_, folder) => {
    commit(folder);
    try {
      git(folder, 'push', '-q', 'origin', 'HEAD:main');
    } catch {
      // The other one was faster.
    }
  }),
  step(3, 'rotate, asking Twilio', async (world, folder) => {
    const { highest } = await recordedGeneration(folder, 'shop', () => world.rest());
    rotate(folder, 'shop', highest);
  }),
  step(1, 'rotate, without an account', (_, folder) => void rotate(folder, 'shop')),
  step(2, 'take the shop out', (world, folder) =>
    world.edit(folder, (text) => text.replace(/^shop: .*\n/m, '')),
  ),
  step(2, 'put a shop in', (world, folder) =>
    world.edit(folder, (text) => (/^shop:/m.test(text) ? text : text + SHOP)),
  ),
  step(1, 'add a phone', (world, folder) => world.addPhone(folder)),
  step(1, 'lose the applied file', (_, folder) =>
    rmSync(path.join(folder, 'applied'), { recursive: true, force: true }),
  ),
  step(2, 'deploy', (world, folder) => world.deploy(folder)),
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.boolean(), fc.option(fault, { freq: 2 }), fc.boolean(), fc.boolean())
      .map(([prune, bad, lasts, forced]) => ({
        text: `apply${forced ? ' forced' : ''}${prune ? ' --prune' : ''}${bad ? ` with ${JSON.stringify(bad)}` : ''}${bad && lasts ? ' from then on' : ''}`,
        run: (world, folder) => {
          if (bad) {
            const on = ({ write, nth }: { write: boolean; nth: number }) =>
              write && (lasts ? nth >= bad.nth : nth === bad.nth);
            world.standIn.faults.plan({
              on,
              times: lasts ? Infinity : 1,
              fault: bad.fault,
            });
          }
          return world.apply(folder, prune, forced);
        },
      })),
  },
];

describe('two checkouts', () => {
  beforeAll(() => {
    for (const name of ['log', 'error'] as const) {
      jest.spyOn(console, name).mockImplementation(() => undefined);
    }
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it('let no former password in, and roll nothing newer back', async () => {
    const total = { applies: 0, deployments: 0, refusals: 0 };
    const sequence = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.oneof(...STEPS)), {
      minLength: 6,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const world = new World();
        try {
          await world.begin();
          for (const [who, { run }] of steps) {
            world.standIn.faults.reset();
            world.later();
            try {
              await run(world, world.folders[who]!);
            } catch (error) {
              // A refusal, or what Twilio did, is an answer too.
              if (!toUserError(error)) throw error;
              world.done.refusals += 1;
            }
            world.check();
          }
          for (const name of ['applies', 'deployments', 'refusals'] as const) {
            total[name] += world.done[name];
          }
        } finally {
          world.remove();
        }
      }),
      { numRuns: RUNS },
    );
    process.stdout.write(`${JSON.stringify(total)}\n`);
    expect(Math.min(...Object.values(total))).toBeGreaterThan(0);
  });
});
