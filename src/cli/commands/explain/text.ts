/** Explanations for people. */
import type { Audio, Ring } from '../../../runtime/calls/decision';
import { type Position, positionUrl } from '../../../runtime/calls/menus/position';
import { readParty } from '../../../runtime/calls';
import { numberCalled } from '../../../runtime/calls/incoming';
import { directoryAt } from '../../../runtime/model/local';
import type { Directory, EnvironmentName } from '../../../runtime/model/directory';
import { printable } from '../../../diagnostics/printable';
import { type Colours, PLAIN } from '../../terminal/colours';
import type { Explanation } from '../../../simulate/explain';
import type { Question } from '../../../simulate/question';
import { usernameOf, withShort } from '../../../simulate/extensionNamed';
import { audioText } from '../../../simulate/audioText';
import { calledText } from '../../../simulate/operatorCall';
import type { Project } from '../../../config/project';
import { summaryOf } from '../../../simulate/summary';
import type { PlanResult } from '../../../simulate/testPlan';
import { FORM_NAMES, type FormAnswer, placerText } from '../../../simulate/whoAnswers';

/** Keys of a decision that hold audio. */
const AUDIO = ['preamble', 'audio', 'unspoken'];
const POSITIONS = ['position'];

export function explanationText(
  question: Question,
  explanation: Explanation,
  { directory }: Project,
  out = PLAIN,
): string {
  const { decision, trace, twiml, called } = explanation;
  const timeZone = timeZoneOf(question, directory);
  const at = question.at.toLocaleString('en-US', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [
    printable(
      `${callerText(question, directory)} ${question.direction === 'incoming' ? 'calls' : 'dials'} ${question.to}`,
    ) + out.dim(`  (${question.environment}, ${at} ${timeZone})`),
    '',
    ...trace.map(({ step, outcome }) => row(step, [outcome])),
    '',
    out.bold(summaryOf(decision)),
    ...Object.entries(decision)
      .filter(([key]) => key !== 'kind')
      .map(([key, value]) => row(key, shown(key, value))),
    ...(called ? [row('called', [calledText(called)])] : []),
    '',
    indented(twiml),
    '',
    ...asides(question, explanation, directory, out),
  ].join('\n');
}

/** Of the phone that calls, or of the number that is called: hours are read in it. */
function timeZoneOf({ direction, from, to }: Question, directory: Directory): string {
  const location =
    direction === 'incoming'
      ? directory.numbers.get(numberCalled(readParty(to), directory))
      : directory.extensions.get(usernameOf(from, { directory }));
  return directoryAt(location, directory).site.timeZone;
}

/** A phone by all its names. */
function callerText({ direction, from }: Question, directory: Directory): string {
  if (direction === 'incoming') return from;
  return withShort(usernameOf(from, { directory }), { directory });
}

function row(name: string, lines: readonly string[]): string {
  return `  ${name.padEnd(18)}${lines.map(printable).join(`\n${' '.repeat(20)}`)}`;
}

/** A value of a decision in lines. */
function shown(key: string, value: unknown): readonly string[] {
  if (AUDIO.includes(key)) return (value as readonly Audio[]).map(audioText);
  if (POSITIONS.includes(key)) return [positionUrl(value as Position)];
  if (key === 'later')
    return (value as NonNullable<Ring['later']>).map((round) => round.join(', '));
  return [[value].flat().map(String).join(', ')];
}

/** What happens outside the functions. */
function asides(
  { environment, listed }: Question,
  { answers, lookUp }: Explanation,
  { site }: Directory,
  out: Colours,
): string[] {
  return [
    ...(answers ? [answersText(answers, environment, site, out), ''] : []),
    lookUp
      ? out.yellow(
          'The directory does not have this phone: the functions would first ask Twilio if it is on the\n' +
            'credential lists' +
            (listed ? '.' : '; --listed says that it is.'),
        )
      : out.dim('0 requests to Twilio.'),
  ];
}

/** Above stands what the functions answer when they are asked; here, whether they are. */
export function answersText(
  answers: readonly FormAnswer[],
  environment: EnvironmentName,
  { environments }: Directory['site'],
  out = PLAIN,
): string {
  const mode = environments[environment]?.emergency;
  const lines = answers.map((answer) => {
    const { form, source } = answer;
    const text = row(FORM_NAMES[form], [placerText(answer), ...source.split('; ')]);
    return answer.counts ? text : out.yellow(text);
  });
  return [`Who answers in ${environment} (emergency: ${mode ?? 'not set'}):`, ...lines].join('\n');
}

export function planText(results: readonly PlanResult[], out = PLAIN): string {
  const lines = results.map(({ line, question, keys, expected, actual, passed, note }) =>
    [
      passed ? out.green('ok  ') : out.red('FAIL'),
      String(line).padStart(4),
      printable(`${question.from} → ${[question.to, ...(keys ?? [])].join(' ')}`).padEnd(44),
      printable(passed ? actual : `${actual}, expected ${expected}`),
      note ? out.dim(`(${printable(note)})`) : '',
    ]
      .join(' ')
      .trimEnd(),
  );
  const failed = results.filter(({ passed }) => !passed).length;
  return [...lines, '', `${results.length - failed} as expected, ${failed} not`].join('\n');
}

/** One element a line, for reading. */
export function indented(twiml: string): string {
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
