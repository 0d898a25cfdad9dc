/**
 * Denying without a sign for it: a digit map can only leave out what may not be dialled, so that
 * it is impossible from the key at which nothing else can come of it.
 */
import type { DialPlan } from '../../dialplan/entry';
import { matches, onlyString, type Pattern } from '../../dialplan/pattern';
import type { Segment } from '../../dialplan/segments';
import { notBeginning } from '../../dialplan/sets';

/**
 * The segments without anything that begins with a denied number.
 *
 * @param which with `bare` the longer forms, such as 1911, are left out only where a segment would
 *   send them; elsewhere they stay the beginning of a number that is never finished.
 */
export function withoutDenied(
  { entries }: DialPlan,
  segments: readonly Segment[],
  which: 'all' | 'bare',
): readonly Segment[] {
  const denied = entries.filter(({ action }) => action === 'deny');
  return segments.flatMap((segment) => {
    let patterns: readonly Pattern[] = [segment.pattern];
    for (const { kind, pattern } of denied) {
      const digits = onlyString(pattern) ?? '';
      const always = which === 'all' || kind === 'emergency';
      patterns = patterns.flatMap((each) =>
        always || matches(each, digits) ? notBeginning(each, digits) : [each],
      );
    }
    return patterns.map((each) => ({ ...segment, pattern: each }));
  });
}
