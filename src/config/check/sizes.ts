/** Documents that Twilio takes: menus without keys stand in one with the menu that follows them. */
import { documentBytes, MOST_BYTES } from './documentSize';
import { hasAudio } from './sequences';
import { menuSequence } from '../../runtime/calls/menus/sequence';
import type { Menu } from '../../runtime/model/directory';
import type { Context } from './context';
import type { Planned } from './plan';
import { addError } from './values';

/** Reports the last menu with which a document is too long, once; not of all that lead into it. */
export function checkSizes(context: Context, { plan, whens }: Planned): void {
  const { site, menus } = context.source;
  const reported = new Set<string>();
  for (const when of whens) {
    const covered = new Set<string>();
    for (const name of menus.keys()) {
      if (covered.has(name)) continue;
      const { entered, passed, end } = menuSequence(name, plan.menus, when);
      for (const each of passed) covered.add(each);
      const audible = entered.filter(hasAudio);
      if (end === 'round' || !isTooLong(audible, site)) continue;
      const last = lastTooLong(audible, site);
      const from = last[0]?.name ?? name;
      if (!reported.has(from)) reportSize(context, from, last);
      reported.add(from);
    }
  }
}

/** No character becomes more bytes than these, with the tags around a sound: most menus are not rendered. */
const MOST_BYTES_A_CHARACTER = 10;

function isTooLong(audible: readonly Menu[], site: Context['source']['site']): boolean {
  const mayBe = JSON.stringify(audible).length * MOST_BYTES_A_CHARACTER > MOST_BYTES;
  return mayBe && documentBytes(audible, site) > MOST_BYTES;
}

/** The shortest end of a document that is too long. */
function lastTooLong(audible: readonly Menu[], site: Context['source']['site']): readonly Menu[] {
  let [tooLong, short] = [0, audible.length];
  while (short - tooLong > 1) {
    const middle = Math.floor((tooLong + short) / 2);
    if (isTooLong(audible.slice(middle), site)) tooLong = middle;
    else short = middle;
  }
  return audible.slice(tooLong);
}

function reportSize(context: Context, name: string, audible: readonly Menu[]): void {
  const entry = context.source.menus.get(name);
  if (!entry) return;
  const others =
    audible.length > 1
      ? `, with ${audible.length - 1} that follow in it to \`${audible.at(-1)?.name}\``
      : '';
  const bytes = documentBytes(audible, context.source.site);
  const message = `is a document of ${bytes} bytes${others}: Twilio takes 64 KB, of which ${MOST_BYTES} are for menus`;
  const fix = 'Shorten the sentences, or split it into two menus with keys.';
  addError(context, { file: entry.file, path: [name] }, message, fix);
}
