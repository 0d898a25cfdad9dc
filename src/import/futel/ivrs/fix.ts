/** What the directory refuses in menus of an import: ended there, and reported. */
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { formatPath, isMenuFile } from '../../../config/read/files';
import type { Report } from '../report';
import { HANG_UP } from './destinations';
import type { Draft } from './drafts';
import type { Written } from './written';

/** Places in menus that end the call instead, as `context key` or `context next`. */
export type Ended = Set<string>;

/**
 * The place of each error in a menu, reported once it is found.
 *
 * @returns whether any was found that had not been ended yet.
 */
export function endFaulty(
  diagnostics: readonly Diagnostic[],
  { drafts, names }: Written,
  ended: Ended,
  report: Report,
): boolean {
  const before = ended.size;
  for (const { where, message } of diagnostics) {
    if (!isMenuFile(where.file)) continue;
    const draft = drafts.find(({ context }) => isBelow(where.path, [names.of(context)]));
    if (draft === undefined) continue;
    const name = names.of(draft.context);
    const key =
      draft.keys.find((each) => isBelow(where.path, [name, 'keys', each.key]))?.key ?? 'next';
    const label = `${draft.context} ${key}`;
    if (ended.has(label)) continue;
    ended.add(label);
    const what = key === 'next' ? 'what follows it' : `its key ${key}`;
    const text = `${what} cannot be taken over: ${message}`;
    const fix = 'The call ends there: write what should follow.';
    const { context } = draft;
    report.addForCallers({ extension: null, context, severity: 'lost', text, fix });
  }
  return ended.size > before;
}

export function withEnded(draft: Draft, ended: Ended): Draft {
  const keys = draft.keys.map((each) =>
    ended.has(`${draft.context} ${each.key}`) ? { ...each, to: HANG_UP } : each,
  );
  return ended.has(`${draft.context} next`)
    ? { ...draft, keys, next: HANG_UP }
    : { ...draft, keys };
}

function isBelow(path: string, steps: readonly string[]): boolean {
  const own = formatPath(steps);
  return path === own || (path.startsWith(own) && /[.[]/.test(path.charAt(own.length)));
}
