/** Where a key of an emergency number seems to be lost, its last one is asked for: never guessed, and once. */
import type { CallLanguage } from '../../model/language';
import { isTestNumber } from '../../numbers/emergency';
import type { Call } from '../call';
import type { Gather, Decision } from '../decision';
import type { EmergencyBook } from '../emergencyBook';
import { callEmergency, numbersFrom } from './emergency';
import { CATALOGUES, spell } from '../sentences';
import type { MenuPosition } from './position';
import type { KeyRequest } from './request';

const ASK_SECONDS = 5;

/** Asks, where the phone that calls may call the number; undefined where nothing is to be asked. */
export function askForLast(
  pressed: string,
  call: Call,
  position: MenuPosition,
  book: EmergencyBook,
): Gather | undefined {
  // Some phones, and callers in panic, end what they dial with this key.
  const keys = pressed.replace(/(?<=\d\d)#$/, '');
  const number = numberBegun(keys, book);
  if (number === undefined) return undefined;
  if (callEmergency(number, call, undefined, book).kind !== 'emergency') return undefined;
  return {
    kind: 'gather',
    position: { ...position, keys, asked: true },
    audio: [{ say: question(number, isAllButLast(keys, number), position.language) }],
    digits: 1,
    waitSeconds: ASK_SECONDS,
  };
}

/** @param orWait Whether the call is made without the key too. */
function question(number: string, orWait: boolean, language: CallLanguage): string {
  const { pressLast, pressLastOrWait } = CATALOGUES[language].menus;
  const ask = orWait ? pressLastOrWait : pressLast;
  return ask(spell(number, language), spell(number.slice(-1), language));
}

/**
 * The call, where the answer is yes: the key that was asked for, and nothing or `#` where all keys but
 * that one had come. undefined where nothing was asked, and for every other answer.
 */
export function answerToQuestion(
  { call, query: { asked, keys = '' }, digits }: KeyRequest,
  book: EmergencyBook,
): Decision | undefined {
  const number = asked ? numberBegun(keys, book) : undefined;
  if (number === undefined) return undefined;
  const silent = digits === '' || digits === '#';
  const yes = digits.startsWith(number.slice(-1)) || (silent && isAllButLast(keys, number));
  // It has been said what would be dialled.
  return yes ? callEmergency(number, call, undefined, book) : undefined;
}

/** A test that goes wrong is tried again. */
function numberBegun(keys: string, book: EmergencyBook): string | undefined {
  return numbersFrom(keys, book).find(
    (each) => each.startsWith(keys) && each.length > 2 && !isTestNumber(each, book.country),
  );
}

function isAllButLast(keys: string, number: string): boolean {
  return keys.length === number.length - 1;
}
