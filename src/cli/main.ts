/** The command line as a process: `./dialtone <command>`. */
import { processIo } from './io';
import { createProgram } from './program';
import { guardConsole } from './terminal/harmless';
import { warnOfNodeVersion } from './terminal/nodeVersion';

for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessClosed);
guardConsole();
const io = processIo();
warnOfNodeVersion(io, process.version);
void createProgram(io)
  .run(process.argv.slice(2))
  .then((exitCode) => (process.exitCode = exitCode));

/** Whoever reads what is printed may have enough of it: `dialtone check | head`. What is under way goes on. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
