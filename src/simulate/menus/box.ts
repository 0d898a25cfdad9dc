/** What is drawn of menus: boxes, and the ways between them. */

export interface Picture {
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
}

export interface Box {
  readonly id: string;
  readonly kind: 'root' | 'menu';
  readonly title: string;
  /** Such as what is said on entry. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  /** Nothing but the end of the call follows it. */
  readonly deadEnd: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Position in the rows of `from`. */
  readonly row: number;
  readonly label: string;
  readonly by: 'key' | 'silence' | 'otherwise';
}

export interface Row {
  /** The key, or what stands for none. */
  readonly key: string;
  /** Where it leads, unless a way is drawn. */
  readonly leadsTo: string;
  readonly ends: boolean;
}
