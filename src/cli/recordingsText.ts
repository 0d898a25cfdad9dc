/** A report on sounds for people. */
import { printable } from '../diagnostics/printable';
import { out } from './colours';
import { count } from './planText';
import type { SoundReport } from '../config/recordings/check';

export function soundText({ findings, checked, sentences, unused }: SoundReport): string {
  const diagnostics = findings.filter(({ severity }) => severity === 'error').length;
  return [
    ...findings.map(({ severity, sound, message, fix }) => {
      const mark = severity === 'error' ? out.red('ERROR  ') : out.yellow('warning');
      return `${mark} ${printable(`${sound}  ${message}`)}\n        fix: ${printable(fix)}`;
    }),
    ...(unused.length > 0
      ? ['Named by nothing:', ...unused.map((file) => `  ${printable(file)}`)]
      : []),
    ...(sentences.length > 0
      ? [
          'Spoken by a voice, for want of a recording:',
          ...sentences.map(({ language, where, sentence }) =>
            printable(`  ${language}  ${where}: ${sentence ?? '–'}`),
          ),
        ]
      : []),
    '',
    `${count(checked, 'recording')} checked, ${count(diagnostics, 'error')}, ` +
      `${count(findings.length - diagnostics, 'warning')}; ` +
      `${count(sentences.length, 'sentence')} without a recording.`,
  ].join('\n');
}
