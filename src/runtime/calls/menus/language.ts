/** In which language a call goes on. */
import type { CallLanguage } from '../../model/directory';
import type { CallContext } from '../context';

/** What the caller chose, else the phone's, else the site's first. */
export function languageOf({ language, caller, directory }: CallContext): CallLanguage {
  return language ?? caller.language ?? directory.site.languages[0] ?? 'en';
}

/** The site's next one: what `*` asks for. */
export function otherLanguage(context: CallContext): CallLanguage {
  const { languages } = context.directory.site;
  const now = languageOf(context);
  return languages[(languages.indexOf(now) + 1) % languages.length] ?? now;
}
