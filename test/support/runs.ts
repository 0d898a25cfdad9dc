/**
 * How often a property is tried, and how much of an exhaustive loop is walked: `few` in `npm test`,
 * `full` with RUNS=full (`npm run test:long`). A variable of its own says a number for one file.
 */
export function runs(few: number, full: number, variable?: string): number {
  const own = variable === undefined ? undefined : process.env[variable];
  if (own) return Number(own);
  return FULL ? full : few;
}

/** Whether everything is to be tried. */
export const FULL = process.env.RUNS === 'full';
