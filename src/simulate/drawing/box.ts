/** What a drawing of calls is made of: boxes with rows, and edges from rows to boxes. */
import type { Directory } from '../../runtime/model/directory';
import type { Provisioning } from '../../config/compile/provisioning';

/** What is drawn. */
export interface Drawable {
  readonly directory: Directory;
  /** Tells what a phone does when it is lifted. */
  readonly provisioning: Pick<Provisioning, 'extensions'>;
}

export interface Box {
  readonly id: string;
  readonly kind: 'phones' | 'numbers' | 'codes' | 'menu' | 'operator';
  readonly title: string;
  /** Such as what is said on entry. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  /** What else is true of every call that begins here. */
  readonly footer: readonly string[];
}

export interface Row {
  /** The key, or what happens instead of one. */
  readonly key: string;
  /** What follows. */
  readonly text: string;
  /** The box that an edge leads to. */
  readonly to?: string | undefined;
  readonly by: EdgeKind;
  /** The call ends with it. */
  readonly ends?: boolean;
}

/** A key or a call; no key; whatever else keeps a call from going on there. */
export type EdgeKind = 'key' | 'noKey' | 'otherwise';
