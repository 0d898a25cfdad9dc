/** Which Node.js this project is tried on: `.ci/node-versions` runs on each. */
import type { Io } from '../io';
import { coloursOf } from './colours';

const TRIED: readonly number[] = [22, 24];
const WORKS: readonly number[] = [20];

/** What to say of another version; undefined for those that are supported. */
export function nodeWarning(version: string): string | undefined {
  const [major] = version.replace(/^v/, '').split('.').map(Number);
  if (major === undefined || TRIED.includes(major)) return undefined;
  const judgement = WORKS.includes(major) ? 'works, but is not supported' : 'is not supported';
  return `Node.js ${version} ${judgement}: Dialtone is tested on ${TRIED.join(' and ')}.`;
}

/** Says so to a person, not to a pipe, a file or CI. */
export function warnOfNodeVersion({ stderr }: Io, version: string): void {
  const warning = stderr.isTTY ? nodeWarning(version) : undefined;
  if (warning !== undefined) stderr.write(`${coloursOf(stderr).yellow(warning)}\n`);
}
