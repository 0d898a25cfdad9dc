// Read by twilio-run and by the Twilio CLI's serverless plugin. Neither builds by itself: without a build
// they would say that this is no project of theirs.
const { existsSync } = require('node:fs');
const path = require('node:path');

const NOT_BUILT = `Nothing is built here yet: there is no dist/. Run one of these:

  ./dialtone build                        builds it; then run this again
  npm start                               builds a directory and serves it on this computer
  ./dialtone deploy --environment stage   builds and deploys
`;

/** What needs no build, or has one elsewhere: `twilio serverless:logs`, and --functions-folder of `npm start`. */
const NEEDS_NONE =
  /^(.*:)?(activate|promote|env|env-\w+|init|list|list-templates|logs|ls|new)$|^--functions-folder|^--help$|^--version$/;

const asked = process.argv.slice(2);
if (
  !existsSync(path.join(module.path, 'dist', 'functions')) &&
  !asked.some((word) => NEEDS_NONE.test(word))
) {
  process.stderr.write(NOT_BUILT);
  process.exit(1);
}

module.exports = {
  functionsFolder: 'dist/functions',
  assetsFolder: 'dist/assets',
  runtime: 'node22',
  // A fresh clone finds the service of the same name and adds to it.
  overrideExistingProject: true,

  commands: {
    start: {
      // A process for every request costs 145 ms each.
      forkProcess: false,
      live: false,
    },
  },

  // `twilio serverless:deploy --environment stage`. Variables are uploaded from the
  // environment's own file; see .env.example.
  environments: {
    dev: { env: '.env.dev' },
    stage: { env: '.env.stage' },
    prod: { env: '.env.prod' },
  },
};
