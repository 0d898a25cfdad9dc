/** Where a key of an imported menu goes. */
import type { Action } from '../../../runtime/model/directory';

/** Where something leads; a menu still by the name of its context. */
export type Destination =
  | { readonly menu: string }
  | { readonly dial: string }
  | { readonly handOff: string }
  | { readonly do: Action };
