/** The report of an import, as it is printed. */
import type { ReportLine } from '../../../import/futel/report';
import { printable } from '../../../diagnostics/printable';
import { PLAIN } from '../../terminal/colours';
import type { ImportedFolder } from '../../../import/futel/importFutel';

const SEVERITIES = ['wrong', 'lost', 'changed', 'kept'] as const;

const MEANINGS: Readonly<Record<ReportLine['severity'], string>> = {
  wrong: 'Already wrong in the old system',
  lost: 'Lost',
  changed: 'Changed',
  kept: 'Kept',
};

const COLOURS: Readonly<Record<ReportLine['severity'], 'red' | 'yellow' | 'green'>> = {
  wrong: 'red',
  lost: 'yellow',
  changed: 'yellow',
  kept: 'green',
};

/** What callers notice first, then what is wrong; lines that say the same of several extensions are one. */
export function importText(
  { source, folder, extensions, report }: ImportedFolder,
  out = PLAIN,
): string {
  const first = report.filter((line) => line.first);
  const callers = report.filter((line) => line.callers && !line.first);
  const rest = report.filter((line) => !line.first && !line.callers);
  const parts = SEVERITIES.map((severity) => {
    // Nothing is to be done about the rest of what was kept.
    const lines = rest.filter(
      (line) => line.severity === severity && (severity !== 'kept' || line.fix !== undefined),
    );
    if (lines.length === 0) return '';
    return [out[COLOURS[severity]](MEANINGS[severity]), ...together(lines)].join('\n');
  });
  const count = `${extensions} ${extensions === 1 ? 'extension' : 'extensions'}`;
  return [
    `${printable(source)} → ${printable(folder)}/: ${count}`,
    ...(first.length > 0 ? [together(first).map(out.red).join('\n')] : []),
    ...(callers.length > 0
      ? [[out.yellow('What changes for callers'), ...together(callers)].join('\n')]
      : []),
    ...parts.filter((part) => part !== ''),
    'Read the files, then: ./dialtone check',
  ].join('\n\n');
}

function together(lines: readonly ReportLine[]): string[] {
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.text, line.fix]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const names = group
      .flatMap(({ extension, context }) => extension ?? context ?? [])
      .map(printable);
    const [{ text = '', fix } = {}] = group;
    const what = [names.join(', '), printable(text)].filter((part) => part !== '').join('  ');
    return `  ${what}${fix === undefined ? '' : `\n      fix: ${printable(fix)}`}`;
  });
}
