/** Keys in a menu, one after the other. */
import type { Key, Menu } from '../../model/directory';
import type { Reply } from '../decision';
import type { Attempt } from '../ring';
import { enter, routeTarget } from '../target';
import { collect } from './dialTone';
import { bookOf } from '../emergencyBook';
import { otherLanguage } from './language';
import { barred, hasKeys } from './open';
import type { MenuPosition } from './position';
import { askForLast } from './question';
import { watchKeys } from './watch';
import { back, wayFrom } from './history';

/** A call in a menu. */
export type AtMenu = Attempt & { readonly place: MenuPosition };

/**
 * @param keys At least one. What one leads to takes the next.
 * @param waited The first may have begun an emergency number, and nothing came after it.
 */
export function press(keys: string, waited: boolean, start: AtMenu): Reply {
  const rest = keys.slice(1);
  const { call, place, directory } = start;
  const book = bookOf(directory);
  const watched = waited ? undefined : watchKeys(keys, call, place, book);
  if (watched) return watched;
  const reply = pressOne(keys.charAt(0), waited, start);
  if (rest === '' || reply.kind === 'emergency') return reply;
  if (reply.kind !== 'gather' || reply.position.at === 'operatorOffer') {
    // Keys come to nothing after this, but the end of 9-9-1 is most of 9-1-1.
    return watchKeys(rest, call, place, book) ?? reply;
  }
  const { position } = reply;
  if (position.at === 'menu') {
    return press(rest, false, { ...start, place: position, language: position.language });
  }
  // The first digits of the number.
  return collect({ ...position, keys: rest }, directory);
}

function pressOne(key: string, waited: boolean, attempt: AtMenu): Reply {
  const { place, directory, call } = attempt;
  if (key === '*') {
    const language = otherLanguage(attempt);
    // Also where the menu has nothing to say again, and goes on.
    return { language, ...again({ ...attempt, language }) };
  }
  if (key === '#') return enter(back(place), attempt);
  const elsewhere = barredFrom(attempt);
  if (elsewhere) return elsewhere;
  const menu = directory.menus.get(place.menu);
  const target = menu?.keys[key as Key];
  const way = wayFrom(place, directory);
  if (target) return routeTarget(target, 'no-menu', { ...attempt, way });
  const asked = waited ? askForLast(key, call, place, bookOf(directory)) : undefined;
  if (asked) return asked;
  // Any key leaves a menu without keys.
  return menu && hasKeys(menu) ? again(attempt) : leave(menu, attempt);
}

/** No key in a round: the next one, and after the last what the menu says. */
export function pressNothing(attempt: AtMenu): Reply {
  const { place, directory } = attempt;
  const elsewhere = barredFrom(attempt);
  if (elsewhere) return elsewhere;
  const menu = directory.menus.get(place.menu);
  if (menu && hasKeys(menu) && place.round < menu.rounds) return again(attempt, place.round + 1);
  return leave(menu, attempt);
}

/** Goes on without having been asked to: adds nothing to the way, and so comes to an end. */
function leave(menu: Menu | undefined, attempt: AtMenu): Reply {
  const next = menu?.next;
  const { way } = attempt.place;
  const stays = next && 'do' in next && (next.do === 'repeat' || (next.do === 'back' && !way[0]));
  return stays ? { kind: 'hangUp' } : routeTarget(next, 'no-menu', { ...attempt, way });
}

/** The same menu, without its intro. */
export function again(attempt: AtMenu, round = 1): Reply {
  return enter({ ...attempt.place, enters: false, round }, attempt);
}

/** Who may not be in the menu, or not any more, goes where it sends them. */
function barredFrom(attempt: AtMenu): Reply | undefined {
  const menu = attempt.directory.menus.get(attempt.place.menu);
  const target = menu && barred(menu, attempt);
  return target && routeTarget(target, 'no-menu', { ...attempt, way: attempt.place.way });
}
