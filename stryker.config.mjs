/** `npm run mutate`: breaks src/runtime/calls/ by the hundred and sees whether a test notices. */
export default {
  mutate: ['src/runtime/calls/**/*.ts'],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutate.config.mjs' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant in a loop is found by the clock.
  timeoutMS: 10_000,
  ignoreStatic: false,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 95, low: 90, break: 90 },
};
