/** By what a write is judged. */
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import type { Evidence } from './evidence';

export interface EmergencyContext {
  readonly desired: Desired;
  /** As it was read: which phones there are. */
  readonly actual: Actual;
  readonly evidence: Evidence;
}
