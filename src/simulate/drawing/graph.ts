/** The boxes as a graph for Graphviz: a box is a node whose label is a table, and each row may begin an edge. */
import type { Graph } from '@viz-js/viz';
import { escapeXml } from '../../runtime/model/xml';
import type { Box, EdgeKind } from './box';
import { textWidth, wrap } from './textWidth';

const FONT_SIZE = 11;
/** Any machine has this one, or one that is not wider than `textWidth` says. */
const FONT = 'Helvetica';
const PADDING = 4;
/** Of a line, in points; a text of more lines is cut. */
const MOST_POINTS = 300;
const MOST_LINES = { said: 3, names: 12 };

const DARK = '#1b1f24';
const GREY = '#57606a';
const RED = '#a40e26';

const HEADS: Readonly<Record<Box['kind'], string>> = {
  phones: '#dcfce7',
  numbers: '#fef3c7',
  codes: '#f3e8ff',
  menu: '#dbeafe',
  operator: '#ffe4e6',
};

const EDGES: Readonly<Record<EdgeKind, { readonly color: string; readonly style: string }>> = {
  key: { color: '#3b6ea8', style: 'solid' },
  noKey: { color: '#6e7781', style: 'dashed' },
  otherwise: { color: '#bc4c00', style: 'dotted' },
};

const LEGEND: Readonly<Record<EdgeKind, string>> = {
  key: '—— a call, or a key',
  noKey: '- - - no key, or all has been said',
  otherwise: '· · · closed, nobody answers, or may not enter',
};

export function graphOf(boxes: readonly Box[], heading: string): Graph {
  // Names that nobody has written: Graphviz repeats them in comments and titles.
  const nodes = new Map(boxes.map(({ id }, i) => [id, `b${i}`]));
  return {
    graphAttributes: {
      rankdir: 'LR',
      // What is not connected need not stand in one column.
      pack: true,
      nodesep: 0.25,
      ranksep: 0.9,
      labelloc: 't',
      labeljust: 'l',
      fontname: FONT,
      fontsize: FONT_SIZE,
      label: { html: legend(heading) },
    },
    nodeAttributes: { shape: 'plain', fontname: FONT, fontsize: FONT_SIZE, fontcolor: DARK },
    edgeAttributes: { arrowsize: 0.7 },
    nodes: boxes.map((box) => ({
      name: nodes.get(box.id) ?? '',
      attributes: { label: { html: tableOf(box) } },
    })),
    edges: boxes.flatMap(({ id, rows }) =>
      rows.flatMap(({ to, by }, row) => {
        const head = nodes.get(to ?? '');
        if (head === undefined) return [];
        const attributes = { ...EDGES[by], tailport: `r${row}:e`, headport: 'head:w' };
        return [{ tail: nodes.get(id) ?? '', head, attributes }];
      }),
    ),
  };
}

function legend(heading: string): string {
  const kinds = Object.entries(LEGEND) as [EdgeKind, string][];
  return table('border="0"', [
    [cell(textOf(heading, { bold: true, points: Infinity }), { across: kinds.length })],
    kinds.map(([by, text]) => cell(textOf(text, { color: EDGES[by].color, points: Infinity }))),
  ]);
}

/** What stands in rows has two columns, everything else both: as wide as the widest of all. */
function tableOf({ kind, title, notes, rows, footer }: Box): string {
  const head = textOf(title, { bold: true });
  const keys = rows.map(({ key }) => textOf(key, { bold: true }));
  const texts = rows.map(({ text, ends }) =>
    ends ? textOf(`× ${text}`, { color: RED }) : textOf(text),
  );
  const [above, below] = [notes, footer].map((all) =>
    all.map((text) => cell(textOf(text, { color: GREY }), { across: 2 })),
  ) as [string[], string[]];
  const widths = (all: readonly Text[]) => Math.max(0, ...all.map(({ width }) => width));
  const whole = widths([head, ...[...notes, ...footer].map((text) => textOf(text))]);
  const width = Math.max(widths(texts), whole - widths(keys));
  return table('border="1" color="#6e7781" bgcolor="#ffffff"', [
    [cell(head, { across: 2, attributes: `port="head" bgcolor="${HEADS[kind]}"` })],
    ...above.map((note) => [note]),
    ...rows.map((_, i) => [
      cell(keys[i] as Text),
      cell({ ...(texts[i] as Text), width }, { attributes: `port="r${i}"` }),
    ]),
    ...below.map((note) => [note]),
  ]);
}

function table(attributes: string, rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('');
  return `<table ${attributes} cellborder="0" cellspacing="0" cellpadding="${PADDING}">${body}</table>`;
}

/** Wrapped, and measured with what stands around it. */
interface Text {
  readonly html: string;
  readonly width: number;
}

interface TextStyle {
  readonly bold?: boolean;
  readonly color?: string;
  readonly points?: number;
}

function textOf(text: string, style: TextStyle = {}): Text {
  const { bold = false, color = DARK, points = MOST_POINTS } = style;
  const most = text.startsWith('“') ? MOST_LINES.said : MOST_LINES.names;
  const lines = wrap(text, points, most, { size: FONT_SIZE, bold });
  const widest = Math.max(...lines.map((line) => textWidth(line, { size: FONT_SIZE, bold })));
  const shown = lines.map((line) => labelText(line) || ' ').join('<br align="left"/>');
  const html = `<font color="${color}">${bold ? `<b>${shown}</b>` : shown}</font>`;
  return { html, width: Math.ceil(widest) + 2 * PADDING };
}

interface CellLayout {
  /** Columns. */
  readonly across?: number;
  readonly attributes?: string;
}

/** At least as wide as its text, whatever Graphviz believes of that. */
function cell({ html, width }: Text, { across = 1, attributes = '' }: CellLayout = {}): string {
  const aligned = 'align="left" balign="left" valign="top"';
  return `<td ${aligned} width="${width}" colspan="${across}" ${attributes}>${html}</td>`;
}

/** Graphviz replaces `\N` and its like in labels. */
function labelText(text: string): string {
  return escapeXml(text).replaceAll('\\', '\\\\');
}
