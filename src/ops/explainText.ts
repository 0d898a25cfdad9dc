/** Explanations for people. */
import { out } from './colours';
import type { Explanation, Question } from './explain';
import type { Project } from './project';
import { summaryOf } from './summary';
import type { PlanResult } from './testPlan';

export function explanationText(
  question: Question,
  { decision, trace, twiml, lookUp }: Explanation,
  { directory }: Project,
): string {
  const at = question.at.toLocaleString('en-US', {
    timeZone: directory.site.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [
    `${question.from} ${question.direction === 'incoming' ? 'calls' : 'dials'} ${question.to}` +
      out.dim(`  (${question.environment}, ${at} ${directory.site.timeZone})`),
    '',
    ...trace.map(({ step, outcome }) => `  ${step.padEnd(18)}${outcome}`),
    '',
    out.bold(summaryOf(decision)),
    ...Object.entries(decision)
      .filter(([key]) => key !== 'kind')
      .map(([key, value]) => `  ${key.padEnd(18)}${[value].flat().join(', ')}`),
    '',
    indented(twiml),
    '',
    lookUp
      ? out.yellow(
          'The directory does not know this phone: Twilio would be asked first whether it is on the\n' +
            'credential lists' +
            (question.listed ? '.' : '; --listed says that it is.'),
        )
      : out.dim('0 requests to Twilio.'),
  ].join('\n');
}

export function planText(results: readonly PlanResult[]): string {
  const lines = results.map(({ line, question, expected, actual, passed, note }) =>
    [
      passed ? out.green('ok  ') : out.red('FAIL'),
      String(line).padStart(4),
      `${question.from} → ${question.to}`.padEnd(44),
      passed ? actual : `${actual}, expected ${expected}`,
      note ? out.dim(`(${note})`) : '',
    ]
      .join(' ')
      .trimEnd(),
  );
  const failed = results.filter(({ passed }) => !passed).length;
  return [...lines, '', `${results.length - failed} as expected, ${failed} not`].join('\n');
}

/** One element a line, for reading. */
function indented(twiml: string): string {
  let depth = 0;
  return twiml
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth -= 1;
      const text = '  '.repeat(Math.max(depth, 0)) + line;
      if (/^<[^/?!]/.test(line) && !/\/>$|<\//.test(line)) depth += 1;
      return text;
    })
    .join('\n');
}
