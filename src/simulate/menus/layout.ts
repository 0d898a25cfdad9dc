/** Where the boxes stand: in layers from left to right, by dagre. */
import { UserError } from '../../diagnostics/errors';
import { Graph, layout } from './dagre';
import type { Box, Picture, Edge } from './box';

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

export interface PlacedEdge extends Edge {
  readonly points: readonly Point[];
}

export interface Placed {
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

export function layOut({ boxes, edges }: Picture): Placed {
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
  const drawn = edges.filter(({ to }) => graph.hasNode(to));
  drawn.forEach((edge, i) => graph.setEdge(edge.from, edge.to, { minlen: 1 }, String(i)));
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
    edges: drawn.map((edge, i) => {
      const line = graph.edge(edge.from, edge.to, String(i));
      return { ...edge, points: anchored(line.points ?? [], placed, edge) };
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
  { from, to, row }: Edge,
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
      'See them as a table: ./dialtone menus check',
      { cause: error },
    );
  }
}
