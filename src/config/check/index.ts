/** Every check that needs more than one value: names, numbers, emergency calls and rules. */
import { checkBlockList, checkNumberLists, checkServiceCodes } from './calling';
import { checkCallBack } from './callBack';
import { checkCallers } from './callers';
import { checkClasses } from './classes';
import type { Context } from './context';
import { checkCosts } from './costs';
import { checkEmergency } from './emergency';
import { checkEmergencyModes } from './emergencyModes';
import { checkExtensions } from './extensions';
import { checkHotlines } from './hotlines';
import { checkMenus } from './menus';
import { checkNumbers } from './numbers';
import { checkOperators } from './operators';
import { planOf } from './plan';
import { checkUnreachableMenus } from './unreachableMenus';
import { checkRewrites } from './rewrites';
import { checkShortNames } from './shortNames';
import { checkNoInput } from './noInput';
import { checkSentences } from './sentences';
import { checkSite } from './site';
import { checkSizes } from './sizes';
import { checkUsernames } from './usernames';

/** Adds all errors and warnings to the report of `context`. */
export function checkDirectory(context: Context): void {
  checkSite(context);
  checkSentences(context);
  checkUsernames(context);
  checkShortNames(context);
  checkExtensions(context);
  checkEmergency(context);
  checkEmergencyModes(context);
  checkNumbers(context);
  checkCallBack(context);
  checkClasses(context);
  checkServiceCodes(context);
  checkRewrites(context);
  checkBlockList(context);
  checkNumberLists(context);
  checkMenus(context);
  checkUnreachableMenus(context);
  checkCallers(context);
  const planned = planOf(context);
  checkNoInput(context, planned);
  checkHotlines(context, planned);
  checkSizes(context, planned);
  checkOperators(context);
  checkCosts(context);
}
