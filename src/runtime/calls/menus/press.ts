/** Keys in a menu, one after the other. */
import type { Key, Menu } from '../../model/directory';
import type { Decision } from '../decision';
import type { CallContext } from '../context';
import { enter, goBack, routeTarget } from '../target';
import { collect } from './dialTone';
import { bookOf } from '../emergencyBook';
import { otherLanguage } from './language';
import { visitorOf } from './open';
import type { MenuPosition } from './position';
import { askForLast } from './question';
import { barred, hasKeys } from './sequence';
import { watchKeys } from './watch';
import { historyAfter } from './history';

/** A call in a menu. */
export type AtMenu = CallContext & { readonly position: MenuPosition };

/**
 * @param keys At least one. What one leads to takes the next.
 * @param waited The first may have begun an emergency number, and nothing came after it.
 */
export function press(keys: string, waited: boolean, start: AtMenu): Decision {
  const rest = keys.slice(1);
  const { call, position, directory } = start;
  const book = bookOf(directory);
  const watched = waited ? undefined : watchKeys(keys, call, position, book);
  if (watched) return watched;
  const reply = pressOne(keys.charAt(0), waited, start);
  if (rest === '' || reply.kind === 'emergency') return reply;
  if (reply.kind !== 'gather' || reply.position.at === 'operatorOffer') {
    // Keys come to nothing after this, but the end of 9-9-1 is most of 9-1-1.
    return watchKeys(rest, call, position, book) ?? reply;
  }
  const next = reply.position;
  if (next.at === 'menu') {
    return press(rest, false, { ...start, position: next, language: next.language });
  }
  // The first digits of the number.
  return collect({ ...next, keys: rest }, directory, start.caller.class);
}

function pressOne(key: string, waited: boolean, context: AtMenu): Decision {
  const { position, directory, call } = context;
  if (key === '*') {
    const language = otherLanguage(context);
    // Also where the menu has nothing to say again, and goes on.
    return { language, ...again({ ...context, language }) };
  }
  if (key === '#') return goBack(position, context);
  const elsewhere = barredFrom(context);
  if (elsewhere) return elsewhere;
  const menu = directory.menus.get(position.menu);
  const target = menu?.keys[key as Key];
  const history = historyAfter(position, directory);
  if (target) return routeTarget(target, 'no-menu', { ...context, history });
  const asked = waited ? askForLast(key, call, position, bookOf(directory)) : undefined;
  if (asked) return asked;
  // Any key leaves a menu without keys.
  return menu && hasKeys(menu) ? again(context) : leave(menu, context);
}

/** No key in a round: the next one, and after the last what the menu says. */
export function pressNothing(context: AtMenu): Decision {
  const { position, directory } = context;
  const elsewhere = barredFrom(context);
  if (elsewhere) return elsewhere;
  const menu = directory.menus.get(position.menu);
  if (menu && hasKeys(menu) && position.round < menu.rounds)
    return again(context, position.round + 1);
  return leave(menu, context);
}

/** Goes on without having been asked to: adds nothing to the way, and so comes to an end. */
function leave(menu: Menu | undefined, context: AtMenu): Decision {
  const next = menu?.next;
  const { history } = context.position;
  const stays =
    next && 'do' in next && (next.do === 'repeat' || (next.do === 'back' && !history[0]));
  return stays ? { kind: 'hangUp' } : routeTarget(next, 'no-menu', { ...context, history });
}

/** The same menu, without its intro. */
export function again(context: AtMenu, round = 1): Decision {
  return enter({ ...context.position, enters: false, round }, context);
}

/** Who may not be in the menu, or not any more, goes where it sends them. */
function barredFrom(context: AtMenu): Decision | undefined {
  const menu = context.directory.menus.get(context.position.menu);
  const target = menu && barred(menu, visitorOf(context));
  return (
    target && routeTarget(target, 'no-menu', { ...context, history: context.position.history })
  );
}
