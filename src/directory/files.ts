/** The files of an operator's directory. */
export const FILES = ['site.yaml', 'extensions.yaml', 'numbers.yaml', 'calling.yaml'] as const;
export type FileName = (typeof FILES)[number];

/** Keys and list positions from the root of a file to a value in it. */
export type Path = readonly (string | number)[];

/** `classes.local.allow[0]`, as faults name a place. */
export function formatPath(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      const plain = /^[^\s.[\]]+$/.test(step);
      if (!plain) return `["${step}"]`;
      return i === 0 ? step : `.${step}`;
    })
    .join('');
}
