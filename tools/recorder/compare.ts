/** What differs between two recordings. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SHOWN = 12;
const LONGEST_DIFF = 4_000;

interface Difference {
  readonly kind: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Prints a summary; whether they are the same. */
export function compare(before: string, after: string): boolean {
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const missing = readdirSync(one).filter((part) => !existsSync(path.join(other, part)));
    if (missing.length > 0)
      console.log(`Not in ${other}, and so not compared: ${missing.join(', ')}`);
  }
  const inBoth = (file: string) =>
    [before, after].every((folder) => existsSync(path.join(folder, file.split(path.sep)[0] ?? '')));
  const differences = [...new Set([...filesOf(before), ...filesOf(after)])]
    .filter(inBoth)
    .sort()
    .flatMap((file) => differencesIn(file, read(before, file), read(after, file)));
  if (differences.length === 0) {
    console.log('Nothing differs.');
    return true;
  }
  const counts = new Map<string, number>();
  for (const { kind } of differences) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  console.log(`${differences.length} differences:`);
  for (const [kind, many] of [...counts].sort())
    console.log(`${String(many).padStart(7)}  ${kind}`);
  // Of every kind some, for the first kind may have hundreds.
  const each = Math.max(1, Math.floor(SHOWN / counts.size));
  for (const kind of [...counts.keys()].sort()) {
    for (const one of differences.filter((all) => all.kind === kind).slice(0, each)) {
      console.log(`\n=== ${one.kind}: ${one.what}\n${unified(one)}`);
    }
  }
  return false;
}

function differencesIn(file: string, before = '', after = ''): Difference[] {
  if (before === after) return [];
  const [kind = ''] = file.split('/');
  if (!file.endsWith('.jsonl')) return [{ kind, what: file, before, after }];
  const [old, now] = [recordsOf(before), recordsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was = '', is = ''] = [old.get(id), now.get(id)];
    const scene = id.split('/')[0] ?? '';
    const name = `${file.replace('.jsonl', '')} ${scene}`;
    return was === is ? [] : [{ kind: name, what: id, before: shown(was), after: shown(is) }];
  });
}

function recordsOf(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [(JSON.parse(line) as { id: string }).id, line]));
}

/** An element and a log line a line. */
function shown(line: string): string {
  if (line === '') return '';
  const { answer, ...record } = JSON.parse(line) as { answer: { body: string } };
  const body = answer.body.replaceAll('><', '>\n<');
  return `${JSON.stringify({ ...record, answer: { ...answer, body: undefined } }, null, 1)}\n${body}\n`;
}

function unified({ before, after }: Difference): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'recorder-'));
  try {
    for (const [name, text] of Object.entries({ before, after })) {
      writeFileSync(path.join(folder, name), text);
    }
    const { stdout } = spawnSync('diff', ['-u', 'before', 'after'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout.split('\n').slice(2).join('\n').slice(0, LONGEST_DIFF);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
}

function read(folder: string, file: string): string | undefined {
  const at = path.join(folder, file);
  // Sounds are bytes, each of which is a character so.
  return existsSync(at) ? readFileSync(at, at.endsWith('.wav') ? 'latin1' : 'utf8') : undefined;
}
