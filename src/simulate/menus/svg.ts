/** The drawing of the menus as SVG: one file, without scripts, fonts or anything from elsewhere. */
import { escapeXml } from '../../runtime/model/xml';
import {
  HEAD,
  LINE,
  type Placed,
  type PlacedBox,
  type PlacedEdge,
  type Point,
  WIDTH,
} from './layout';

/** What the lines and frames mean, below the drawing. */
const LEGEND = 46;

const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1b1f24 }
.title { font-weight: 600; font-size: 13px }
.note { fill: #57606a; font-size: 11px }
.key { font-weight: 600 }
.ends { fill: #a40e26 }
.box { fill: #fff; stroke: #6e7781 }
.head { fill: #dbeafe }
.root .head { fill: #dcfce7 }
.dead .box { stroke: #cf222e; stroke-width: 2.5 }
.dead .head { fill: #ffdce0 }
path { fill: none; stroke: #3b6ea8; stroke-width: 1.4 }
.silence { stroke: #8c959f; stroke-dasharray: 6 4 }
.otherwise { stroke: #bc4c00; stroke-dasharray: 2 3 }
.label { font-weight: 600; font-size: 11px; paint-order: stroke; stroke: #fff; stroke-width: 4px }
`.trim();

export function svgOf(placed: Placed, heading: string): string {
  const width = Math.ceil(Math.max(placed.width, 720));
  const height = Math.ceil(placed.height + LEGEND + HEAD);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(heading)}</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">' +
      '<path d="M0 0L8 4L0 8z" style="fill:#57606a;stroke:none"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(20, 20, heading, 'title'),
    `<g transform="translate(0 ${HEAD})">`,
    ...placed.edges.map(drawEdge),
    ...placed.boxes.map(drawBox),
    ...placed.edges.map(drawLabel),
    '</g>',
    legend(height - LEGEND + 14),
    '</svg>\n',
  ].join('\n');
}

function drawBox(box: PlacedBox): string {
  const { kind, title, notes, rows, deadEnd, x, y, height } = box;
  const classes = `${kind}${deadEnd ? ' dead' : ''}`;
  const line = (i: number) => y + HEAD + i * LINE + 13;
  return [
    `<g class="${classes}">`,
    `<rect class="box" x="${n(x)}" y="${n(y)}" width="${WIDTH}" height="${n(height)}" rx="5"/>`,
    `<rect class="head" x="${n(x + 1)}" y="${n(y + 1)}" width="${WIDTH - 2}" height="${HEAD - 2}" rx="4"/>`,
    text(x + 8, y + 18, deadEnd ? `${title} × dead end` : title, 'title'),
    ...notes.map((note, i) => text(x + 8, line(i), note, 'note')),
    ...rows.map(({ key, leadsTo, ends }, i) => {
      const at = line(notes.length + i);
      return (
        text(x + 8, at, key, 'key') +
        text(x + 58, at, `${ends ? '× ' : ''}${leadsTo}`, ends ? 'ends' : '')
      );
    }),
    '</g>',
  ].join('\n');
}

function drawEdge({ points, by }: PlacedEdge): string {
  return `<path class="${by}" d="${curve(points)}" marker-end="url(#arrow)"/>`;
}

/** Beside the row that it leaves from. */
function drawLabel({ points, label }: PlacedEdge): string {
  const [start, next] = points;
  if (!start || label === '') return '';
  const right = !next || next.x >= start.x;
  return text(right ? start.x + 6 : start.x - 6, start.y - 4, label, 'label', !right);
}

/** Through every point, level at both ends. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let from = first;
  return rest.reduce(
    (path, to) => {
      const middle = (from.x + to.x) / 2;
      from = to;
      return `${path} C${n(middle)} ${n(last(path))} ${n(middle)} ${n(to.y)} ${n(to.x)} ${n(to.y)}`;
    },
    `M${n(first.x)} ${n(first.y)}`,
  );
}

function last(path: string): number {
  return Number(path.slice(path.lastIndexOf(' ') + 1));
}

function legend(y: number): string {
  const lines = [
    ['key', 'a key is pressed'],
    ['silence', 'no key, or everything has played'],
    ['otherwise', 'may not enter'],
  ] as const;
  const drawn = lines.map(
    ([by, words], i) =>
      `<path class="${by}" d="M${20 + i * 240} ${y}h34"/>${text(62 + i * 240, y + 4, words, 'note')}`,
  );
  return [
    ...drawn,
    text(20, y + 22, 'On every menu: * language, # back, 9-1-1 emergency.', 'note'),
  ].join('\n');
}

function text(x: number, y: number, words: string, style: string, right = false): string {
  const anchor = right ? ' text-anchor="end"' : '';
  return `<text x="${n(x)}" y="${n(y)}" class="${style}"${anchor}>${escaped(words)}</text>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(words: string): string {
  return escapeXml(words.replace(/\p{Cc}/gu, ' '));
}
