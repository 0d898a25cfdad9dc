/** A menu: who may enter, what is said, its keys and what follows without one. */
import { formatHours } from '../../config/compile/hours';
import {
  type CallLanguage,
  type Directory,
  KEYS,
  type Menu,
  type Prompt,
} from '../../runtime/model/directory';
import type { Box, Row } from './box';
import { isHangUp, menuId, targetRow } from './words';

/** @param language in which the prompts are shown. */
export function menuBox(menu: Menu, language: CallLanguage, directory: Directory): Box {
  const { name, keys, next, only } = menu;
  const pressed = KEYS.flatMap((key): Row[] => {
    const target = keys[key];
    return target ? [targetRow(key, target, directory)] : [];
  });
  const targets = [...Object.values(keys), next, ...(only ? [only.otherwise] : [])];
  return {
    id: menuId(name),
    kind: 'menu',
    title: `menu ${name}${targets.every(isHangUp) ? ': dead end' : ''}`,
    notes: [...conditions(menu), ...audioNotes(menu, language)],
    rows: [
      ...pressed,
      targetRow(pressed.length > 0 ? 'no key' : 'then', next, directory, 'noKey'),
      ...(only ? [targetRow('others', only.otherwise, directory, 'otherwise')] : []),
    ],
    footer: [],
  };
}

function conditions({ only }: Menu): string[] {
  if (!only) return [];
  const { emergency, hours } = only;
  const who = emergency ? 'phones that may call 911' : 'callers who may not call 911';
  return [
    `only ${[...(emergency === undefined ? [] : [who]), ...(hours ?? []).map(formatHours)].join(', ')}`,
  ];
}

function audioNotes({ intro, oneOf, prompts }: Menu, language: CallLanguage): string[] {
  const [first] = [...intro, ...oneOf, ...prompts];
  const several = oneOf.length > 1 ? [`one of ${oneOf.length} at random`] : [];
  return [...(first ? [soundText(first, language)] : []), ...several];
}

function soundText(prompt: Prompt, language: CallLanguage): string {
  const sound = prompt[language];
  if (!sound) return '';
  return 'say' in sound ? `“${sound.say}”` : `♪ ${sound.play}`;
}
