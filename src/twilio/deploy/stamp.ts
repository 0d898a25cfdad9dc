/** A build's stamp: which build a deployment serves can be seen from outside, in `/build.json`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../../config/checkout';
import type { Lineage } from './lineage';

/** Whose directory is in a build: the operator's own, the example, or none. */
export type Origin = 'own' | 'example' | 'empty';

/** What the public asset `build.json` holds: nothing secret, and the same for the same build. */
export interface BuildStamp {
  /** Of every built file's path and content. */
  readonly stamp: string;
  readonly directory: Origin;
  /** What it was made of; undefined in a build of an earlier version. */
  readonly commits?: Lineage | undefined;
}

export const STAMP_ASSET = 'build.json';
const STAMP_LENGTH = 16;

/** The stamp of the build in the folder `dist`. */
export function stampOf(dist = inCheckout('dist')): string {
  const hash = createHash('sha256');
  for (const file of builtFiles(dist)) {
    const content = readFileSync(path.join(dist, file));
    // With its length, so that no other files could be read into the same bytes.
    hash.update(`${JSON.stringify(file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, STAMP_LENGTH);
}

/** Adds the stamp to the build. */
export function writeStamp(dist: string, directory: Origin, commits: Lineage): void {
  const stamp: BuildStamp = { stamp: stampOf(dist), directory, commits };
  writeFileSync(path.join(dist, 'assets', STAMP_ASSET), `${JSON.stringify(stamp)}\n`);
}

/** Sorted, with slashes on every system; without the stamp itself. */
function builtFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dist, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file !== `assets/${STAMP_ASSET}`)
    .sort();
}
