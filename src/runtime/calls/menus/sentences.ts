/** What menus say of themselves, beside the reasons. */
import type { Sentence } from '../reasons';
import { spell } from '../say';

/** Before an emergency call from a menu. */
export function dialing(number: string): Sentence {
  return {
    en: `Dialing ${spell(number, 'en')}. To cancel, hang up.`,
    es: `Llamando al ${spell(number, 'es')}. Para cancelar, cuelgue.`,
  };
}

/**
 * Where a key of an emergency number seems to be lost: its last key is asked for.
 *
 * @param orWait Whether the call is made without it too.
 */
export function toCall(number: string, orWait: boolean): Sentence {
  const last = number.slice(-1);
  const en = `To call ${spell(number, 'en')}, press ${spell(last, 'en')}`;
  const es = `Para llamar al ${spell(number, 'es')}, oprima el ${spell(last, 'es')}`;
  return orWait
    ? { en: `${en} or wait. To cancel, hang up.`, es: `${es} o espere. Para cancelar, cuelgue.` }
    : { en: `${en}.`, es: `${es}.` };
}
