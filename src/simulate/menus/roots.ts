/** Where calls begin: `#` and `0` of the phones, and the numbers that a menu or the operator answers. */
import type { Directory, Target } from '../../runtime/model/directory';
import type { Box, Edge } from './box';
import { NOTE_LETTERS, shown, targetText } from './words';

/** So many names stand in a box; the rest are counted. */
const MOST_NAMES = 6;

interface Beginning {
  readonly title: string;
  readonly target: Target;
  readonly name: string;
}

export function rootsOf(directory: Directory): { boxes: Box[]; edges: Edge[] } {
  const groups = new Map<string, Beginning[]>();
  for (const beginning of [...phones(directory), ...numbers(directory)]) {
    const key = JSON.stringify([beginning.title, beginning.target]);
    const group = groups.get(key);
    if (group) group.push(beginning);
    else groups.set(key, [beginning]);
  }
  const drawn = [...groups].map(([id, group]) => drawGroup(`root ${id}`, group));
  return { boxes: drawn.map(({ box }) => box), edges: drawn.flatMap(({ edge }) => edge) };
}

function phones({ extensions }: Directory): Beginning[] {
  return [...extensions.values()].flatMap(({ name, hash, hashAtDialTone: atTone, zero }) => [
    ...(hash && concernsMenus(hash) ? [{ title: '# of phones', target: hash, name }] : []),
    ...(atTone && concernsMenus(atTone)
      ? [{ title: '# at the dial tone', target: atTone, name }]
      : []),
    ...(zero && concernsMenus(zero) ? [{ title: '0 of phones', target: zero, name }] : []),
  ]);
}

function numbers({ numbers: rules }: Directory): Beginning[] {
  return [...rules].flatMap(([name, { answer }]) =>
    answer ? [{ title: 'a call to', target: answer, name }] : [],
  );
}

/** A phone whose `#` rings another has no place in this drawing. */
function concernsMenus(target: Target): boolean {
  return 'menu' in target || 'do' in target;
}

function drawGroup(id: string, group: readonly Beginning[]): { box: Box; edge: Edge[] } {
  const [{ title, target } = { title: '', target: { do: 'hangUp' } as Target }] = group;
  const names = group.slice(0, MOST_NAMES).map(({ name }) => shown(name, NOTE_LETTERS));
  const more = group.length - names.length;
  const leadsTo = targetText(target);
  const box: Box = {
    id,
    kind: 'root',
    title,
    notes: [...names, ...(more > 0 ? [`and ${more} more`] : [])],
    rows: [{ key: '→', leadsTo, ends: false }],
    deadEnd: false,
  };
  const to = 'menu' in target ? `menu ${target.menu}` : undefined;
  const edge: Edge[] = to === undefined ? [] : [{ from: id, to, row: 0, label: '', by: 'key' }];
  return { box, edge };
}
