/** Who gets where, and how: every target that a phone or a caller from outside can come to. */
import type { Source } from '../read/load';
import { type Exit, keyExits, otherwiseExit, silentExit } from '../compile/menuTargets';
import { PHONE_TARGETS, type PhoneTarget } from '../compile/targets';
import type { TargetSource } from '../schema';
import { reachableMenus } from './reachableMenus';
import { below, type Location } from './values';

/** Phones that may call 911, phones that may not, and callers from outside. */
export interface Caller {
  readonly emergency: boolean;
  readonly outside: boolean;
}

/** Where someone is led, and how they came there. */
export interface Arrival {
  readonly caller: Caller;
  readonly location: Location;
  readonly target: TargetSource;
  /** `clinton: # → main → 4`. */
  readonly trail: string;
}

/** Each menu once for each kind of caller. */
export function arrivalsIn(source: Source): readonly Arrival[] {
  const open = [
    ...phoneArrivals(source),
    ...serviceCodeArrivals(source),
    ...numberArrivals(source),
  ];
  const seen = new Set<string>();
  // A list that grows while it is read is read to its end.
  for (const arrival of open) {
    for (const name of reachableMenus(arrival.target, source)) {
      const key = JSON.stringify([name, arrival.caller]);
      const entry = source.menus.get(name);
      if (!entry || seen.has(key)) continue;
      seen.add(key);
      const may = mayEnter(entry.menu.only?.emergency, arrival.caller);
      const refused = entry.menu.only && otherwiseExit(entry.menu);
      const exits = [
        ...(may ? [...keyExits(entry.menu), silentExit(entry.menu)] : []),
        ...(refused ? [refused] : []),
      ];
      const location: Location = { file: entry.file, path: [name] };
      open.push(...exits.map((exit) => arrive(arrival, name, location, exit)));
    }
  }
  return open;
}

/** The callers who get to each menu, whether or not they may enter. */
export function callersAt(
  arrivals: readonly Arrival[],
  source: Source,
): ReadonlyMap<string, readonly Caller[]> {
  const callers = new Map<string, Caller[]>();
  for (const { caller, target } of arrivals) {
    for (const name of reachableMenus(target, source)) {
      const there = callers.get(name) ?? [];
      callers.set(name, there);
      if (!there.some((each) => isSame(each, caller))) there.push(caller);
    }
  }
  return callers;
}

export function mayEnter(emergency: boolean | undefined, caller: Caller): boolean {
  return emergency === undefined || emergency === caller.emergency;
}

function isSame(one: Caller, other: Caller): boolean {
  return one.emergency === other.emergency && one.outside === other.outside;
}

function arrive(
  from: Arrival,
  name: string,
  location: Location,
  { path, target, by }: Exit,
): Arrival {
  const trail = `${from.trail} → ${name} ${by}`;
  return { caller: from.caller, location: below(location, ...path), target, trail };
}

function phoneArrivals({ extensions, site }: Source): Arrival[] {
  return Object.entries(extensions).flatMap(([username, { emergency, ...own }]) =>
    PHONE_TARGETS.flatMap((key) => {
      const target = own[key] ?? site.defaults[key];
      if (target === undefined) return [];
      const location: Location = own[key]
        ? { file: 'extensions.yaml', path: [username, key] }
        : { file: 'site.yaml', path: ['defaults', key] };
      const trail = `${username}: ${TRAILS[key]}`;
      return [{ caller: { emergency, outside: false }, location, target, trail }];
    }),
  );
}

const TRAILS: Readonly<Record<PhoneTarget, string>> = {
  hash: '#',
  hashAtDialTone: 'dial tone → #',
  zero: '0',
};

/** All our phones may dial them. */
function serviceCodeArrivals({ calling, extensions }: Source): Arrival[] {
  const flags = new Set(Object.values(extensions).map(({ emergency }) => emergency));
  return Object.entries(calling.serviceCodes).flatMap(([code, target]) => {
    if (typeof target === 'string') return [];
    const location: Location = { file: 'calling.yaml', path: ['serviceCodes', code] };
    return [...flags].map((emergency) => ({
      caller: { emergency, outside: false },
      location,
      target,
      trail: code,
    }));
  });
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
    const location: Location = { file: 'numbers.yaml', path: [number] };
    return callers.map((caller) => ({ caller, location, target: { menu }, trail: number }));
  });
}
