/** The directory for the command line and the build; functions import `open` and `types` alone. */
export { compileDirectory, compileTexts } from './compile';
export { COMPILED_VERSION, type CompiledDirectory } from '../runtime/model/compiled';
export { type Fault, formatFaults } from './diagnostics';
export { FILES, type FileName, type Texts } from './files';
export { EMPTY, emptyDirectory, openDirectory } from '../runtime/model/open';
export { Refused } from './ownFile';
export { OwnFolder } from './ownFolder';
export { directoryFiles } from './readFiles';
export { readRecordings } from './recordings';
