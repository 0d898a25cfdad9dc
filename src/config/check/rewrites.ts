/** Rewrite rules: valid, and none stands before an emergency call. */
import { emergencyNumber } from '../../runtime/numbers/emergency';
import type { Rewrite } from '../../runtime/model/directory';
import { GROUP, groupCount, openRewrite, type RewriteRule } from '../../runtime/model/rewrite';
import { freeBeginning } from '../../runtime/calls/menus/ruleShape';
import { arrivalsIn } from './arrivals';
import type { Context } from './context';
import { below, type Location, addError, refuseEmergencyNumber } from './values';

export function checkRewrites(context: Context): void {
  context.source.calling.rewrite.forEach((rule, i) => {
    checkRule(context, { file: 'calling.yaml', path: ['rewrite', i] }, rule);
  });
}

function checkRule(context: Context, location: Location, rule: RewriteRule): void {
  let opened;
  try {
    opened = openRewrite(rule);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const fix =
      'RE2 patterns run in linear time, so they have neither look-ahead nor back-references.';
    return addError(
      context,
      below(location, 'from'),
      `\`${rule.from}\` is not an RE2 pattern: ${why}`,
      fix,
    );
  }
  checkGroups(context, below(location, 'to'), rule);
  warnOfWait(context, below(location, 'from'), rule);
  // What it produces is read again, emergency first; a fixed one is a mistake all the same.
  refuseEmergencyNumber(context, below(location, 'to'), rule.to);
  const shadowed = [
    ...context.emergencyForms().filter((form) => opened.apply(form) !== undefined),
    ...context.insistentForms().filter((form) => hidesEmergency(form, opened, context)),
  ];
  if (shadowed.length === 0) return;
  const some = shadowed.slice(0, 3).map((form) => `\`${form}\``);
  addError(
    context,
    below(location, 'from'),
    `\`${rule.from}\` matches ${some.join(', ')}, which Dialtone reads as an emergency number: ` +
      'no rule may change an emergency call',
    'Make the pattern narrower: more digits, or a first digit such as `[2-9]`.',
  );
}

/** At the dial tone inside a call no number leaves before it is clear that the rule reads nothing longer. */
function warnOfWait({ source, numbering, report }: Context, at: Location, rule: RewriteRule): void {
  const { collect, pauseSeconds } = source.site.menus.dialTone;
  const beginning = freeBeginning(rule.from);
  if (collect !== 'staged' || beginning === undefined || !/^[1-9]?\d*$/.test(beginning)) return;
  if (!['US', 'CA'].includes(numbering.country) || !hasDialTone(source)) return;
  const which = beginning === '' ? 'every number' : `every number that begins with ${beginning}`;
  const message = `\`${rule.from}\` may match numbers of any length: at the dial tone inside a call, ${which} waits ${pauseSeconds} seconds for more digits`;
  const fix = 'Write how many digits it matches, such as `\\d{10}`, or several rules.';
  report.warn(at.file, at.path, message, fix);
}

function hasDialTone(source: Context['source']): boolean {
  return arrivalsIn(source).some(({ target }) => 'do' in target && target.do === 'dialTone');
}

/** `\*67(\d+)` to `$1` may stand: what it makes of *67911 is 911. */
function hidesEmergency(form: string, rule: Rewrite, { numbering }: Context): boolean {
  const rewritten = rule.apply(form);
  return rewritten !== undefined && emergencyNumber(rewritten, numbering) === undefined;
}

function checkGroups(context: Context, location: Location, { from, to }: RewriteRule): void {
  const groups = groupCount(from);
  for (const [name, n] of to.matchAll(GROUP)) {
    if (Number(n) <= groups) continue;
    const has = groups === 0 ? 'no group' : groups === 1 ? 'one group' : `${groups} groups`;
    const fix = 'Put brackets around the part of `from` that you want.';
    addError(context, location, `\`${name}\` refers to a group, but \`${from}\` has ${has}`, fix);
  }
}
