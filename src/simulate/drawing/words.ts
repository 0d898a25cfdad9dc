/** Short words for what is drawn: names instead of numbers, wherever there are any. */
import type { Action, Directory, Target } from '../../runtime/model/directory';
import type { EdgeKind, Row } from './box';

const ACTION_WORDS: Readonly<Record<Action, string>> = {
  dialTone: 'dial tone',
  operator: 'operator',
  emergency: 'emergency call',
  back: 'back',
  repeat: 'again',
  hangUp: 'hang up',
};

export const OPERATOR_ID = 'operator';

export function menuId(name: string): string {
  return `menu ${name}`;
}

export function targetRow(
  key: string,
  target: Target,
  directory: Directory,
  by: EdgeKind = 'key',
): Row {
  const text = targetText(target, directory);
  return { key, text, to: boxOf(target, directory), by, ends: isHangUp(target) };
}

export function isHangUp(target: Target): boolean {
  return 'do' in target && target.do === 'hangUp';
}

function boxOf(target: Target, { operator }: Directory): string | undefined {
  if ('menu' in target) return menuId(target.menu);
  return operator && 'do' in target && target.do === 'operator' ? OPERATOR_ID : undefined;
}

export function targetText(target: Target, directory: Directory): string {
  if ('do' in target) return ACTION_WORDS[target.do];
  if ('menu' in target) return `menu ${target.menu}`;
  if ('ring' in target) return `rings ${phonesText(target.ring, directory)}`;
  if ('dial' in target) return `calls ${calledText(target.dial, directory)}`;
  if ('dialOneOf' in target) return `calls one of ${listed(target.dialOneOf, directory)}`;
  if ('twiml' in target) return `TwiML ${target.twiml}`;
  return `hand-off to ${target.handOff}`;
}

function listed(numbers: readonly string[], directory: Directory): string {
  return numbers.map((number) => calledText(number, directory)).join(', ');
}

export function phonesText(usernames: readonly string[], { extensions }: Directory): string {
  return usernames.map((username) => extensions.get(username)?.name ?? username).join(', ');
}

/** Whom a number reaches, as people know them; else the number. */
function calledText(number: string, directory: Directory): string {
  const { numbers, operator, serviceCodes } = directory;
  const { answer, ring = [] } = numbers.get(number) ?? {};
  if (answer) return `${numberText(number)}: ${targetText(answer, directory)}`;
  if (ring.length > 0) return phonesText(ring, directory);
  const volunteer = operator?.volunteers.find(
    ({ call }) => 'number' in call && call.number === number,
  );
  if (volunteer) return volunteer.name;
  const [code] = [...serviceCodes].find(([, to]) => to === number) ?? [];
  return code === undefined ? numberText(number) : `${code} (${numberText(number)})`;
}

/** As people in North America write it; any other as it is. */
export function numberText(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
}
