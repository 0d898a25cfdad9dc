/** Who gets where: nobody is led to what they may not do, and nobody who may call 911 is kept from it. */
import type { TargetSource } from '../schema';
import { type Arrival, arrivalsIn, type Caller, callersAt, mayEnter } from './arrivals';
import type { Context } from './context';
import { below, addError } from './values';

export function checkCallers(context: Context): void {
  const { source } = context;
  const arrivals = arrivalsIn(source);
  const reported = new Set<TargetSource>();
  for (const arrival of arrivals) checkArrival(context, arrival, reported);
  for (const [name, callers] of callersAt(arrivals, source)) checkEntry(context, name, callers);
}

function checkArrival(
  context: Context,
  { caller, location, target, trail }: Arrival,
  reported: Set<TargetSource>,
): void {
  if (!('do' in target) || reported.has(target)) return;
  const at = below(location, 'do');
  if (target.do === 'dialTone' && caller.outside) {
    reported.add(target);
    const message = `gives the dial tone to callers from outside, who could call at your cost (${trail})`;
    return addError(context, at, message, 'Remove the key, or open another menu for the number.');
  }
  if (target.do !== 'emergency' || caller.emergency) return;
  reported.add(target);
  const who = caller.outside ? 'callers from outside' : 'phones that may not call 911';
  const message = `places an emergency call for ${who}: it would be refused (${trail})`;
  addError(context, at, message, 'Put it in a menu with `only: { emergency: true }`.');
}

function checkEntry({ report, source }: Context, name: string, callers: readonly Caller[]): void {
  const entry = source.menus.get(name);
  if (!entry || callers.some((caller) => mayEnter(entry.menu.only?.emergency, caller))) return;
  const message = 'no caller who reaches this menu may enter it';
  report.warn(
    entry.file,
    [name, 'only', 'emergency'],
    message,
    'Let other callers reach it, or remove `only`.',
  );
}
