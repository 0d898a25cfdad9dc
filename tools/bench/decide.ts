/** What deciding costs, at ten, a thousand and ten thousand phones. */
import { routeOutgoing, readCall } from '../../src/runtime/calls';
import { openDirectory } from '../../src/runtime/model/open';
import { bigDirectory, phone } from './bigDirectory';
import { microseconds } from './measure';

const RUNS = 20_000;

export function benchDecide(): void {
  console.log('\nDecide (µs, median / p95)');
  for (const size of [10, 1_000, 10_000]) {
    const started = performance.now();
    const compiled = bigDirectory(size);
    const compileMs = performance.now() - started;
    const directory = openDirectory(compiled);
    const now = new Date();
    const from = phone(size - 1);
    const times = ['5035550199', '+15035550100', '911', '#'].map((to) => {
      const call = { environment: 'prod' as const, from: `sip:${from}@x`, to: `sip:${to}@x` };
      const { median, p95 } = microseconds(
        () => routeOutgoing(readCall(call), directory, now),
        RUNS,
      );
      return `${to} ${median.toFixed(1)} / ${p95.toFixed(1)}`;
    });
    console.log(
      `  ${String(size).padStart(6)} phones: ${times.join('   ')}   (compiled in ${Math.round(compileMs)} ms)`,
    );
  }
}
