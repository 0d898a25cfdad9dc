/** In which language a call goes on. */
import type { Language } from '../../model/directory';
import type { Attempt } from '../ring';

/** What the caller chose, else the phone's, else the site's first. */
export function languageOf({ language, caller, directory }: Attempt): Language {
  return language ?? caller.language ?? directory.site.languages[0] ?? 'en';
}

/** The site's next one: what `*` asks for. */
export function otherLanguage(attempt: Attempt): Language {
  const { languages } = attempt.directory.site;
  const now = languageOf(attempt);
  return languages[(languages.indexOf(now) + 1) % languages.length] ?? now;
}
