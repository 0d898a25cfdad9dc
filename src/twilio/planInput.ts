/** What a plan is made of, and what it says beside its changes. */
import type { Problem } from '../diagnostics/diagnostic';
import type { Actual } from './actual';
import type { Desired } from './desired';
import type { Evidence } from './emergency/evidence';
import type { Applied } from './records/applied';
import type { Recorded } from './records/ledgerEntry';

/** Why nothing is written, and what to do. */
export type Stop = Problem;

/** What apply cannot do, and who can. */
export interface ManualStep extends Problem {
  /** Somebody may call who should not: Twilio does not match the directory until it is fixed. */
  readonly open?: true;
}

export interface PlanInput {
  readonly accountSid: string;
  readonly desired: Desired;
  readonly actual: Actual;
  readonly applied: Applied;
  /** Without it a password made with another key goes unseen. */
  readonly key?: Buffer | undefined;
  /** Without it a former password goes unseen. */
  readonly ledger?: Recorded | undefined;
  /** Set passwords again that were changed outside. */
  readonly setAgain?: boolean | undefined;
  /** What else stops it: found by whoever knows more than the account. */
  readonly stops?: readonly Stop[] | undefined;
  /** Another master key is meant. */
  readonly newKey?: boolean | undefined;
  readonly prune?: boolean | undefined;
  readonly account?: boolean | undefined;
  /** What emergency calls may be moved by; without it nothing counts as shown. */
  readonly evidence?: Evidence | undefined;
}
