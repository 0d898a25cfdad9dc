/** A diagnosis as people read it: what is wrong stands out, and what to run stands below it. */
import type { Check, Status } from '../../../twilio/doctor';
import { printable } from '../../../diagnostics/printable';
import { type Colours, PLAIN } from '../../terminal/colours';
import type { Diagnosis } from './diagnose';
import { count } from '../../../diagnostics/text';

const SIGNS: Readonly<Record<Status, (out: Colours) => string>> = {
  ok: (out) => out.green('✓'),
  warning: (out) => out.yellow('!'),
  wrong: (out) => out.red('✗'),
  unknown: (out) => out.dim('?'),
};

/** More lines of one check that are alike are counted, not listed. */
const MOST_ALIKE = 5;

interface Shown {
  /** Also what is fine. */
  readonly all?: boolean | undefined;
}

/** What is wrong by topic, the counts, and last the commands to run. */
export function doctorText(
  { environment, checks, wrong, warnings }: Diagnosis,
  out = PLAIN,
  { all = false }: Shown = {},
): string {
  const shown = checks.filter(({ status }) => all || status !== 'ok');
  const topics = [...new Set(shown.map(({ name }) => topicOf(name)))];
  const groups = topics.map((topic) => {
    const of = shown.filter(({ name }) => topicOf(name) === topic);
    return [out.bold(topic), ...lines(of, out)].join('\n');
  });
  const unknown = checks.filter(({ status }) => status === 'unknown').length;
  const found = [
    ...(wrong > 0 ? [out.red(`${wrong} wrong`)] : []),
    ...(warnings > 0 ? [out.yellow(count(warnings, 'warning'))] : []),
    ...(unknown > 0 ? [`${unknown} not checked`] : []),
  ];
  const summary = [`${environment}: ${count(checks.length, 'check')}`, ...found];
  return [
    ...groups,
    summary.join(', ') + (found.length === 0 ? ', everything is fine' : ''),
    ...toRun(shown, out),
  ].join('\n\n');
}

/** Each command once, in the order of what it fixes; what is to be done by hand stands above. */
function toRun(checks: readonly Check[], out: Colours): string[] {
  const commands = checks
    .filter(({ status }) => status === 'wrong' || status === 'warning')
    .flatMap(({ fix }) => (fix?.startsWith('./dialtone ') && !/[<,]/.test(fix) ? [fix] : []));
  if (commands.length === 0) return [];
  const each = [...new Set(commands)].map((command) => `  ${out.cyan(printable(command))}`);
  return [['To run:', ...each].join('\n')];
}

function lines(checks: readonly Check[], out: Colours): string[] {
  const sortOf = ({ status, name }: Check) => `${status} ${name}`;
  const counts = new Map<string, number>();
  for (const check of checks) counts.set(sortOf(check), (counts.get(sortOf(check)) ?? 0) + 1);
  const alike = new Map<string, number>();
  const shown: string[] = [];
  const reasons = new Set<string>();
  for (const check of checks) {
    // The same reason stands before several checks that could not be made.
    const repeated = check.status === 'unknown' && reasons.has(check.message);
    if (check.status === 'unknown') reasons.add(check.message);
    const sort = sortOf(check);
    const number = (alike.get(sort) ?? 0) + 1;
    alike.set(sort, number);
    if (number <= MOST_ALIKE) shown.push(line(check, repeated, out));
    const more = (counts.get(sort) ?? 0) - MOST_ALIKE;
    if (number === MOST_ALIKE && more > 0) {
      shown.push(`    … and ${more} more: ${sort} (--json has all)`);
    }
  }
  return shown;
}

function line({ name, status, message, fix }: Check, repeated: boolean, out: Colours): string {
  const head = `  ${SIGNS[status](out)} ${repeated ? 'the same' : printable(message)}  ${out.dim(name)}`;
  return fix === undefined || repeated ? head : `${head}\n      ${out.cyan(printable(fix))}`;
}

function topicOf(name: string): string {
  return name.split('.', 1).join();
}
