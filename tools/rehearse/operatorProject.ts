/** The project as an operator has it: a copy in a temporary folder, with a directory of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { commit } from './repository';

/** What a deployment and the command line read. */
const PARTS = [
  'package.json',
  'tsconfig.json',
  '.twilioserverlessrc',
  '.env.example',
  'src',
  'examples/payphones',
  'schema',
];

export interface Ended {
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly output: string;
}

export class OperatorProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'rehearse-'));

  constructor(private readonly env: Readonly<Record<string, string>>) {
    for (const part of PARTS) cpSync(part, this.path(part), { recursive: true });
    symlinkSync(path.resolve('node_modules'), this.path('node_modules'));
    commit(this.folder, ...PARTS);
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  /** The example made one's own: another name, other SIP domains. */
  copyExample(): void {
    cpSync(this.path('examples/payphones'), this.path('directory'), { recursive: true });
    this.edit('directory/site.yaml', (text) =>
      text
        .replace('name: Example Phones', 'name: Rehearsal Phones')
        .replaceAll('direct-example-', 'direct-rehearsal-'),
    );
  }

  edit(file: string, change: (text: string) => string): void {
    this.write(file, change(this.read(file)));
  }

  /** `dialtone …` as a process of its own, in this folder. */
  async dialtone(
    args: readonly string[],
    input?: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    const child = spawn(process.execPath, ['--import', tsx, 'src/cli/main.ts', ...args], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, COLUMNS: '100', ...this.env, ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.end(input ?? '');
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
