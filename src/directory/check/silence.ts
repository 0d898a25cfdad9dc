/** A caller who presses nothing: wherever they are, the call ends. */
import { type Exit, keyExits, otherwiseExit, silentExit } from '../menuTargets';
import { menusAfter } from './leads';
import type { Context } from './context';
import { below, tell } from './values';

type Steps = ReadonlyMap<string, readonly string[]>;

/**
 * Tells of every circle of menus through which a call goes by itself for ever: a chain of menus
 * without keys, one that repeats itself, or two that follow each other when no key comes.
 */
export function checkSilence(context: Context): void {
  const steps = silentSteps(context);
  const endless = endlessOf(steps);
  const told = new Set<string>();
  for (const start of endless) {
    const way = [start];
    let here = start;
    while (!told.has(here)) {
      told.add(here);
      here = steps.get(here)?.find((name) => endless.has(name)) ?? here;
      way.push(here);
    }
    // What leads into a circle that was told is no other one.
    if (way.length > 1 && way.indexOf(here) < way.length - 1) {
      tellCircle(context, way.slice(way.indexOf(here)));
    }
  }
}

function tellCircle(context: Context, circle: readonly string[]): void {
  const [name = ''] = circle;
  const entry = context.source.menus.get(name);
  if (!entry) return;
  const key = entry.menu.next ? 'next' : 'otherwise';
  const message = `never ends for a caller who presses nothing: ${circle.join(' → ')}`;
  const place = below({ file: entry.file, path: [name] }, key);
  tell(context, place, message, 'Let one of them end, such as `next: { do: hangUp }`.');
}

/** From each menu the menus to which a call goes without a key. */
function silentSteps(context: Context): Steps {
  const { menus } = context.source;
  const before = predecessors(context);
  const top = tops(context);
  return new Map(
    [...menus].map(([name, { menu }]) => {
      const exits = [silentExit(menu), otherwiseExit(menu)];
      const after = ({ target }: Exit) => {
        if (!('do' in target)) return menusAfter(target, context.source);
        if (target.do === 'repeat') return [name];
        // At the top there is nothing to go back to: the menu again.
        if (target.do === 'back')
          return [...(before.get(name) ?? []), ...(top.has(name) ? [name] : [])];
        return [];
      };
      const found = exits.flatMap((exit) => (exit ? after(exit) : []));
      return [name, [...new Set(found)].filter((each) => menus.has(each))];
    }),
  );
}

/** From which menus one comes to each; one that refuses entry is none of them. */
function predecessors({ source }: Context): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const [name, { menu }] of source.menus) {
    for (const { target } of [...keyExits(menu), silentExit(menu)]) {
      for (const to of withRefused(menusAfter(target, source), source)) {
        const names = before.get(to);
        if (names) names.push(name);
        else before.set(to, [name]);
      }
    }
  }
  return before;
}

/** Menus, and those to which they send whoever may not enter. */
function withRefused(names: readonly string[], source: Context['source']): ReadonlySet<string> {
  const all = new Set(names);
  // A set that grows while it is read is read to its end.
  for (const name of all) {
    const menu = source.menus.get(name)?.menu;
    const otherwise = menu && otherwiseExit(menu);
    for (const each of otherwise ? menusAfter(otherwise.target, source) : []) all.add(each);
  }
  return all;
}

/** Menus in which a call can begin. */
function tops({ source }: Context): ReadonlySet<string> {
  const { defaults } = source.site;
  const targets = [defaults, ...Object.values(source.extensions)].flatMap(({ hash, zero }) => [
    ...(hash ? [hash] : []),
    ...(zero ? [zero] : []),
  ]);
  const numbers = Object.values(source.numbers).flatMap(({ menu }) => menu ?? []);
  return withRefused(
    [...targets.flatMap((target) => menusAfter(target, source)), ...numbers],
    source,
  );
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
