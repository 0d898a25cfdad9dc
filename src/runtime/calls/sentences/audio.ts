/** Our own sentences as a caller hears them: the site's recording, else spoken. Nothing else chooses. */
import type { CallLanguage, Site, Sound } from '../../model/directory';
import type { Reason } from '../reasons';
import { CATALOGUES } from './catalogues';
import { dialingText, spell, type OperatorSentence, textOf } from './recordable';

/** Whose recordings there are: the site's, or those of the emergency book. */
export type Recorded = Pick<Site, 'sentences'>;

/** @param site null when it cannot be read. */
export function sentence(
  name: OperatorSentence,
  language: CallLanguage,
  site: Recorded | null,
): Sound {
  return recording(name, language, site) ?? { say: textOf(name, language) };
}

/** Why a call was refused or failed. */
export function explanation(
  { reason, number }: { readonly reason: Reason; readonly number?: string },
  language: CallLanguage,
  site: Recorded,
): Sound {
  const text = CATALOGUES[language].reasons[reason];
  const say = number === undefined ? text : text.replace('{number}', spell(number, language));
  return recording(reason, language, site) ?? { say };
}

/** What is heard before an emergency call from a menu. */
export function announcement(number: string, language: CallLanguage, book: Recorded): Sound {
  return recording(`dialing${number}`, language, book) ?? { say: dialingText(number, language) };
}

function recording(name: string, language: CallLanguage, site: Recorded | null): Sound | undefined {
  const play = site?.sentences?.[name]?.[language];
  return play === undefined ? undefined : { play };
}
