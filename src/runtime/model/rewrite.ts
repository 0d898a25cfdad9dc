/** Rewrite rules, in RE2: linear time whatever the pattern. */
import { RE2JS } from 're2js';
import type { Rewrite } from './directory';

/** A rule as it is written and stored. */
export type RewriteRule = Pick<Rewrite, 'from' | 'to' | 'note'>;

/**
 * Makes a rule applicable. The pattern must match the whole dialled string.
 *
 * @throws RE2JSException when `from` is no RE2 pattern.
 */
export function openRewrite(rule: RewriteRule): Rewrite {
  const pattern = RE2JS.compile(rule.from);
  return {
    ...rule,
    apply(dialled) {
      const matcher = pattern.matcher(dialled);
      if (!matcher.matches()) return undefined;
      // One digit only: `$10` is group 1 and a zero, as a telephone person means it.
      return rule.to.replace(GROUP, (_, n: string) => matcher.group(Number(n)) ?? '');
    },
  };
}

/** The same, made when a call first comes to it: a thousand patterns take a second, which no call may wait for that does not need them. */
export function openRewriteLater(rule: RewriteRule): Rewrite {
  let opened: Rewrite | undefined;
  return { ...rule, apply: (dialled) => (opened ??= openRewrite(rule)).apply(dialled) };
}

/** How many groups the pattern has: the highest `$n` that `to` may name. */
export function groupCount(from: string): number {
  return RE2JS.compile(from).groupCount();
}

/** `$0` is the whole dialled string, `$1`…`$9` its groups. */
export const GROUP = /\$(\d)/g;
