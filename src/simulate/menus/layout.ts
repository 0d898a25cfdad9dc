/** Where the boxes stand: in layers from left to right, by dagre. */
import { UserError } from '../../diagnostics/errors';
import { Graph, layout } from './dagre';
import type { Box, Picture, Way } from './box';

export const WIDTH = 260;
export const LINE = 18;
export const HEAD = 26;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedBox extends Box, Point {
  readonly height: number;
}

export interface PlacedWay extends Way {
  readonly points: readonly Point[];
}

export interface Placed {
  readonly boxes: readonly PlacedBox[];
  readonly ways: readonly PlacedWay[];
  readonly width: number;
  readonly height: number;
}

export function place({ boxes, ways }: Picture): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 22,
    edgesep: 10,
    ranksep: 90,
    marginx: 20,
    marginy: 20,
  });
  for (const box of boxes) graph.setNode(box.id, { width: WIDTH, height: heightOf(box) });
  const drawn = ways.filter(({ to }) => graph.hasNode(to));
  drawn.forEach((way, i) => graph.setEdge(way.from, way.to, { minlen: 1 }, String(i)));
  arrange(graph);
  const placed = new Map(
    boxes.map((box) => {
      const { x = 0, y = 0 } = graph.node(box.id);
      const height = heightOf(box);
      return [box.id, { ...box, x: x - WIDTH / 2, y: y - height / 2, height }];
    }),
  );
  const size = graph.graph();
  return {
    boxes: [...placed.values()],
    ways: drawn.map((way, i) => {
      const edge = graph.edge(way.from, way.to, String(i));
      return { ...way, points: anchored(edge.points ?? [], placed, way) };
    }),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}

function heightOf({ notes, rows }: Box): number {
  return HEAD + (notes.length + rows.length) * LINE + 8;
}

/** From the key's own row to the head of the box that it leads to. */
function anchored(
  points: readonly Point[],
  boxes: ReadonlyMap<string, PlacedBox>,
  { from, to, row }: Way,
): readonly Point[] {
  const start = boxes.get(from);
  const end = boxes.get(to);
  if (!start || !end) return points;
  const y = start.y + HEAD + (start.notes.length + row) * LINE + LINE / 2;
  // Forwards it leaves on the right and arrives on the left; backwards it does so above or below.
  const forwards = end.x > start.x;
  const between = points.slice(1, -1);
  // From one layer to the next there is nothing to go round.
  const inner = forwards && between.length === 1 ? [] : between;
  const arrival = { x: forwards ? end.x : end.x + WIDTH, y: end.y + HEAD / 2 };
  return [{ x: forwards ? start.x + WIDTH : start.x, y }, ...inner, arrival];
}

/** @throws UserError where one menu leads to the next for longer than the library can follow. */
function arrange(graph: Parameters<typeof layout>[0]): void {
  try {
    layout(graph);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(
      'Too many menus follow one another to draw them.',
      'See them as a table: npm run -s dialtone -- menus check',
      { cause: error },
    );
  }
}
