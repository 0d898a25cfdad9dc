/** The calls of a directory as the CSV file that `explain --file` runs. */
import type { EnumeratedCall } from '../../../simulate/enumerateCalls';

const HEADER = 'direction,from,to,environment,at,keys,expect,note';

const PREFACE = [
  '// Made by `dialtone test-plan`; run it with `dialtone explain --file`.',
  '// Rows marked `by hand` are worth trying on a real phone: 933 is the test of 911. Never dial 911 to test.',
];

export function testPlanCsv(calls: readonly EnumeratedCall[]): string {
  const rows = calls.map(({ question, keys, expected, byHand }) =>
    [
      question.direction,
      question.from,
      question.to,
      question.environment,
      // Opening hours and chance depend on it.
      question.at.toISOString(),
      keys.join(' '),
      expected,
      byHand ? 'by hand' : '',
    ]
      .map(quoted)
      .join(','),
  );
  return [...PREFACE, HEADER, ...rows, ''].join('\n');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
