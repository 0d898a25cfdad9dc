import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { menuReport } from '../../src/simulate/menus/report';
import { open, SITE } from '../config/support';
import { dialtone } from './commandLine';
import { copyOfExample } from './faultyDirectory';

/** The elements' texts; throws where it is not well-formed. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return texts;
}

const DIRECTORY = open({
  'site.yaml': SITE.replace('[en, es]', '[en]'),
  'extensions.yaml': 'clinton: { name: Booth, hash: { menu: main } }',
  'menus/main.yaml': `
main:
  intro: { say: Welcome to the phones. }
  keys: { 1: { say: One., menu: sub }, 2: { ring: [clinton] } }
sub:
  intro: [{ play: /bells }, { play: /bells }]
  next: { do: hangUp }
  only: { emergency: true }
  otherwise: { menu: none }
none: { intro: { say: Not here. }, next: { do: back } }`,
  'sounds/bells.wav': '',
});

describe('A menu report', () => {
  it('counts keys, depth, prompts, and what is fetched before the first key', () => {
    expect(menuReport(DIRECTORY)).toEqual({
      menus: 3,
      keys: 2,
      depth: 1,
      prompts: { recorded: 2, spoken: 3 },
      each: [
        { name: 'main', keys: 2, depth: 0, requests: 1, recordings: { en: 0 } },
        { name: 'sub', keys: 0, depth: 1, requests: 2, recordings: { en: 2 } },
        { name: 'none', keys: 0, depth: 1, requests: 2, recordings: { en: 0 } },
      ],
    });
  });
});

describe('dialtone menus', () => {
  it('check says that the example is right, and what there is in it', async () => {
    const { code, stdout } = await dialtone(['menus', 'check']);
    expect(code).toBe(0);
    expect(stdout).toContain('examples/payphones: 16 menus, 30 keys, at most 2 keys deep');
  });

  it('check tells of errors in menus alone, and that there are others', async () => {
    const copy = copyOfExample();
    copy.edit('menus/phones.yaml', 'menu: services', 'menu: servises');
    copy.edit('calling.yaml', 'allow: [MX]', 'allow: [MEX]');
    const args = ['menus', 'check', '--directory', copy.folder];
    const [text, json] = await Promise.all([dialtone(args), dialtone([...args, '--json'])]);
    copy.remove();

    expect([text.code, json.code]).toEqual([1, 1]);
    expect(text.stdout).toContain('there is no menu `servises`');
    expect(text.stdout).toContain('1 more, not about menus');
    const { diagnostics } = JSON.parse(json.stdout) as {
      diagnostics: { where: { path: string } }[];
    };
    expect(diagnostics.map(({ where }) => where.path)).toContain('main.keys.2.menu');
  });

  it('draw writes a file, in the language asked for', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-'));
    const out = path.join(folder, 'menus.svg');
    const { code, stdout } = await dialtone(['menus', 'draw', '--out', out, '--language', 'es']);
    const texts = textsOf(readFileSync(out, 'utf8'));
    rmSync(folder, { recursive: true });

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Drew 10 phones, 9 numbers and 16 menus in ${out}; any browser shows it.\n`,
    });
    expect(texts.join(' ')).toContain('Gracias por llamar');
  });

  it('draw says where it cannot write', async () => {
    const { code, stderr } = await dialtone(['menus', 'draw', '--out', '/nowhere/menus.svg']);
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere/menus.svg cannot be written');
  });
});
