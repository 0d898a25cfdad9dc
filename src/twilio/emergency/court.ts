/** By what a write is judged. */
import type { Found } from '../actual';
import type { Wanted } from '../desired';
import type { Evidence } from './evidence';

export interface Court {
  readonly wanted: Wanted;
  /** As it was read: which phones there are. */
  readonly found: Found;
  readonly evidence: Evidence;
}
