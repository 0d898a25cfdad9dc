/** What is the same in every menu for who comes from a box: its footer, only where a menu can follow. */
import { isDialTone } from '../../runtime/calls/menus/open';
import { generalEmergencyNumber } from '../../runtime/numbers/emergency';
import type { Directory, Target } from '../../runtime/model/directory';

/** What an emergency number does there. */
const EMERGENCY = {
  allowed: 'is an emergency call',
  refused: 'is refused',
  outside: 'says to hang up and dial it',
  any: 'as the phone itself may',
} as const;

export function inMenus(
  emergency: keyof typeof EMERGENCY,
  targets: readonly (Target | undefined)[],
  directory: Directory,
  hash?: Target,
): readonly string[] {
  if (!targets.some((target) => target && entersMenu(target, directory))) return [];
  const { country, languages, menus } = directory.site;
  return [
    `in menus: ${generalEmergencyNumber(country)} ${EMERGENCY[emergency]}`,
    [
      ...(languages.length > 1 ? ['* changes the language'] : []),
      menus.hash === 'back' ? '# goes one menu back' : `# goes to the ${topOf(hash)}`,
    ].join(', '),
  ];
}

/** Where a call began, which of a phone may be the dial tone. */
function topOf(hash: Target | undefined): string {
  return hash && isDialTone(hash) ? 'dial tone' : 'first menu';
}

/** Also by way of a number of ours. */
function entersMenu(target: Target, { numbers }: Directory): boolean {
  if ('menu' in target) return true;
  const dialled = 'dial' in target ? [target.dial] : 'dialOneOf' in target ? target.dialOneOf : [];
  return dialled.some((number) => {
    const { answer } = numbers.get(number) ?? {};
    return answer !== undefined && 'menu' in answer;
  });
}
