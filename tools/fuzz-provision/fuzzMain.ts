/** `npm run fuzz:provision`: ten thousand requests, fifty at a time; and what memory they take. */
import fc from 'fast-check';
import { FuzzedServer } from './fuzz';
import { fuzzedRequest } from './fuzzRequests';

const REQUESTS = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.argv[3] ?? Date.now());
const BATCH = 1_000;

async function main(): Promise<void> {
  console.log(`${REQUESTS} requests, seed ${SEED}`);
  const server = await FuzzedServer.start();
  console.log(`${'0'.padStart(7)} answered, ${server.residentMiB() ?? '?'} MiB`);
  const diagnostics: string[] = [];
  let handedOver = 0;
  try {
    for (let done = 0; done < REQUESTS && diagnostics.length === 0; done += BATCH) {
      const numRuns = Math.min(BATCH, REQUESTS - done);
      const found = await server.fuzz(fc.sample(fuzzedRequest, { numRuns, seed: SEED + done }));
      diagnostics.push(...found.diagnostics);
      handedOver += found.handedOver;
      console.log(
        `${String(done + numRuns).padStart(7)} answered, ${server.residentMiB() ?? '?'} MiB  ${JSON.stringify(found.statuses)}`,
      );
    }
  } finally {
    await server.stop();
  }
  console.log(
    diagnostics.length === 0
      ? `No password left but ${handedOver} times, each within a window of its phone.`
      : diagnostics.slice(0, 5).join('\n'),
  );
  process.exitCode = diagnostics.length === 0 ? 0 : 1;
}

void main();
