/** Every check that needs more than one value: names, numbers, emergency calls and rules. */
import { checkBlockList, checkServiceCodes } from './calling';
import { checkClasses } from './classes';
import type { Context } from './context';
import { checkEmergency } from './emergency';
import { checkExtensions } from './extensions';
import { checkNumbers } from './numbers';
import { checkRewrites } from './rewrites';
import { checkSite } from './site';
import { checkUsernames } from './usernames';

/** Tells all faults and warnings to the report of `context`. */
export function checkDirectory(context: Context): void {
  checkSite(context);
  checkUsernames(context);
  checkExtensions(context);
  checkEmergency(context);
  checkNumbers(context);
  checkClasses(context);
  checkServiceCodes(context);
  checkRewrites(context);
  checkBlockList(context);
}
