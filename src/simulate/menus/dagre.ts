/** The part of dagre that we use, with types: its own name files in a way that Node's resolution does not find. */
import * as dagre from '@dagrejs/dagre';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface LayoutGraph {
  setGraph(settings: Readonly<Record<string, unknown>>): void;
  graph(): { readonly width?: number; readonly height?: number };
  setNode(id: string, size: { readonly width: number; readonly height: number }): void;
  node(id: string): Partial<Point>;
  hasNode(id: string): boolean;
  setEdge(from: string, to: string, label: object, name: string): void;
  edge(from: string, to: string, name: string): { readonly points?: readonly Point[] };
}

interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => LayoutGraph;
  /** Gives every node and edge of the graph its place. */
  readonly layout: (graph: LayoutGraph) => void;
}

export const { Graph, layout } = dagre as unknown as Dagre;
