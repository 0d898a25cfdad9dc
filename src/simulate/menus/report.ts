/** What there is to know of a directory's menus: how deep, how many keys, how much is recorded. */
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { recordingsFetched } from '../../config/check/firstKey';
import type { Directory, CallLanguage, Menu, Prompt, Target } from '../../runtime/model/directory';

export interface MenuReport {
  readonly menus: number;
  /** Keys that lead somewhere, of all menus. */
  readonly keys: number;
  /** Most keys that must be pressed to come to a menu. */
  readonly depth: number;
  readonly prompts: PromptCount;
  readonly each: readonly MenuLine[];
}

interface PromptCount {
  /** One prompt in one language counts one. */
  readonly recorded: number;
  readonly spoken: number;
}

export interface MenuLine {
  readonly name: string;
  readonly keys: number;
  /** Keys that must be pressed to come to it. */
  readonly depth: number;
  /** Requests until its keys can be pressed: the call's own, and one a key. */
  readonly requests: number;
  /** Recordings that are fetched before its first sound. */
  readonly recordings: Readonly<Partial<Record<CallLanguage, number>>>;
}

export function menuReport({ menus, site, extensions, numbers }: Directory): MenuReport {
  const depths = depthsOf(menus, [
    ...[site.defaults, ...extensions.values()].flatMap(({ hash, hashAtDialTone, zero }) => [
      hash,
      hashAtDialTone,
      zero,
    ]),
    ...[...numbers.values()].map(({ answer }) => answer),
  ]);
  const each = [...menus.values()].map((menu): MenuLine => {
    const depth = depths.get(menu.name) ?? 0;
    return {
      name: menu.name,
      keys: Object.keys(menu.keys).length,
      depth,
      requests: depth + 1,
      recordings: Object.fromEntries(
        site.languages.map((language) => [
          language,
          recordingsFetched(menu, { menus, site }, language)[0] ?? 0,
        ]),
      ),
    };
  });
  return {
    menus: menus.size,
    keys: each.reduce((sum, { keys }) => sum + keys, 0),
    depth: Math.max(0, ...each.map(({ depth }) => depth)),
    prompts: promptsOf([...menus.values()]),
    each,
  };
}

/** Errors of menus, of what leads to them, and of the operator. */
export function isMenuDiagnostic({ where: { file, path } }: Diagnostic): boolean {
  if (/^(menus?[/.]|operators\.yaml$)/.test(file)) return true;
  return /(^|\.)(hash|hashAtDialTone|zero|menus?|operator|language|numberLists|dial)($|[.[])/.test(
    path,
  );
}

/** What follows by itself costs no key. */
function depthsOf(
  menus: Directory['menus'],
  roots: readonly (Target | undefined)[],
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  let here = roots.flatMap(menuOf);
  for (let depth = 0; here.length > 0; depth++) {
    const next: string[] = [];
    const open = [...here];
    for (let name = open.shift(); name !== undefined; name = open.shift()) {
      const menu = menus.get(name);
      if (depths.has(name) || !menu) continue;
      depths.set(name, depth);
      open.push(...menuOf(menu.next), ...menuOf(menu.only?.otherwise));
      next.push(...Object.values(menu.keys).flatMap(menuOf));
    }
    here = next;
  }
  return depths;
}

function menuOf(target: Target | undefined): string[] {
  return target && 'menu' in target ? [target.menu] : [];
}

function promptsOf(menus: readonly Menu[]): PromptCount {
  const sounds = menus
    .flatMap(({ intro, oneOf, prompts }): Prompt[] => [...intro, ...oneOf, ...prompts])
    .flatMap((prompt) => Object.values(prompt));
  const recorded = sounds.filter((sound) => 'play' in sound).length;
  return { recorded, spoken: sounds.length - recorded };
}
