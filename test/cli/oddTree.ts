/** A copy of the example with one thing in it that is no file of it: what git, a mistake or an attacker can put there. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Stand in no output, in no build. */
export const KEY = 'K'.repeat(20) + '7'.repeat(23);
export const TOKEN = 'f00d'.repeat(8);

/** The project's folder: keys and env files beside the directory. */
export class OddTree {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'dialtone-odd-'));
  readonly directory = path.join(this.folder, 'directory');

  constructor() {
    cpSync('examples/payphones', this.directory, { recursive: true });
    for (const name of ['sounds/en', 'twiml', 'menus', 'applied']) {
      mkdirSync(path.join(this.directory, name), { recursive: true });
    }
    mkdirSync(path.join(this.folder, '.keys'));
    writeFileSync(path.join(this.folder, '.keys/prod.key'), `${KEY}\n`, { mode: 0o600 });
    writeFileSync(path.join(this.folder, '.env.prod'), `AUTH_TOKEN=${TOKEN}\n`);
    mkdirSync(path.join(this.folder, 'elsewhere'));
    const text = `${KEY}: ${TOKEN}\n`;
    for (const name of ['main.yaml', 'x.mp3', 'x.xml', 'prod.json']) {
      writeFileSync(path.join(this.folder, 'elsewhere', name), text);
    }
  }

  write(name: string, content: string | Buffer, mode?: number): void {
    this.gone(name);
    writeFileSync(path.join(this.directory, name), content);
    if (mode !== undefined) chmodSync(path.join(this.directory, name), mode);
  }

  /** @param to from the project's folder, or absolute. */
  link(name: string, to: string): void {
    this.gone(name);
    symlinkSync(path.resolve(this.folder, to), path.join(this.directory, name));
  }

  pipe(name: string): void {
    this.gone(name);
    execFileSync('mkfifo', [path.join(this.directory, name)]);
  }

  /** Stays where it is when nobody listens any more. */
  async socket(name: string): Promise<() => void> {
    this.gone(name);
    const server = createServer();
    await new Promise<void>((resolve) =>
      server.listen(path.join(this.directory, name), () => resolve()),
    );
    return () => server.close();
  }

  folderAt(name: string): void {
    this.gone(name);
    mkdirSync(path.join(this.directory, name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private gone(name: string): void {
    rmSync(path.join(this.directory, name), { recursive: true, force: true });
  }
}

/** What is put there, where it is reported, and what the report says. */
export type Oddity = readonly [
  what: string,
  make: (tree: OddTree) => void,
  file: string,
  reported: string,
];

const LINK = 'is a link';
const KEY_LINK = '.keys/prod.key';
const ENV_LINK = '.env.prod';
const SOUND = 'sounds/en/welcome.mp3';

export const ODDITIES: readonly Oddity[] = [
  ['a sound that leads to the key', (tree) => tree.link(SOUND, KEY_LINK), SOUND, LINK],
  ['a sound that leads to .env', (tree) => tree.link(SOUND, ENV_LINK), SOUND, LINK],
  ['a sound that leads to nothing', (tree) => tree.link(SOUND, 'nothing'), SOUND, LINK],
  ['a sound that leads to itself', (tree) => tree.link(SOUND, `directory/${SOUND}`), SOUND, LINK],
  ['a sound that leads to a device', (tree) => tree.link(SOUND, '/dev/zero'), SOUND, LINK],
  [
    'notes that lead to the key',
    (tree) => tree.link('sounds/notes.txt', KEY_LINK),
    'sounds/notes.txt',
    LINK,
  ],
  [
    'a copy of the key as a sound',
    (tree) => tree.write(SOUND, `${KEY}\n`),
    SOUND,
    'is not a sound',
  ],
  [
    'a copy of .env as a sound',
    (tree) => tree.write('sounds/a.wav', `AUTH_TOKEN=${TOKEN}\n`),
    'sounds/a.wav',
    'is not a sound',
  ],
  [
    'a folder of sounds elsewhere',
    (tree) => tree.link('sounds/en', 'elsewhere'),
    'sounds/en',
    LINK,
  ],
  ['all sounds elsewhere', (tree) => tree.link('sounds', 'elsewhere'), 'sounds', LINK],
  ['menus elsewhere', (tree) => tree.link('menus', 'elsewhere'), 'menus', LINK],
  ['TwiML elsewhere', (tree) => tree.link('twiml', 'elsewhere'), 'twiml', LINK],
  [
    'TwiML that leads to the key',
    (tree) => tree.link('twiml/x.xml', KEY_LINK),
    'twiml/x.xml',
    LINK,
  ],
  [
    'a copy of .env as TwiML',
    (tree) => tree.write('twiml/x.xml', `AUTH_TOKEN=${TOKEN}\n`),
    'twiml/x.xml',
    'not well-formed',
  ],
  [
    'YAML that leads to the key',
    (tree) => tree.link('calling.yaml', KEY_LINK),
    'calling.yaml',
    LINK,
  ],
  ['YAML that leads to .env', (tree) => tree.link('site.yaml', ENV_LINK), 'site.yaml', LINK],
  [
    'a menu that leads to .env',
    (tree) => tree.link('menus/x.yaml', ENV_LINK),
    'menus/x.yaml',
    LINK,
  ],
  ['what was applied elsewhere', (tree) => tree.link('applied', 'elsewhere'), 'applied', LINK],
  [
    'an audit that is written elsewhere',
    (tree) => tree.link('audit.jsonl', 'elsewhere/x'),
    'audit.jsonl',
    LINK,
  ],
  ['a pipe as YAML', (tree) => tree.pipe('numbers.yaml'), 'numbers.yaml', 'is not a file'],
  ['a pipe as a menu', (tree) => tree.pipe('menus/x.yaml'), 'menus/x.yaml', 'is not a file'],
  ['a pipe as a sound', (tree) => tree.pipe(SOUND), SOUND, 'is not a file'],
  ['a pipe as TwiML', (tree) => tree.pipe('twiml/x.xml'), 'twiml/x.xml', 'is not a file'],
  ['YAML that never ends', (tree) => tree.link('numbers.yaml', '/dev/zero'), 'numbers.yaml', LINK],
  ['a folder as YAML', (tree) => tree.folderAt('site.yaml'), 'site.yaml', 'is a folder'],
  ['a file as the menus', (tree) => tree.write('menus', KEY), 'menus', 'is not a folder'],
  [
    'YAML in Latin-1',
    (tree) => tree.write('calling.yaml', Buffer.from('# caf\xe9\n', 'latin1')),
    'calling.yaml',
    'is not UTF-8',
  ],
  [
    'TwiML in Latin-1',
    (tree) => tree.write('twiml/x.xml', Buffer.from('<Response/><!-- \xe9 -->', 'latin1')),
    'twiml/x.xml',
    'is not UTF-8',
  ],
  [
    'YAML with an escape sequence',
    (tree) => tree.write('calling.yaml', '# \x1b]0;owned\x07\n'),
    'calling.yaml',
    'contains a control character on line 1',
  ],
  [
    'YAML that writes one',
    (tree) => tree.write('calling.yaml', 'block: ["\\e[2J"]\n'),
    'calling.yaml',
    'contains a control character',
  ],
  [
    'YAML of more than 5 MB',
    (tree) => tree.write('calling.yaml', `# ${'x'.repeat(5_000_000)}`),
    'calling.yaml',
    'is larger than 5 MB',
  ],
];
