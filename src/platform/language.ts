/** The language that a URL of ours carries. */
import { readLanguage } from '../calls/menus/position';
import { emptyDirectory } from '../directory/open';
import type { Language } from '../directory/types';
import type { Webhook } from './door';

/** One of the site's; its first where the URL carries none of them. */
export function languageOf({ parameters, directory }: Webhook): Language {
  return readLanguage(parameters, directory ?? emptyDirectory());
}
