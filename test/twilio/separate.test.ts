/**
 * Environments do not touch each other: whatever is run in whatever order, and whatever somebody did in
 * the console before, what apply has looked after calls the functions of its own environment alone.
 */
import fc from 'fast-check';
import { environmentOfUrl } from '../../src/twilio/client/urls';
import type { EnvironmentName } from '../../src/runtime/model/directory';
import { UserError } from '../../src/diagnostics/errors';
import { promote } from '../../src/twilio/deploy/promote';
import { rollback } from '../../src/twilio/deploy/rollback';
import { Deployments } from '../cli/deployed';
import { runs } from '../support/runs';
import { Operator } from './operator';
import { ownNumbers } from './small';

const ENVIRONMENTS = ['stage', 'prod'] as const;
type Name = (typeof ENVIRONMENTS)[number];

/** A number of each environment. */
const NUMBERS: Readonly<Record<Name, string>> = { stage: '+15035550101', prod: '+15035550102' };

const DIRECTORY = {
  'site.yaml': `
name: Separate Phones
timeZone: America/Los_Angeles
languages: [en]
environments:
  stage: { sipDomain: direct-separate-stage }
  prod: { sipDomain: direct-separate-prod }
defaults: { callerId: +15035550102 }
`,
  'extensions.yaml': 'office: { name: Office }\n',
  'numbers.yaml': `
+15035550101: { ring: [office], environment: stage }
+15035550102: { ring: [office] }
`,
};

/** One command, or something that somebody clicks. */
type Step = (world: World) => Promise<void>;

class World {
  readonly operator = new Operator(DIRECTORY);
  readonly deployments = new Deployments(this.operator.standIn);
  /** What was applied since somebody last clicked. */
  readonly applied = new Set<Name>();
  private builds = 0;

  async begin(): Promise<void> {
    await ownNumbers(this.operator.standIn);
    await this.deployments.createService();
  }

  async deploy(environment: EnvironmentName): Promise<void> {
    this.builds += 1;
    await this.deployments.deploy(environment, await this.deployments.build(`build${this.builds}`));
  }

  check(): void {
    const { domains, numbers } = this.operator.standIn.state.api;
    for (const name of this.applied) {
      const domain = domains.find((one) => one.domainName.startsWith(`direct-separate-${name}`));
      const number = numbers.find(({ phoneNumber }) => phoneNumber === NUMBERS[name]);
      for (const one of [domain, number]) {
        for (const url of [one?.voiceUrl, one?.voiceFallbackUrl]) {
          if (url) expect({ name, url: environmentOfUrl(url) }).toEqual({ name, url: name });
        }
      }
    }
  }
}

const name = fc.constantFrom(...ENVIRONMENTS);

const step: fc.Arbitrary<{ readonly text: string; readonly run: Step }> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(name, fc.boolean()).map(([environment, prune]) => ({
      text: `apply ${environment}${prune ? ' --prune' : ''}`,
      run: async ({ operator, applied }: World) => {
        const { failures, stopped } = await operator.apply(environment, { prune, account: prune });
        expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
        // Before the first deployment there is nothing to point at, and all stays as it was.
        const { services } = operator.standIn.state.serverless;
        const all = services.flatMap(({ environments }) => environments);
        if (all.some((one) => one.domainSuffix === environment && one.buildSid)) {
          applied.add(environment);
        }
      },
    })),
  },
  name.map((environment) => ({
    text: `deploy ${environment}`,
    run: (world: World) => world.deploy(environment),
  })),
  fc.tuple(name, name).map(([from, to]) => ({
    text: `promote ${from} ${to}`,
    run: async ({ deployments }: World) => {
      const confirm = () => Promise.resolve();
      await promote({ ...deployments.tools, from, to, confirm });
    },
  })),
  name.map((environment) => ({
    text: `rollback ${environment}`,
    run: async ({ deployments }: World) => {
      await rollback({ ...deployments.tools, environment });
    },
  })),
  fc.tuple(name, name).map(([target, source]) => ({
    text: `in the console, point ${target} at ${source}`,
    run: ({ operator, applied }: World) => {
      const { state } = operator.standIn;
      const environments = state.serverless.services.flatMap((service) => service.environments);
      const url = `https://${environments.find(({ domainSuffix }) => domainSuffix === source)?.domainName ?? 'none.example'}/sip-outgoing`;
      for (const domain of state.api.domains) {
        if (domain.domainName.includes(target)) domain.voiceUrl = url;
      }
      for (const number of state.api.numbers) {
        if (number.phoneNumber === NUMBERS[target]) number.voiceUrl = url;
      }
      applied.delete(target);
      return Promise.resolve();
    },
  })),
);

describe('stage and prod', () => {
  it('are never pointed at each other, by any sequence of commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const world = new World();
        await world.begin();
        try {
          for (const { run } of steps) {
            // Refusals (nothing deployed yet, nothing to go back to) are answers too.
            await run(world).catch((error: unknown) => {
              if (!(error instanceof UserError)) throw error;
            });
            world.check();
          }
          expect(world.operator.standIn.violations).toEqual([]);
        } finally {
          world.operator.remove();
        }
      }),
      { numRuns: runs(15, 60) },
    );
  });
});
