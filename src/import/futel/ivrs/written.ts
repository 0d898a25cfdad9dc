/** A menu as an import writes it. */
import type { Draft } from './drafts';
import type { Names } from './names';
import type { Prompts } from './prompts';
import type { MenuFile } from '../../../config/read/files';

/** What the menus of one set of phones are. */
export interface Written {
  readonly files: Readonly<Record<MenuFile, string>>;
  readonly names: Names;
  readonly drafts: readonly Draft[];
  /** Whether anything in them asks for the operator. */
  readonly operator: boolean;
  readonly prompts: Prompts;
  /** Recordings instead of our own sentences, as site.yaml has them. */
  readonly sentences: Readonly<Record<string, string>>;
}
