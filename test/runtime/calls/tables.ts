/** Tables that a telephone person can read and extend; see the notes in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Rows of `tables/<name>.csv`, by column. Lines that begin with `#` are headings. */
export function readTable<Column extends string>(name: string): Record<Column, string>[] {
  return parse(readFileSync(join(__dirname, 'tables', `${name}.csv`)), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
    skip_empty_lines: true,
  });
}

/** `a=1; b=2` → `{ a: '1', b: '2' }`. */
export function readExtra(extra: string): Record<string, string | undefined> {
  return Object.fromEntries(
    extra
      .split('; ')
      .filter(Boolean)
      .map((each): [string, string] => {
        const at = each.indexOf('=');
        return [each.slice(0, at), each.slice(at + 1)];
      }),
  );
}

/** A URI as it stands, a dialled string or a username as Twilio would send it; `-` is none at all. */
export function readUri(
  cell: string,
  toUri: (user: string) => string = (user) => user,
): string | undefined {
  if (cell === '-') return undefined;
  return /^(sips?:|tel:|["<]|\w+ <|$)/i.test(cell) ? cell : toUri(cell);
}
