/** What a build leaves: its files by name, and the content of what is no code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from './sites';
import { put } from './work';

/** Made of the code itself, which may be written otherwise and do the same. */
const STAMP = 'assets/build.json';

export function recordAssets(site: Site, out: string): void {
  const files = readdirSync(site.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(site.dist, path.join(parentPath, name)))
    .sort();
  put(path.join(out, 'assets', site.name, 'files.txt'), `${files.join('\n')}\n`);
  for (const file of files) {
    if (!file.startsWith('assets')) continue;
    const content = readFileSync(path.join(site.dist, file));
    const kept = path.join(out, 'assets', site.name, file.replace('assets/', ''));
    if (file === STAMP) put(kept, masked(content.toString()));
    else if (file.endsWith('.json')) put(kept, pretty(content.toString()));
    else put(kept, content);
  }
}

/** The names and kinds of what it tells. */
function masked(stamp: string): string {
  return pretty(stamp)
    .replace(/: "[0-9a-f]{16,64}"/g, ': "…"')
    .replace(/,\s*"changed": "…"/g, '');
}

function pretty(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 1)}\n`;
}
