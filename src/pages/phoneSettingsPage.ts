/** The page of what each phone is set to, made from the table that a test holds the files against. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

interface Row {
  readonly section: string;
  readonly seed: string;
  readonly models: string;
  readonly when: string;
  readonly file: string;
  readonly parameter: string;
  readonly value: string;
  readonly note: string;
}

const DEVIATION = /^deviation: /;

export function phoneSettingsPage(table: string): string {
  const rows: Row[] = parse(readFileSync(table, 'utf8'), { columns: true });
  const sections = [...new Set(rows.map(({ section }) => section))];
  return `# What each phone is set to

The notes for setting up these phones by hand, line by line: the parameter in the device's own file, and
the value that \`dialtone phones config\` writes. \`{extension}\`, \`{password}\` and the rest stand for
values from the directory. A test compares this table with the files.

## Where we differ from the notes

${deviations(rows)}

${sections.map((section) => `## ${section}\n\n${sectionTable(rows, section)}`).join('\n\n')}

The table is \`test/phones/seed.csv\`; \`npm run generate\` makes this page.
`;
}

function deviations(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ note }) => DEVIATION.test(note))
    .map(({ seed, note }) => `- ${code(seed)}: ${text(note.replace(DEVIATION, ''))}.`);
  return [...new Set(lines)].join('\n');
}

function sectionTable(rows: readonly Row[], section: string): string {
  const lines = rows
    .filter((row) => row.section === section)
    .map(({ seed, models, when, file, parameter, value, note }) => {
      const set = parameter === '' ? '–' : value === '' ? 'empty' : code(value);
      const cells = [
        code(seed),
        models.split(' ').join('<br>'),
        parameter === '' ? '–' : code(parameter),
        set,
        code(file),
        [when && code(when), text(note.replace(DEVIATION, ''))].filter(Boolean).join('; '),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return [
    '| note | model | parameter | value | file | when, and why |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function code(value: string): string {
  return value === '' ? '' : `\`${value.replace(/`/g, "'").replace(/\|/g, '\\|')}\``;
}

/** Words, in which a star or an angle would be Markdown. */
function text(value: string): string {
  return value.replace(/[*<>|]/g, '\\$&');
}
