/** The language that a URL of ours carries. */
import { readLanguage } from '../calls/menus/position';
import type { CallLanguage } from '../model/directory';
import type { Webhook } from './handler';

/** One of the site's; its first where the URL carries none of them. */
export function languageOf({
  query,
  book,
}: Pick<Webhook, 'book'> & {
  readonly query: { readonly lang?: string | undefined };
}): CallLanguage {
  return readLanguage(query.lang, book);
}
