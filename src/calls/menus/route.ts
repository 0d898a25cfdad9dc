/** What a key in a menu does, or its absence. */
import type { Directory } from '../../directory/types';
import { isPhone } from '../caller';
import type { Decision, Reply } from '../decision';
import { unknownUsername } from '../outgoing';
import { routeTarget } from '../target';
import { decide, refuse, Trace } from '../trace';
import { callEmergency, callOff, emergencyIn, watchKeys } from './emergency';
import {
  type MenuPosition,
  nowhere,
  readDigits,
  readKeys,
  readLanguage,
  readMenuPosition,
} from './position';
import { again, type AtMenu, press, pressNothing } from './press';
import { type KeyRequest, whoPresses } from './request';

/**
 * Routes a key. Emergency numbers come first, and need neither menu nor caller; then everything is
 * asked anew: nothing that the URL says is a permission.
 *
 * @param directory null when it cannot be read.
 */
export function routeMenu(request: KeyRequest, directory: Directory | null, now: Date): Decision {
  const trace = new Trace();
  const { parameters } = request;
  const place = directory ? readMenuPosition(parameters, directory) : undefined;
  trace.add('menu', place ? `${place.menu} (${place.language})` : 'none that there is');
  const pressed = readKeys(parameters) + readDigits(parameters);
  trace.add('keys', pressed === '' ? 'none' : pressed);
  const language = readLanguage(parameters, directory);
  const urgent = watch(request, place, directory);
  if (urgent) {
    trace.add('emergency', urgent.kind === 'refuse' ? urgent.reason : 'before every other key');
    return decide(urgent, trace, language);
  }
  return decide(route(request, place, directory, now, trace), trace, language);
}

/** The username that Twilio must be asked about first, as for any call: none for an emergency number. */
export function usernameAtMenu(
  request: KeyRequest,
  directory: Directory | null,
): string | undefined {
  const place = directory ? readMenuPosition(request.parameters, directory) : undefined;
  if (!isPhone(request.call.from) || watch(request, place, directory)) return undefined;
  return unknownUsername(request.call, directory);
}

/** What must not wait for who is calling. */
function watch(
  { call, parameters }: KeyRequest,
  place: MenuPosition | undefined,
  directory: Directory | null,
): Reply | undefined {
  const keys = readKeys(parameters);
  const digits = readDigits(parameters);
  const here = place ?? nowhere(parameters, directory);
  // It has been announced: only # calls it off.
  const announced = emergencyIn(keys, directory);
  if (announced !== undefined) {
    return digits === '#'
      ? callOff(announced, call, here, directory)
      : callEmergency(announced, call, undefined, directory);
  }
  const number = emergencyIn(keys + digits, directory);
  if (number !== undefined) return callEmergency(number, call, place, directory);
  if (digits === '') return undefined;
  if (place) return watchKeys(keys + digits, call, place, directory);
  // Where no menu is, keys mean nothing but a call for help, which only our phones may make.
  if (!isPhone(call.from)) return undefined;
  return suffixesOf(keys + digits)
    .map((each) => watchKeys(each, call, here, directory))
    .find((reply) => reply !== undefined);
}

/** `91` → `91`, `1`. */
function suffixesOf(keys: string): string[] {
  return [...keys].map((_, index) => keys.slice(index));
}

function route(
  { call, parameters }: KeyRequest,
  place: MenuPosition | undefined,
  directory: Directory | null,
  now: Date,
  trace: Trace,
): Reply {
  if (!directory) return refuse('directory-unreadable');
  const caller = whoPresses(call, directory);
  if ('reason' in caller) return caller;
  trace.add('caller', caller.outside ? 'from outside' : caller.username);
  const language = readLanguage(parameters, directory);
  const attempt = { call, caller, directory, now, language };
  // The menu is gone, with a deployment: begins again.
  if (!place) return routeTarget(caller.hash, 'no-menu', attempt);

  const keys = readKeys(parameters);
  const digits = readDigits(parameters);
  const at: AtMenu = { ...attempt, place: { ...place, keys: '' } };
  if (keys.length > 1) {
    // A key was asked for: what came now stands by itself.
    return digits === '' || digits === '#' ? again(at, place.round) : press(digits, false, at);
  }
  if (keys + digits === '') return pressNothing(at);
  return press(keys + digits, digits === '', at);
}
