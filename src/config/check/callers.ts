/** Who gets where: nobody is led to what they may not do, and nobody who may call 911 is kept from it. */
import type { TargetSource } from '../schema';
import { type Arrival, arrivalsIn, type Caller, callersAt, mayEnter } from './arrivals';
import type { Context } from './context';
import { below, tell } from './values';

export function checkCallers(context: Context): void {
  const { source } = context;
  const arrivals = arrivalsIn(source);
  const told = new Set<TargetSource>();
  for (const arrival of arrivals) checkArrival(context, arrival, told);
  for (const [name, callers] of callersAt(arrivals, source)) checkDoor(context, name, callers);
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
    const message = `gives the dial tone to callers from outside, who could call at your cost (${trail})`;
    return tell(context, at, message, 'Remove the key, or open another menu for the number.');
  }
  if (target.do !== 'emergency' || caller.emergency) return;
  told.add(target);
  const who = caller.outside ? 'callers from outside' : 'phones that may not call 911';
  const message = `places an emergency call for ${who}, who would be refused (${trail})`;
  tell(context, at, message, 'Put it in a menu with `only: { emergency: true }`.');
}

function checkDoor({ report, source }: Context, name: string, callers: readonly Caller[]): void {
  const entry = source.menus.get(name);
  if (!entry || callers.some((caller) => mayEnter(entry.menu.only?.emergency, caller))) return;
  const message = 'nobody who reaches this menu may enter it';
  report.warn(
    entry.file,
    [name, 'only', 'emergency'],
    message,
    'Let other callers reach it, or remove `only`.',
  );
}
