/** Timing: many single measurements, and of those the middle one. */
export interface Measured {
  readonly median: number;
  readonly p95: number;
}

/** Microseconds that one run of `work` takes. */
export function microseconds(work: () => void, runs: number): Measured {
  for (let run = 0; run < runs / 5; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1e3;
  });
  return summary(times);
}

/** Milliseconds that each of several works takes, in turns, so that a busy machine slows all alike. */
export async function inTurns(
  works: Readonly<Record<string, () => unknown>>,
  runs: number,
): Promise<Record<string, Measured>> {
  const times: Record<string, number[]> = {};
  for (let run = -Math.ceil(runs / 10); run < runs; run += 1) {
    for (const [name, work] of Object.entries(works)) {
      const started = process.hrtime.bigint();
      await work();
      const elapsed = Number(process.hrtime.bigint() - started) / 1e6;
      if (run >= 0) (times[name] ??= []).push(elapsed);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, summary(list)]));
}

function summary(times: number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return { median: at(0.5), p95: at(0.95) };
}
