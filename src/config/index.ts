/** The directory for the command line and the build; functions import `open` and `types` alone. */
export { compileDirectory, compileTexts } from './compile/compile';
export { COMPILED_VERSION, type CompiledDirectory } from '../runtime/model/compiled';
export { FILES, type FileName, type Texts } from './read/files';
export { EMPTY, emptyDirectory, openDirectory } from '../runtime/model/open';
export { Refused } from './read/ownFile';
export { OwnFolder } from './read/ownFolder';
export { directoryFiles } from './read/readFiles';
export { readRecordings } from './recordings/recordings';
