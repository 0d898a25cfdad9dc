/** Who calls whom, from which phone, when: what is asked of a simulation. */
import type { EnvironmentName } from '../runtime/model/directory';

export interface Question {
  readonly direction: 'outgoing' | 'incoming';
  /** SIP username or URI, or the number of a caller from outside. */
  readonly from: string;
  /** What is dialled, or the number called. */
  readonly to: string;
  readonly environment: EnvironmentName;
  readonly at: Date;
  /** What Twilio calls the call: queues are named by it, and chance hangs on it. */
  readonly callSid?: string;
  /** SIP usernames to take as being on the domain's credential lists. */
  readonly listed?: readonly string[];
}
