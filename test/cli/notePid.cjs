// Loaded into every Node process of a command: notes its process id in the file NOTE_PIDS.
const { appendFileSync } = require('node:fs');
const { env, pid } = require('node:process');

appendFileSync(env.NOTE_PIDS, `${pid}\n`);
