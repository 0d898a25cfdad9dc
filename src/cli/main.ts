/** The command line as a process: `./dialtone <command>`. */
import { processIo } from './io';
import { createProgram } from './program';
import { guardConsole } from './terminal/harmless';
import { warnOfNodeVersion } from './terminal/nodeVersion';

guardConsole();
const io = processIo();
warnOfNodeVersion(io, process.version);
void createProgram(io)
  .run(process.argv.slice(2))
  .then((exitCode) => (process.exitCode = exitCode));
