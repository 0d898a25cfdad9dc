/** docs/menus.md leads from nothing to a menu that is heard, taken by its word. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readKeys } from '../../src/simulate/keys';
import { readProject } from '../../src/config/project';
import { summaryOf } from '../../src/simulate/summary';
import { simulateKeys } from '../../src/simulate/simulateKeys';

const page = readFileSync('docs/menus.md', 'utf8');

/** Those that begin with the name of their file: its path below `directory/`, and what it holds. */
const files = [...page.matchAll(/^( *)```yaml\n\1(# directory\/(\S+\.yaml)[^]*?)^\1```$/gm)].map(
  ([, indent = '', text = '', name = '']) =>
    [name, text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')] as const,
);

const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('From nothing to hearing it', () => {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const site = readFileSync('examples/payphones/site.yaml', 'utf8');
  write('site.yaml', site.replace(/^ *zero:.*\n/m, ''));
  for (const [name, text] of files) write(name, text);
  const { project, diagnostics } = readProject(folder);

  it('has its three files read', () => {
    expect(files.map(([name]) => name)).toEqual([
      'menus/phones.yaml',
      'extensions.yaml',
      'numbers.yaml',
    ]);
    expect(site).toMatch(/^ *zero:/m);
  });

  it('builds, without a warning', () => expect(diagnostics).toEqual([]));

  it('is heard with the keys that it names', () => {
    if (!project) throw new Error('does not build');
    const [, from = '', keys = ''] = /explain --from (\S+) --keys '([^']+)'/.exec(page) ?? [];
    const question = {
      direction: 'outgoing',
      from,
      to: '#',
      environment: 'prod',
      at: new Date(),
    } as const;
    const { steps, unheard } = simulateKeys(question, readKeys(keys), project);
    expect([from, unheard]).toEqual(['clinton', []]);
    expect(steps.map(({ decision }) => summaryOf(decision))).toEqual(
      expect.arrayContaining(['menu main', 'menu story']),
    );
  });
});
