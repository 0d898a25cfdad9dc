/** What a new process costs: loading the function beside loading its libraries alone, and its memory. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../src/build/build';
import { checkedProject } from '../../src/config/checkedProject';
import { bigDirectory } from './bigDirectory';
import { inTurns } from './measure';

const RUNS = 25;
const DIST = '.e2e/cold';

export async function benchCold(): Promise<void> {
  build(checkedProject('examples/payphones'), DIST);
  const bundle = path.resolve(DIST, 'functions/sip-outgoing.protected.js');
  const libraries = externalModules(readFileSync(bundle, 'utf8'));
  const load = (modules: readonly string[]) => () =>
    execFileSync(process.execPath, [
      '-e',
      modules.map((m) => `require(${JSON.stringify(m)});`).join(''),
    ]);
  const times = await inTurns(
    { nothing: load([]), libraries: load(libraries), 'sip-outgoing': load([bundle]) },
    RUNS,
  );
  console.log(`\nCold load, whole process (ms, median / p95); libraries: ${libraries.join(', ')}`);
  for (const [name, { median, p95 }] of Object.entries(times)) {
    console.log(`  ${name.padEnd(14)} ${median.toFixed(1)} / ${p95.toFixed(1)}`);
  }
  const ratio = (times['sip-outgoing']?.median ?? NaN) / (times.libraries?.median ?? NaN);
  console.log(`  ratio          ${ratio.toFixed(2)}`);
}

/** What the bundle leaves outside and requires from node_modules. */
function externalModules(code: string): string[] {
  const names = [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
  return [...new Set(names)];
}

export function benchMemory(): void {
  mkdirSync('.e2e', { recursive: true });
  const file = path.resolve('.e2e/directory.json');
  writeFileSync(file, JSON.stringify(bigDirectory(10_000)));
  const open = path.resolve('src/runtime/model/open.ts');
  const [before, after, ms] = JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', '--require', 'tsx/cjs', '-e', MEMORY, open, file],
      { encoding: 'utf8' },
    ),
  ) as [number, number, number];
  console.log('\nMemory with 10,000 phones');
  console.log(
    `  asset   ${(readFileSync(file).length / 2 ** 20).toFixed(1)} MiB of JSON, opened in ${ms.toFixed(0)} ms`,
  );
  console.log(`  heap    ${((after - before) / 2 ** 20).toFixed(1)} MiB`);
}

const MEMORY = `
const { openDirectory } = require(process.argv[1]);
gc();
const before = process.memoryUsage().heapUsed;
const started = performance.now();
let directory = openDirectory(JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8')));
const ms = performance.now() - started;
gc();
console.log(JSON.stringify([before, process.memoryUsage().heapUsed, ms, directory.extensions.size]));
`;
