/** A report on sounds for people. */
import { isError } from '../../../diagnostics/diagnostic';
import { printable } from '../../../diagnostics/printable';
import { count, formatDiagnostic } from '../../../diagnostics/text';
import { PLAIN, severityPaint } from '../../terminal/colours';
import type { SoundReport } from '../../../config/recordings/check';

export function soundText(
  { diagnostics, checked, sentences, unused }: SoundReport,
  out = PLAIN,
): string {
  const errors = diagnostics.filter(isError).length;
  return [
    ...diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, severityPaint(out))),
    ...(unused.length > 0 ? ['Not used:', ...unused.map((file) => `  ${printable(file)}`)] : []),
    ...(sentences.length > 0
      ? [
          'Spoken by a voice, because the recording is missing:',
          ...sentences.map(({ language, where, sentence }) =>
            printable(`  ${language}  ${where}: ${sentence ?? '–'}`),
          ),
        ]
      : []),
    '',
    `${count(checked, 'recording')} checked, ${count(errors, 'error')}, ` +
      `${count(diagnostics.length - errors, 'warning')}; ` +
      `${count(sentences.length, 'sentence')} without a recording.`,
  ].join('\n');
}
