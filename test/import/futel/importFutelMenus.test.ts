import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../src/diagnostics/errors';
import { importFutel, type ImportOptions } from '../../../src/import/futel/importFutel';
import { importText } from '../../../src/cli/commands/import/text';
import { readProject } from '../../../src/config/project';
import { futelTown } from '../../fixtures/futelTown';

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dialtone-import-'));
  out = path.join(folder, 'directory');
  const { extensions, ivrs, operatorNumbers, destinations } = futelTown();
  const files = {
    ...ivrs,
    'extensions.json': extensions,
    'operator_numbers.json': operatorNumbers,
  };
  for (const [name, json] of Object.entries(files)) put(`assets/${name}`, json);
  put('destinations.json', destinations);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, json: unknown): string {
  const at = path.join(folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, typeof json === 'string' ? json : JSON.stringify(json, null, 2));
  return at;
}

const run = (options: ImportOptions = {}) =>
  importFutel(folder, {
    out,
    sipDomainPrefix: 'direct-example',
    handOffHost: 'pbx.example.org',
    recordings: 'https://sounds.example.org/',
    incomingMenu: 'incoming_house',
    destinations: path.join(folder, 'destinations.json'),
    ...options,
  });

const contents = () =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [name, readFileSync(path.join(out, name), 'utf8')]);

describe('dialtone import futel, with menus beside', () => {
  it('writes menus, operators and phones that build', () => {
    expect(run().extensions).toBe(51);
    expect(readProject(out).project?.directory.menus.size).toBe(74);
    expect(contents().map(([name]) => name)).toEqual([
      'calling.yaml',
      'extensions.yaml',
      ...['community', 'destinations', 'directory', 'incoming', 'outgoing', 'poems', 'story'].map(
        (name) => `menus/${name}.yaml`,
      ),
      'menus/utilities.yaml',
      'numbers.yaml',
      'operators.yaml',
      'site.yaml',
    ]);
  });

  it('changes nothing when it is run again', () => {
    run();
    const before = contents();
    expect(run().extensions).toBe(51);
    expect(contents()).toEqual(before);
  });

  it('overwrites nothing that was changed since', () => {
    run();
    writeFileSync(path.join(out, 'operators.yaml'), 'volunteers: {}\n');
    expect(() => run()).toThrow('is not empty');
    expect(readFileSync(path.join(out, 'operators.yaml'), 'utf8')).toBe('volunteers: {}\n');
  });

  it('names contexts in its report, and no volunteer’s number', () => {
    const text = importText(run());
    expect(text).toContain('apology  was endless');
    expect(text).not.toMatch(/4155550?17/);
  });

  it('tells of a context that is there twice in one file', () => {
    put('assets/ivrs_zoo.json', '{ "zoo": {}, "zoo": {} }');
    expect(run().report).toContainEqual(
      expect.objectContaining({ extension: null, context: 'zoo', severity: 'wrong' }),
    );
  });

  it.each<[string, () => ImportOptions, string]>([
    [
      'a menu file that is no JSON',
      () => (put('assets/ivrs_zoo.json', '{'), {}),
      'ivrs_zoo.json: ',
    ],
    [
      'a table that is not there',
      () => ({ translations: 'nowhere.json' }),
      'There is no nowhere.json',
    ],
    ['a URL that is none', () => ({ recordings: 'ftp://x' }), 'is not an HTTPS URL'],
  ])('refuses %s', (_, prepare, message) => {
    const options = prepare();
    expect(() => run(options)).toThrow(UserError);
    expect(() => run(options)).toThrow(message);
  });
});
