/** What every command prints. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { FORMS } from './webhooks/callers';
import { dialtone } from './commands';
import { MODELS_FOLDER } from './phones';
import { EXAMPLE, importArguments, TOWN } from './sites';
import { inParallel, NOON, put } from './work';

const AT = ['--at', NOON];
const NIGHT = ['--at', '2026-11-18T10:30:00Z'];

/** Command lines on the example; each is recorded with and without `--json` where it has that. */
const WITH_JSON: readonly (readonly string[])[] = [
  ['check', '-d', EXAMPLE],
  ['check', '-d', TOWN],
  ['menus', 'check', '-d', EXAMPLE],
  ['menus', 'check', '-d', TOWN],
  ['sounds', 'check', '-d', EXAMPLE],
  ['phones', 'list', '-d', EXAMPLE],
  ['phones', 'check', '-d', EXAMPLE],
  ['phones', 'check', '-d', MODELS_FOLDER],
  ...['+15035550123', 'clinton', 'operator-desk', 'hall', 'nobody'].map((one) => [
    ...['phones', 'show', one, '-d', EXAMPLE, '-e', 'prod'],
  ]),
  ['explain', '-d', EXAMPLE, '--file', 'examples/payphones/test-plan.csv', ...AT],
  ['explain', '-d', EXAMPLE, '--from', 'clinton', '--to', '911', ...AT],
  ['explain', '-d', EXAMPLE, '--from', '101', '--to', '5035550199', ...NIGHT],
  ['explain', '-d', EXAMPLE, '--incoming', '--from', '+15035550199', '--to', '+15035550140', ...AT],
  ['explain', '-d', EXAMPLE, '--from', '+15035550124', '--to', '0', ...AT],
  ['explain', '-d', EXAMPLE, '--from', '+15035550124', '--keys', '2,3,2', ...AT],
  ['explain', '-d', EXAMPLE, '--from', 'hall', '--keys', '5,*,2,wait,911', ...AT],
  ['explain', '-d', EXAMPLE, '--from', 'demo', '--keys', '1,5035550188', '-e', 'stage', ...AT],
];

const PLAIN: readonly (readonly string[])[] = [
  [],
  ['nonsense'],
  ['explain'],
  ['explain', '--from', 'clinton', '--to', '911', '--at', 'noon'],
  ['check', '-d', 'nowhere'],
  ['build', '-d', 'examples/payphones'],
  ['test-plan', '-d', EXAMPLE, ...AT],
  ['test-plan', '-d', TOWN, ...NIGHT],
  ['menus', 'draw', '-d', EXAMPLE],
  ['menus', 'draw', '-d', EXAMPLE, '--language', 'es'],
  ['explain', '-d', EXAMPLE, '--from', '+15035550124', '--keys', '4,5', '--twiml', ...NIGHT],
  ['phones', 'sheet', 'clinton', '-d', EXAMPLE, '-e', 'prod'],
  ['phones', 'config', 'clinton', '-d', EXAMPLE, '-e', 'prod', '--pipe'],
  ['phones', 'config', 'hall', '-d', EXAMPLE, '-e', 'prod', '--pipe'],
  ['password', 'clinton', '-d', EXAMPLE, '-e', 'prod', '--pipe'],
  ['plan', '-d', EXAMPLE, '-e', 'prod'],
  ['doctor', '-d', EXAMPLE, '-e', 'prod'],
  ['numbers', 'search', '-e', 'prod'],
];

export async function recordCommands(out: string): Promise<number> {
  const plan = path.join('.e2e', 'recorder', 'calls.csv');
  put(plan, everyCall());
  const again = path.join('.e2e', 'recorder', 'sites', 'again');
  const lines = [
    ...WITH_JSON.flatMap((args) => [args, [...args, '--json']]),
    ...PLAIN,
    ['explain', '-d', EXAMPLE, '--file', plan, ...AT, '--json'],
  ];
  await inParallel(lines, 1, (args) => say(out, args));
  for (const more of [[], ['--json']]) {
    rmSync(again, { recursive: true, force: true });
    await say(out, [...importArguments(again), ...more]);
  }
  return lines.length + 2 + (await recordHelp(out));
}

/** Every extension of the example dials every kind of number: one process explains them all. */
function everyCall(): string {
  const phones = [
    '+15035550123',
    '+15035550124',
    'clinton',
    'detroit',
    '101',
    'operator-desk',
    'hall',
  ];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = phones.flatMap((from) =>
    FORMS.filter((to) => to !== '').map((to) => `outgoing,${from},${quoted(to)},prod,${NOON},?,`),
  );
  return ['direction,from,to,environment,at,expect,note', ...rows, ''].join('\n');
}

/** Found from what the help of the whole lists. */
async function recordHelp(out: string): Promise<number> {
  let asked = 0;
  let commands: string[][] = [[]];
  while (commands.length > 0) {
    asked += commands.length;
    const found = await inParallel(commands, 1, async (command) => {
      const { stdout } = await say(out, [...command, '--help']);
      // Commands stand behind the options, in groups; options begin with a dash, examples with a dollar.
      if (!stdout.includes('[command]')) return [];
      const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name ?? '');
      return names.map((name) => [...command, name]);
    });
    commands = found.flat();
  }
  return asked;
}

async function say(out: string, args: readonly string[]): Promise<{ stdout: string }> {
  const { code, stdout, stderr } = await dialtone(args);
  const name = args.join(' ').replace(/[^A-Za-z0-9.+ -]+/g, '_') || 'nothing';
  const short = name.length > 170 ? `${name.slice(0, 120)}…${name.slice(-40)}` : name;
  const text = `$ dialtone ${args.join(' ')}\nexit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`;
  put(path.join(out, 'commands', `${short}.txt`), text);
  return { stdout };
}
