/** Which Node.js this project is tried on: `.ci/node-versions` runs on each. */
import { err } from './colours';

const TRIED: readonly number[] = [22, 24];
const WORKS: readonly number[] = [20];

/** What to say of another version; undefined for those that are supported. */
export function nodeWarning(version: string): string | undefined {
  const [major] = version.replace(/^v/, '').split('.').map(Number);
  if (major === undefined || TRIED.includes(major)) return undefined;
  const judgement = WORKS.includes(major) ? 'works, but is not supported' : 'is not supported';
  return `Node.js ${version} ${judgement}: Dialtone is tested on ${TRIED.join(' and ')}.`;
}

/** Says so once, to a person: a pipe, a file or CI is not told. */
export function warnOfNodeVersion(): void {
  const warning = process.stderr.isTTY ? nodeWarning(process.version) : undefined;
  if (warning !== undefined) console.error(err.yellow(warning));
}
