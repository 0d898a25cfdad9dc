/**
 * Which rooms may import from which (ARCHITECTURE.md), and that no files import each other in a circle,
 * type-only imports included. `npm run lint` holds it.
 */
const RUNTIME = {
  model: [],
  numbers: [],
  calls: ['model', 'numbers'],
  twiml: ['model', 'numbers', 'calls'],
  // The shape of what is stored: a message, how a search stands.
  stores: ['model', 'numbers', 'calls'],
  webhook: ['model', 'numbers', 'calls', 'twiml'],
  effects: ['model', 'numbers', 'calls', 'twiml', 'stores', 'webhook'],
};

/** What decides about calls, and may be used by every tool. */
const DECIDES = ['runtime/model', 'runtime/numbers', 'runtime/calls', 'runtime/twiml'];

const ROOMS = {
  ...Object.fromEntries(
    Object.entries(RUNTIME).map(([room, others]) => [
      `runtime/${room}`,
      others.map((other) => `runtime/${other}`),
    ]),
  ),
  functions: Object.keys(RUNTIME).map((room) => `runtime/${room}`),
  diagnostics: [],
  config: [...DECIDES, 'diagnostics'],
  simulate: [...DECIDES, 'diagnostics', 'config'],
  twilio: [...DECIDES, 'diagnostics', 'config', 'runtime/stores'],
  phones: [...DECIDES, 'diagnostics', 'config', 'twilio'],
  import: [...DECIDES, 'diagnostics', 'config'],
  build: [...DECIDES, 'diagnostics', 'config', 'twilio'],
  pages: [...DECIDES, 'diagnostics', 'config', 'simulate', 'twilio', 'phones'],
  cli: [...DECIDES, 'diagnostics', 'config', 'simulate', 'twilio', 'phones', 'import', 'build'],
};

const within = (rooms) => `^src/(${rooms.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(ROOMS).map(([room, others]) => ({
      name: `what ${room}/ may import`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: within([room, ...others]) },
    })),
    {
      name: 'tools stand outside',
      comment: 'Only a command that runs a tool imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^(tools|test)/' },
    },
    {
      name: 'what decides is pure',
      severity: 'error',
      from: { path: '^src/runtime/(model|numbers|calls)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'google-libphonenumber|re2js' },
    },
    {
      name: 'deployed code installs what it uses',
      severity: 'error',
      from: { path: '^src/(runtime|functions)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
