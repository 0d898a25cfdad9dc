import config from './jest.config.mjs';

/** The tables of src/runtime/calls: each mutant must be seen by a row, not by the luck of a property. */
export default {
  ...config,
  roots: ['<rootDir>/test/runtime/calls'],
  testPathIgnorePatterns: ['properties'],
  coverageThreshold: undefined,
};
