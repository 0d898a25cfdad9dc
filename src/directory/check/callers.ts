/** Who gets where: nobody is led to what they may not do, and nobody who may call 911 is kept from it. */
import type { Source } from '../load';
import { type Exit, keyExits, otherwiseExit, silentExit } from '../menuTargets';
import type { TargetSource } from '../schema';
import type { Context } from './context';
import { menusAfter } from './leads';
import { below, type Place, tell } from './values';

/** Phones that may call 911, phones that may not, and callers from outside. */
interface Caller {
  readonly emergency: boolean;
  readonly outside: boolean;
}

/** Where someone is led, and how they came there. */
interface Arrival {
  readonly caller: Caller;
  readonly place: Place;
  readonly target: TargetSource;
  /** `clinton: # → main → 4`. */
  readonly trail: string;
}

export function checkCallers(context: Context): void {
  const { source } = context;
  const open = [...phoneArrivals(source), ...numberArrivals(source)];
  const seen = new Set<string>();
  const told = new Set<TargetSource>();
  const entered = new Set<string>();
  for (let i = 0; i < open.length; i++) {
    const arrival = open[i];
    if (!arrival) continue;
    checkArrival(context, arrival, told);
    for (const name of menusAfter(arrival.target, source)) {
      const key = JSON.stringify([name, arrival.caller]);
      const entry = source.menus.get(name);
      if (!entry || seen.has(key)) continue;
      seen.add(key);
      const may = mayEnter(entry.menu.only?.emergency, arrival.caller);
      if (may) entered.add(name);
      const refused = entry.menu.only && otherwiseExit(entry.menu);
      const exits = [
        ...(may ? [...keyExits(entry.menu), silentExit(entry.menu)] : []),
        ...(refused ? [refused] : []),
      ];
      const place: Place = { file: entry.file, path: [name] };
      open.push(...exits.map((exit) => arrive(arrival, name, place, exit)));
    }
  }
  tellLockedOut(
    context,
    new Set([...seen].map((key) => (JSON.parse(key) as [string])[0])),
    entered,
  );
}

function arrive(from: Arrival, name: string, place: Place, { path, target, by }: Exit): Arrival {
  const trail = `${from.trail} → ${name} ${by}`;
  return { caller: from.caller, place: below(place, ...path), target, trail };
}

function mayEnter(emergency: boolean | undefined, caller: Caller): boolean {
  return emergency === undefined || emergency === caller.emergency;
}

function phoneArrivals({ extensions, site }: Source): Arrival[] {
  return Object.entries(extensions).flatMap(([username, { emergency, ...own }]) =>
    (['hash', 'zero'] as const).flatMap((key) => {
      const target = own[key] ?? site.defaults[key];
      if (target === undefined) return [];
      const place: Place = own[key]
        ? { file: 'extensions.yaml', path: [username, key] }
        : { file: 'site.yaml', path: ['defaults', key] };
      const trail = `${username}: ${key === 'hash' ? '#' : '0'}`;
      return [{ caller: { emergency, outside: false }, place, target, trail }];
    }),
  );
}

/** Callers from outside, and our own phones that dial the number. */
function numberArrivals({ numbers, extensions }: Source): Arrival[] {
  const flags = new Set(Object.values(extensions).map(({ emergency }) => emergency));
  const callers = [
    { emergency: false, outside: true },
    ...[...flags].map((emergency) => ({ emergency, outside: false })),
  ];
  return Object.entries(numbers).flatMap(([number, { menu }]) => {
    if (menu === undefined) return [];
    const place: Place = { file: 'numbers.yaml', path: [number] };
    return callers.map((caller) => ({ caller, place, target: { menu }, trail: number }));
  });
}

function checkArrival(
  context: Context,
  { caller, place, target, trail }: Arrival,
  told: Set<TargetSource>,
): void {
  if (!('do' in target) || told.has(target)) return;
  const at = below(place, 'do');
  if (target.do === 'dialTone' && caller.outside) {
    told.add(target);
    const message = `gives the dial tone to callers from outside, who would call at our cost (${trail})`;
    return tell(context, at, message, 'Take the key out, or lead the number to another menu.');
  }
  if (target.do !== 'emergency' || caller.emergency) return;
  told.add(target);
  const who = caller.outside ? 'callers from outside' : 'phones that may not call 911';
  const message = `leads ${who} to an emergency call, which they are refused (${trail})`;
  tell(context, at, message, 'Put it in a menu with `only: { emergency: true }`.');
}

function tellLockedOut(
  { report, source }: Context,
  reached: ReadonlySet<string>,
  entered: ReadonlySet<string>,
): void {
  for (const name of reached) {
    const entry = source.menus.get(name);
    if (entered.has(name) || !entry) continue;
    const message = 'nobody who gets here may enter';
    report.warn(
      entry.file,
      [name, 'only', 'emergency'],
      message,
      'Lead others here, or take `only` out.',
    );
  }
}
