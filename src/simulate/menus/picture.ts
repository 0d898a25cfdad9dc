/** What a drawing of the menus shows: boxes with rows, and the ways between them. */
import type { Box, Picture, Row, Edge } from './box';
import type { Directory, CallLanguage, Menu, Prompt, Target } from '../../runtime/model/directory';
import { rootsOf } from './roots';
import { NOTE_LETTERS, shown, targetText } from './words';

/** @param language in which the prompts are shown. */
export function pictureOf(directory: Directory, language: CallLanguage): Picture {
  const roots = rootsOf(directory);
  const menus = [...directory.menus.values()].map((menu) => drawMenu(menu, language));
  return {
    boxes: [...roots.boxes, ...menus.map(({ box }) => box)],
    edges: [...roots.edges, ...menus.flatMap(({ edges }) => edges)],
  };
}

function menuId(name: string): string {
  return `menu ${name}`;
}

interface Exit {
  readonly key: string;
  readonly by: Edge['by'];
  readonly target: Target;
}

function drawMenu(menu: Menu, language: CallLanguage): { box: Box; edges: Edge[] } {
  const exits = exitsOf(menu);
  const from = menuId(menu.name);
  const rows = exits.map(({ key, target }): Row => {
    const leadsTo = 'menu' in target ? target.menu : targetText(target);
    return { key, leadsTo, ends: isHangUp(target) };
  });
  const edges = exits.flatMap(({ key, by, target }, row): Edge[] =>
    'menu' in target ? [{ from, to: menuId(target.menu), row, label: key, by }] : [],
  );
  const deadEnd = exits.every(({ target }) => isHangUp(target));
  const notes = [...conditions(menu), ...audioNotes(menu, language)];
  return { box: { id: from, kind: 'menu', title: menu.name, notes, rows, deadEnd }, edges };
}

function exitsOf({ keys, next, only }: Menu): Exit[] {
  const order = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
  const pressed = order.flatMap((key): Exit[] => {
    const target = keys[key];
    return target ? [{ key, by: 'key', target }] : [];
  });
  const silence: Exit = {
    key: pressed.length > 0 ? 'no key' : 'then',
    by: 'silence',
    target: next,
  };
  const refused: Exit[] = only ? [{ key: 'else', by: 'otherwise', target: only.otherwise }] : [];
  return [...pressed, silence, ...refused];
}

function isHangUp(target: Target): boolean {
  return 'do' in target && target.do === 'hangUp';
}

function conditions({ only }: Menu): string[] {
  if (!only) return [];
  const who =
    only.emergency === undefined
      ? []
      : [only.emergency ? 'phones with 911' : 'callers without 911'];
  return [`only: ${[...who, ...(only.hours ? ['in its hours'] : [])].join(', ')}`];
}

function audioNotes({ intro, oneOf, prompts }: Menu, language: CallLanguage): string[] {
  const first = [...intro, ...(intro.length === 0 ? oneOf : []), ...prompts]
    .slice(0, intro.length > 0 || oneOf.length > 0 ? 1 : 0)
    .map((prompt) => soundText(prompt, language));
  const several = oneOf.length > 1 ? [`one of ${oneOf.length} at random`] : [];
  return [...first, ...several];
}

function soundText(prompt: Prompt, language: CallLanguage): string {
  const sound = prompt[language];
  if (!sound) return '';
  return 'say' in sound
    ? shown(sound.say, NOTE_LETTERS)
    : `♪ ${shown(sound.play, NOTE_LETTERS - 2)}`;
}
