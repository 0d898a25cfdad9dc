/** Where a volunteer's leg stands: it travels in the URL, and is read anew from each request. */
import { callbackUrl } from '../../model/callbacks';
import type { CallLanguage } from '../../model/directory';

export interface OfferPosition {
  readonly at: 'operatorOffer';
  /** SID of the caller's call. */
  readonly call: string;
  readonly line: string;
  /** The caller's language. */
  readonly caller: CallLanguage;
  /** By the directory's name. */
  readonly volunteer: string;
  /** In which the volunteer is spoken to. */
  readonly language: CallLanguage;
  /** How many times the offer has been made. */
  readonly round: number;
}

/** The URL of a leg, and of the volunteer's key. */
export function offerUrl({ caller: lang, ...position }: OfferPosition): string {
  return callbackUrl('operatorOffer', { ...position, lang });
}
