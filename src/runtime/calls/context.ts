/** What every rule about a call may look at. */
import type { Directory, CallLanguage } from '../model/directory';
import type { Call } from './call';
import type { Caller } from './caller';
import type { MenuPosition } from './menus/position';

/** One of our phones placing a call; or a caller from outside (`caller.outside`) in a menu. */
export interface CallContext {
  readonly call: Call;
  readonly caller: Caller;
  readonly directory: Directory;
  readonly now: Date;
  /** The language chosen in a menu. */
  readonly language?: CallLanguage | undefined;
  /** The menu that the call is in. */
  readonly position?: MenuPosition | undefined;
  /** The menus behind what comes next. */
  readonly history?: readonly string[];
  /** Menus without a sound that the call has passed. */
  readonly hops?: number;
}
