/** The files of an operator's directory. */
export const FILES = [
  'site.yaml',
  'extensions.yaml',
  'numbers.yaml',
  'calling.yaml',
  'operators.yaml',
] as const;

/** Beside these, any number of files in the folder `menus`: all of one kind. */
export const MENUS = 'menus/*.yaml';
export const FILE_KINDS = [...FILES, MENUS] as const;

/** The files' JSON Schemas, for editors. It lies in the directory itself, so that a copy of it anywhere has them. */
export const SCHEMA_FOLDER = '.schema';

export type MenuFile = `menus/${string}.yaml`;
export type FileName = (typeof FILES)[number] | MenuFile;
export type FileKind = (typeof FILE_KINDS)[number];

/** What the files hold; one that is left out is absent. */
export type Texts = Readonly<
  Partial<Record<(typeof FILES)[number], string>> & Record<MenuFile, string>
>;

export function isMenuFile(name: string): name is MenuFile {
  return /^menus\/[^./][^/]*\.yaml$/.test(name);
}

export function kindOf(name: FileName): FileKind {
  return isMenuFile(name) ? MENUS : name;
}

/** Keys and list positions from the root of a file to a value in it. */
export type Path = readonly (string | number)[];

/** `classes.local.allow[0]`, as errors name a place. */
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

/** The key at the root of a file, of a path as `formatPath` writes it. */
export function firstKey(path: string): string {
  const [, quoted, plain = ''] = /^(?:\["(.*?)"\](?=$|[.[])|([^.[]+))/s.exec(path) ?? [];
  return quoted ?? plain;
}
