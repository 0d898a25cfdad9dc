/** What behaves alike stands in one box. */
export function alike<T>(
  all: Iterable<T>,
  behaviour: (one: T) => unknown,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = JSON.stringify(behaviour(one));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
