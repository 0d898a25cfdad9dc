/** What Twilio, or twilio-run, is given: functions and assets. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Project } from './project';

const FUNCTIONS = 'src/functions';
const ASSETS = 'src/assets';

/** Writes `functions` and `assets` anew in the folder `dist`. */
export function build(project: Project, dist = 'dist'): void {
  rmSync(dist, { recursive: true, force: true });
  bundleFunctions(path.join(dist, 'functions'));
  const assets = path.join(dist, 'assets');
  cpSync(ASSETS, assets, { recursive: true });
  writeFileSync(path.join(assets, 'directory.private.json'), JSON.stringify(project.compiled));
  for (const { name, text, shipped } of project.templates.values()) {
    if (!shipped) writeFileSync(path.join(assets, 'twiml', `${name}.private.xml`), text);
  }
}

/**
 * Twilio uploads every function by itself, so each is bundled with the code it
 * shares. The packages in package.json's dependencies are installed there.
 */
function bundleFunctions(outdir: string): void {
  buildSync({
    entryPoints: readdirSync(FUNCTIONS).map((file) => path.join(FUNCTIONS, file)),
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
}
