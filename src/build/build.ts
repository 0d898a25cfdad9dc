/** What Twilio, or twilio-run, is given: functions and assets. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, buildSync, type OutputFile } from 'esbuild';
import { type Lineage, lineageOf } from '../twilio/deploy/lineage';
import { bookAsset, bookOf } from '../runtime/calls';
import { UserError } from '../diagnostics/errors';
import { checkout, inCheckout } from '../config/checkout';
import type { Project } from '../config/project';
import { originOf } from './deployableProject';
import { writeSounds } from './soundAssets';
import { writeStamp } from '../twilio/deploy/stamp';

const FUNCTIONS = 'src/functions';
const ASSETS = 'src/assets';

/**
 * Writes `functions` and `assets` anew in the folder `dist`.
 *
 * @throws UserError when the code does not bundle; what was built before stays.
 */
export function build(project: Project, dist = inCheckout('dist')): void {
  const functions = bundleFunctions(path.join(dist, 'functions'));
  rmSync(dist, { recursive: true, force: true });
  for (const { path: file, contents } of functions) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  const assets = path.join(dist, 'assets');
  cpSync(inCheckout(ASSETS), assets, { recursive: true });
  writeFileSync(path.join(assets, 'directory.private.json'), JSON.stringify(project.compiled));
  const emergency = JSON.stringify(bookAsset(bookOf(project.directory)));
  writeFileSync(path.join(assets, 'emergency.private.json'), emergency);
  for (const { name, text, shipped } of project.templates.values()) {
    if (!shipped) writeFileSync(path.join(assets, 'twiml', `${name}.private.xml`), text);
  }
  writeSounds(project, assets);
  writeStamp(dist, originOf(project), lineageFor(project));
}

/** The commits that a build of this project is made of. */
export function lineageFor(project: Project): Lineage {
  return lineageOf(originOf(project) === 'empty' ? undefined : project.folder);
}

/**
 * Twilio uploads every function by itself, so each is bundled with the code it
 * shares. The packages in package.json's dependencies are installed there.
 */
export function bundling(outdir: string) {
  return {
    entryPoints: readdirSync(inCheckout(FUNCTIONS)).map((file) => path.join(FUNCTIONS, file)),
    outdir: path.resolve(outdir),
    // Of now: esbuild remembers the folder in which it was loaded.
    absWorkingDir: path.resolve(checkout()),
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Less to load at a cold start; names stay, and a stack trace still says where.
    minifyWhitespace: true,
    lineLimit: 120,
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}

function bundleFunctions(outdir: string): OutputFile[] {
  try {
    return buildSync(bundling(outdir)).outputFiles;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(cause, 'The functions do not build.', { cause: error });
  }
}
