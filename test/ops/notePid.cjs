// Loaded into every Node process of a command: notes its process id in the file NOTE_PIDS.
require('node:fs').appendFileSync(process.env.NOTE_PIDS, `${process.pid}\n`);
