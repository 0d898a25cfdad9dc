/** `npm run fuzz`: a hundred thousand requests over HTTP; every answer must be valid TwiML. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { startLocalServer } from '../../test/support/localServer';
import { fuzzServer } from './fuzz';
import { fuzzedRequest } from './requests';

const REQUESTS = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? Date.now());
const BATCH = 5_000;

async function main(): Promise<void> {
  console.log(`${REQUESTS} requests, seed ${SEED}`);
  const server = await startLocalServer('examples/payphones');
  const diagnostics: string[] = [];
  try {
    for (let done = 0; done < REQUESTS && diagnostics.length === 0; done += BATCH) {
      const batch = Math.min(BATCH, REQUESTS - done);
      const requests = fc.sample(fuzzedRequest, { numRuns: batch, seed: SEED + done });
      diagnostics.push(...(await fuzzServer(server.url, requests)));
      console.log(`${String(done + batch).padStart(7)} answered, ${residentMiB(server.pid)} MiB`);
    }
  } finally {
    await server.stop();
  }
  console.log(
    diagnostics.length === 0
      ? 'Every answer was valid TwiML.'
      : diagnostics.slice(0, 5).join('\n\n'),
  );
  process.exitCode = diagnostics.length === 0 ? 0 : 1;
}

/** Memory of the server as Linux counts it. */
function residentMiB(pid: number): string {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (Number(kib) / 1024).toFixed(0);
  } catch {
    return '?';
  }
}

void main();
