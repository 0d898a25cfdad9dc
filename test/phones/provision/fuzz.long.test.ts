import fc from 'fast-check';
import { FuzzedServer } from '../../../tools/fuzz-provision/fuzz';
import { fuzzedRequest } from '../../../tools/fuzz-provision/fuzzRequests';

it('two thousand requests, good and hostile, fifty at a time: no password leaks, nothing breaks', async () => {
  const server = await FuzzedServer.start();
  try {
    const requests = fc.sample(fuzzedRequest, { numRuns: 2_000, seed: 20261121 });
    const { diagnostics, statuses, handedOver } = await server.fuzz(requests);
    expect(diagnostics).toEqual([]);
    // The mix holds what it should: files handed out, and refusals of each kind.
    expect(handedOver).toBeGreaterThan(20);
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '404', '431']));
    expect(server.residentMiB() ?? 0).toBeLessThan(400);
  } finally {
    await server.stop();
  }
});
