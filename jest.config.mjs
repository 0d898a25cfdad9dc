/**
 * Three tiers of tests; CONTRIBUTING.md says what each is for.
 *   fast  *.test.ts                         npm test
 *   edge  *.edge.test.ts                    npm run test:edge
 *   long  *.long.test.ts, and the files that ask test/support/runs.ts how often, in full   npm run test:long
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from 'esbuild';

const TESTS = path.join(import.meta.dirname, 'test');
const MINUTE = 60_000;

const TIERS = {
  fast: {
    testMatch: ['**/*.test.ts', '!**/*.{edge,long}.test.ts'],
    testTimeout: 2 * MINUTE,
  },
  edge: {
    testMatch: ['**/*.edge.test.ts'],
    testTimeout: 5 * MINUTE,
  },
  long: {
    testMatch: ['**/*.long.test.ts', ...askHowOften()],
    testTimeout: 60 * MINUTE,
  },
};

/**
 * `npm ci && npm test` compiles everything anew: esbuild does it in a tenth of the time. The other tiers,
 * in which that is little, run what TypeScript's own compiler makes of it.
 */
const TRANSFORMERS = {
  fast: ['<rootDir>/test/support/esbuild.cjs', { version }],
  edge: ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
  long: ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
};

/** The files with properties and exhaustive loops, which `npm test` runs in part. */
function askHowOften() {
  return readdirSync(TESTS, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(TESTS, file))
    .filter((file) => readFileSync(file, 'utf8').includes("support/runs'"));
}

const tier = process.env.TIER ?? 'fast';
if (!Object.hasOwn(TIERS, tier)) throw new Error(`TIER=${tier}: take fast, edge or long`);

// Half of what a worker allocates is soon garbage: with room for it, it is never copied. A seventh of all time.
if (tier === 'fast') {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim();
}

// OPERATOR_RUNS=1000, say, takes one file's properties to any length.
const longer = Object.keys(process.env).some((name) => name.endsWith('_RUNS'));

export default {
  ...TIERS[tier],
  ...(longer && { testTimeout: TIERS.long.testTimeout }),
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Types are checked by `npm run typecheck`; here only the code is run.
  transform: { '^.+\\.ts$': TRANSFORMERS[tier] },
  // Modules that a command loads late are named as Node finds them.
  moduleNameMapper: {
    '^(\\./commands/.+|\\./chosenEnvironment|\\.\\./twilio/client/toUserError)\\.js$': '$1',
  },
  // On two cores jest would take one worker. One that has grown large is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // To give back so much memory takes longer than the half second after which jest speaks of leaks.
  workerGracefulExitTimeout: 10_000,
  // Node.js finds a global name of a test's context slowly. These nobody replaces; fake timers replace `Date`.
  sandboxInjectedGlobals: [
    ...['Array', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number'],
    ...['Object', 'Promise', 'RegExp', 'Set', 'String', 'Symbol'],
  ],
  // Every branch of what decides about a call is seen by a test: `npm test -- --coverage`.
  collectCoverageFrom: ['src/runtime/calls/**/*.ts'],
  coverageThreshold: { './src/runtime/calls/': { branches: 100 } },
};
