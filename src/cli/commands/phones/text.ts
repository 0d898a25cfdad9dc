/** Phones as a terminal shows them. */
import type { EnvironmentName } from '../../../runtime/model/directory';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { printable } from '../../../diagnostics/printable';
import { formatDiagnostic, summaryOf } from '../../../diagnostics/text';
import { PLAIN, severityPaint } from '../../terminal/colours';
import { type ShownLogin, SOFTPHONES_PAGE } from './login';
import type { ListedPhone, ShownPhone } from './phones';

export function listText(phones: readonly ListedPhone[]): string {
  if (phones.length === 0) return 'None.';
  const rows = phones.map(({ extension, short, model, mac, line, dial, name }) => [
    short === undefined ? extension : `${extension} (${short})`,
    model ?? '–',
    `${mac ?? '–'}${(line ?? 1) > 1 ? ` line ${line}` : ''}`,
    dial ?? '–',
    name,
  ]);
  return table([['extension', 'model', 'MAC', 'dial', 'name'], ...rows]);
}

export function showText(phone: ShownPhone, out = PLAIN): string {
  const rows = [
    ['model', phone.modelName],
    ['MAC', phone.mac ?? '–'],
    ['line', String(phone.line)],
    ['shown as', phone.shownAs],
    ...(phone.short === undefined ? [] : [['short name', phone.short]]),
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

/** For an app, or a phone that is not among ours. */
export function loginText(login: ShownLogin, environment: EnvironmentName, out = PLAIN): string {
  const { unknownModel, username, port, transport } = login;
  const rows = [
    ['model', unknownModel === undefined ? 'any' : `${unknownModel}, which Dialtone does not know`],
    ['shown as', login.displayName],
    ...(login.short === undefined ? [] : [['short name', login.short]]),
    ['user', username],
    ['authentication', login.authenticationName],
    ['password', `./dialtone password ${username} --environment ${environment}`],
    ['server', login.domain],
    ['outbound proxy', `${login.outboundProxy}:${port}`],
    ['transport', `${transport.toUpperCase()}, with sip: addresses, not sips:`],
    ['registers for', `${login.registerSeconds} seconds`],
    ['sound', `${login.codec}; ${login.media}; keys by ${login.dtmf}`],
    ['emergency', login.emergency ? 'may call' : 'may not call'],
  ];
  return `${table(rows)}\n\n${out.yellow(`Type these: ${SOFTPHONES_PAGE}. It has no file or sheet.`)}`;
}

export function diagnosticsText(diagnostics: readonly Diagnostic[], out = PLAIN): string {
  if (diagnostics.length === 0) return 'Nothing is wrong.';
  const lines = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, severityPaint(out)));
  return [...lines, `${summaryOf(diagnostics)}.`].join('\n');
}

function table(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map(printable));
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
