/** What a key in a menu does, or its absence. */
import type { Directory } from '../../model/directory';
import { directoryAt } from '../../model/local';
import { directoryFor } from '../caller';
import { numberCalled } from '../incoming';
import type { Decision } from '../decision';
import { bookOf, type EmergencyBook } from '../emergencyBook';
import { isPhoneCalling } from '../emergencyCaller';
import { unknownUsername } from '../outgoing';
import { routeTarget } from '../target';
import { decide, refuse, Trace } from '../trace';
import { callEmergency, emergencyIn } from './emergency';
import { type MenuPosition, nowhere, readLanguage, readMenuPosition } from './position';
import { again, type AtMenu, press, pressNothing } from './press';
import { answerToQuestion } from './question';
import { type KeyRequest, pressedKeys, whoPresses } from './request';
import { watchKeys } from './watch';

/**
 * Routes a key. Emergency numbers come first, and need neither menu nor caller; then everything is
 * asked anew: nothing that the URL says is a permission.
 *
 * @param directory null when it cannot be read.
 * @param book Which can often be read all the same.
 */
export function routeMenu(
  request: KeyRequest,
  directory: Directory | null,
  now: Date,
  book: EmergencyBook = bookOf(directory),
): Decision {
  const urgent = routeUrgentMenu(request, book);
  if (urgent) return urgent;
  const { query } = request;
  const position = directory ? readMenuPosition(query, directory) : undefined;
  const trace = new Trace();
  trace.add('menu', position ? `${position.menu} (${position.language})` : 'unknown');
  trace.add('keys', pressedKeys(request) || 'none');
  const language = readLanguage(query.lang, book);
  const watched = watch(request, position, book);
  if (watched) trace.add('emergency', 'may be one');
  return decide(watched ?? route(request, position, directory, now, trace), trace, language);
}

/** An emergency number, when its last key has come; undefined for all other keys. */
export function routeUrgentMenu(request: KeyRequest, book: EmergencyBook): Decision | undefined {
  const { call, query } = request;
  const language = readLanguage(query.lang, book);
  const number = emergencyIn(pressedKeys(request), book);
  const reply =
    answerToQuestion(request, book) ??
    (number === undefined ? undefined : callEmergency(number, call, language, book));
  if (!reply) return undefined;
  const trace = new Trace();
  trace.add('keys', pressedKeys(request));
  trace.add('emergency', reply.kind === 'refuse' ? reply.reason : 'before every other key');
  return decide(reply, trace, language);
}

/** The username that Twilio must be asked about first, as for any call: none for an emergency number. */
export function usernameAtMenu(
  request: KeyRequest,
  directory: Directory | null,
): string | undefined {
  const book = bookOf(directory);
  const position = directory ? readMenuPosition(request.query, directory) : undefined;
  const waits = routeUrgentMenu(request, book) ?? watch(request, position, book);
  return waits || request.call.from?.kind !== 'phone'
    ? undefined
    : unknownUsername(request.call, directory);
}

/** What must not wait for who is calling. */
function watch(
  request: KeyRequest,
  position: MenuPosition | undefined,
  book: EmergencyBook,
): Decision | undefined {
  const { call, query, digits } = request;
  if (digits === '') return undefined;
  const keys = pressedKeys(request);
  if (position) return watchKeys(keys, call, position, book);
  // Where no menu is, keys mean nothing but a call for help, which only our phones may make.
  if (!isPhoneCalling(call, book)) return undefined;
  const here = nowhere(query.lang, book);
  return suffixesOf(keys)
    .map((each) => watchKeys(each, call, here, book))
    .find((reply) => reply !== undefined);
}

/** `91` → `91`, `1`. */
function suffixesOf(keys: string): string[] {
  return [...keys].map((_, index) => keys.slice(index));
}

function route(
  { call, query, digits }: KeyRequest,
  position: MenuPosition | undefined,
  directory: Directory | null,
  now: Date,
  trace: Trace,
): Decision {
  if (!directory) return refuse('directory-unreadable');
  const caller = whoPresses(call, directory);
  if ('reason' in caller) return caller;
  const local = caller.outside
    ? directoryAt(directory.numbers.get(numberCalled(call.to, directory)), directory)
    : directoryFor(call, directory);
  trace.add('caller', caller.outside ? 'from outside' : caller.username);
  const language = readLanguage(query.lang, directory.site);
  const context = { call, caller, directory: local, now, language };
  // The menu is gone, with a deployment: begins again.
  if (!position) return routeTarget(caller.hash, 'no-menu', context);

  const { asked, keys, ...here } = position;
  const at: AtMenu = { ...context, position: { ...here, keys: '' } };
  if (asked || keys.length > 1) {
    // A key was asked for: what came now stands by itself.
    return digits === '' || digits === '#' ? again(at, position.round) : press(digits, false, at);
  }
  if (keys + digits === '') return pressNothing(at);
  return press(keys + digits, digits === '', at);
}
