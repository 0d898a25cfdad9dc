/** A short run of `npm run fuzz`: hostile requests over HTTP, and every answer is valid TwiML. */
import fc from 'fast-check';
import { fuzzServer } from '../../tools/fuzz/fuzz';
import { fuzzedRequest } from '../../tools/fuzz/requests';
import { startLocalServer } from '../support/localServer';
import { runs } from '../support/runs';

it('answers valid TwiML to whatever it is asked', async () => {
  const seed = Date.now();
  const server = await startLocalServer('examples/payphones');
  try {
    const requests = fc.sample(fuzzedRequest, { numRuns: runs(1_000, 100_000), seed });
    const failures = await fuzzServer(server.url, requests);
    expect({ seed, failures: failures.slice(0, 3) }).toEqual({ seed, failures: [] });
  } finally {
    await server.stop();
  }
});
