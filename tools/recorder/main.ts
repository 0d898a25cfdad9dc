/** `npm run record -- OUT`, and `npm run record -- --compare BEFORE AFTER`; see README.md. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { recordAssets } from './assets';
import { compare } from './compare';
import { makeModels, recordFiles } from './phones';
import { recordCommands } from './said';
import { buildSites, type Site } from './sites';
import { CLOCK, inParallel, WORK } from './work';

const PARTS: readonly string[] = ['webhooks', 'sheets', 'phones', 'commands', 'assets'];

function isPart(name: string): boolean {
  return PARTS.includes(name);
}

async function main(args: readonly string[]): Promise<void> {
  const [first, before, after] = args;
  if (first === '--compare' && before !== undefined && after !== undefined) {
    if (!compare(before, after)) process.exitCode = 1;
  } else if (first !== undefined && !first.startsWith('-') && args.slice(1).every(isPart)) {
    await record(path.resolve(first), args.length > 1 ? args.slice(1) : PARTS);
  } else {
    console.error(
      `npm run record -- OUT_FOLDER [${PARTS.join(' | ')}]…\nnpm run record -- --compare BEFORE AFTER`,
    );
    process.exitCode = 64;
  }
}

async function record(out: string, parts: readonly string[]): Promise<void> {
  if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty`);
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1_000)} s`;
  rmSync(WORK, { recursive: true, force: true });
  const sites = await buildSites();
  for (const site of sites) {
    if (parts.includes('assets') && !site.name.includes('-')) recordAssets(site, out);
  }
  makeModels();
  // Two lanes, for two cores.
  const webhooks = async () => {
    if (!parts.includes('webhooks')) return;
    mkdirSync(path.join(out, 'webhooks'), { recursive: true });
    const counts = await inParallel(sites, 1, (site) => recordWebhooks(site, out));
    console.log(sites.map(({ name }, n) => `  ${name} ${counts[n]}`).join('\n'));
    const requests = counts.reduce((sum, count) => sum + count, 0);
    console.log(`${requests} requests to webhooks (${seconds()})`);
  };
  const sheets = async () => {
    if (!parts.includes('sheets')) return;
    await script('sheets.ts', out);
    console.log(`Sheets (${seconds()})`);
  };
  const commands = async () => {
    if (parts.includes('phones')) await recordFiles(out);
    if (!parts.includes('commands')) return;
    console.log(`${await recordCommands(out)} commands (${seconds()})`);
  };
  await Promise.all([webhooks().then(sheets), commands()]);
  rmSync(WORK, { recursive: true, force: true });
}

async function recordWebhooks({ name, dist }: Site, out: string): Promise<number> {
  const file = path.join(out, 'webhooks', `${name}.jsonl`);
  await script('webhooks/main.ts', name, dist, file);
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}

async function script(name: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--require', CLOCK, path.join('tools/recorder', name), ...args],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { PATH: process.env.PATH, HOME: WORK } },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}`);
}

void main(process.argv.slice(2));
