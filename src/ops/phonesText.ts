/** Phones as a terminal shows them. */
import { out } from './colours';
import type { PhoneFinding } from './phoneCheck';
import type { ListedPhone, ShownPhone } from './phones';

export function listText(phones: readonly ListedPhone[]): string {
  if (phones.length === 0) return 'None.';
  const rows = phones.map(({ extension, model, mac, line, dial, name }) => [
    extension,
    model ?? '–',
    `${mac ?? '–'}${(line ?? 1) > 1 ? ` line ${line}` : ''}`,
    dial ?? '–',
    name,
  ]);
  return table([['extension', 'model', 'MAC', 'dial', 'name'], ...rows]);
}

export function showText(phone: ShownPhone): string {
  const rows = [
    ['model', phone.modelName],
    ['MAC', phone.mac ?? '–'],
    ['line', String(phone.line)],
    ['shown as', phone.displayName],
    ['user', phone.username],
    ['server', phone.domain],
    ['outbound proxy', phone.outboundProxy],
    ['transport', phone.transport.toUpperCase() + (phone.secureMedia ? ', calls encrypted' : '')],
    ['handset', phone.dial === 'hotline' ? 'dials # at once' : 'gives a dial tone'],
    ['emergency', phone.emergency ? 'may call' : 'may not call'],
    ['files', phone.files.map(({ name }) => name).join(', ')],
    ...phone.otherLines.map(({ line, username }) => [`line ${line}`, username]),
  ];
  const notes = [...phone.warnings, ...phone.notes].map((note) => out.yellow(`- ${note}`));
  return [table(rows), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

export function findingsText(findings: readonly PhoneFinding[]): string {
  return findings
    .map(({ extension, environment, severity, message, mend }) => {
      const where = [extension, environment && `in ${environment}`].filter(Boolean).join(' ');
      const what = severity === 'fault' ? out.red(message) : out.yellow(`warning: ${message}`);
      return `${where ? `${where}: ` : ''}${what}\n    mend: ${mend}`;
    })
    .join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
