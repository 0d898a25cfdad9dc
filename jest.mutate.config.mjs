import config from './jest.config.mjs';

/** The tests of src/calls alone. */
export default {
  ...config,
  roots: ['<rootDir>/test/calls'],
  coverageThreshold: undefined,
};
