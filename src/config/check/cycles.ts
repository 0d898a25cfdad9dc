/** Ways that lead round for ever. */

type Steps = ReadonlyMap<string, readonly string[]>;

/** Circles that share no step, each from a name to that name again; none only where every way ends. */
export function cyclesIn(steps: Steps): string[][] {
  const endless = endlessOf(steps);
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of endless) {
    const path = [start];
    let here = start;
    while (!seen.has(here)) {
      seen.add(here);
      here = steps.get(here)?.find((name) => endless.has(name)) ?? here;
      path.push(here);
    }
    // What leads into a circle that was found is no other one.
    if (path.length > 1 && path.indexOf(here) < path.length - 1) {
      cycles.push(path.slice(path.indexOf(here)));
    }
  }
  return cycles;
}

/** Those from which some way without a key never ends: what is left when all that end are taken out. */
function endlessOf(steps: Steps): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  const open = new Map([...steps].map(([name, after]) => [name, after.length]));
  for (const [name, after] of steps) {
    for (const to of after) {
      const names = before.get(to);
      if (names) names.push(name);
      else before.set(to, [name]);
    }
  }
  const ended = [...steps.keys()].filter((name) => open.get(name) === 0);
  for (let name = ended.pop(); name !== undefined; name = ended.pop()) {
    open.delete(name);
    for (const one of before.get(name) ?? []) {
      const left = (open.get(one) ?? 0) - 1;
      open.set(one, left);
      if (left === 0) ended.push(one);
    }
  }
  return new Set(open.keys());
}
