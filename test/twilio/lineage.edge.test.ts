/** Whether a checkout descends from what is live, in real repositories. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  dialtonePart,
  directoryPart,
  lineageOf,
  lineageSchema,
  type Made,
  madeOf,
  whyNotNewer,
} from '../../src/twilio/deploy/lineage';
import { newerStops, noteMade } from '../../src/twilio/deploy/newer';
import { commit, git } from '../../tools/rehearse/repository';

describe('a checkout', () => {
  let root: string;
  let ours: string;
  let first: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'lineage-'));
    ours = path.join(root, 'ours');
    mkdirSync(ours);
    write('site.yaml', 'one');
    first = commit(ours);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, text: string, folder = ours) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const clone = (name = 'theirs', ...options: string[]) => {
    git(root, 'clone', '-q', ...options, `file://${ours}`, name);
    return path.join(root, name);
  };
  const made = (folder = ours): Made => madeOf(directoryPart(folder))!;
  const why = (live: Made | null, folder = ours, seen?: ReadonlySet<string>) =>
    whyNotNewer(live, directoryPart(folder), seen);

  it('with the commit that is live, or later ones, goes on', () => {
    const live = made();
    expect(live).toEqual({ commit: first });
    expect(why(live)).toBeUndefined();
    write('site.yaml', 'two');
    expect(why(live)).toBeUndefined();
    commit(ours);
    expect(why(live)).toBeUndefined();
  });

  it('that is older is refused, as is one that has gone another way', () => {
    const theirs = clone();
    write('site.yaml', 'two');
    commit(ours);
    const live = made();
    expect(why(live, theirs)).toContain('is not in this repository. Fetch first');
    git(theirs, 'fetch', '-q');
    expect(why(live, theirs)).toContain('the directory here is older than commit');
    write('site.yaml', 'three', theirs);
    commit(theirs);
    expect(why(live, theirs)).toContain('the directory here does not have commit');
    git(theirs, 'reset', '-q', '--hard', 'origin/main');
    expect(why(live, theirs)).toBeUndefined();
  });

  it('whose history was rewritten is refused', () => {
    write('site.yaml', 'two');
    commit(ours);
    const live = made();
    git(ours, 'commit', '-q', '--amend', '-m', 'Another');
    expect(why(live)).toContain('does not have commit');
  });

  it('without git cannot tell, nor where what is live was made without', () => {
    const live = made();
    rmSync(path.join(ours, '.git'), { recursive: true });
    expect(why(live)).toContain('cannot tell');
    expect(madeOf(directoryPart(ours))).toBeUndefined();
    commit(ours);
    expect(why(null)).toContain(
      'cannot tell whether the directory here is newer: what is live was made without git',
    );
  });

  it('in a shallow clone cannot tell', () => {
    const theirs = clone('shallow', '--depth', '1');
    const live = made();
    for (const text of ['two', 'three']) {
      write('site.yaml', text);
      commit(ours);
    }
    git(theirs, 'fetch', '-q', '--depth', '1', 'origin', 'main');
    git(theirs, 'reset', '-q', '--hard', 'FETCH_HEAD');
    expect(why(live, theirs)).toContain(
      'cannot tell whether the directory here is newer: this clone is shallow',
    );
    git(theirs, 'fetch', '-q', '--unshallow');
    expect(why(live, theirs)).toBeUndefined();
  });

  it('knows changes that were live without a commit, when they are here or were committed since', () => {
    const theirs = clone();
    write('site.yaml', 'changed');
    const live = made();
    expect(live.changed).toMatch(/^[0-9a-f]{16}$/);
    expect(why(live)).toBeUndefined();
    expect(why(live, theirs)).toContain('had changes to');
    commit(ours);
    write('site.yaml', 'later');
    commit(ours);
    expect(why(live)).toBeUndefined();
    git(theirs, 'pull', '-q');
    expect(why(live, theirs)).toBeUndefined();
  });

  it('that was live with changes itself may change on', () => {
    write('site.yaml', 'changed');
    const live = made();
    write('site.yaml', 'changed again');
    expect(why(live)).toContain('cannot tell');
    expect(why(live, ours, new Set([live.changed!]))).toBeUndefined();
  });

  it('remembers what it was live with in its applied file', () => {
    write('site.yaml', 'changed');
    const here = { environment: 'stage', folder: ours } as const;
    const live = { directory: made(), dialtone: madeOf(dialtonePart()) ?? null };
    noteMade(live, here);
    write('site.yaml', 'changed again');
    const about = newerStops(live, here).filter(({ message }) => message.includes('the directory'));
    expect(about).toEqual([]);
  });

  it('is not changed by what apply and deploy write, but by a new file', () => {
    write('audit.jsonl', '{}');
    write('applied/stage.json', '{}');
    expect(made()).toEqual({ commit: first });
    write('calling.yaml', 'new');
    expect(made().changed).toBeDefined();
    rmSync(path.join(ours, 'calling.yaml'));
    rmSync(path.join(ours, 'site.yaml'));
    write('extensions.yaml', 'instead');
    expect(made().changed).toBeDefined();
  });

  it('tells the directory from Dialtone where both lie in one repository', () => {
    write('package.json', '{}');
    write('src/index.ts', '');
    write('directory/site.yaml', 'one');
    const head = commit(ours);
    write('directory/site.yaml', 'two');
    const lineage = lineageOf(path.join(ours, 'directory'), ours);
    expect(lineage.dialtone).toEqual({ commit: head });
    expect(lineage.directory?.changed).toBeDefined();
    expect(lineageSchema.parse(JSON.parse(JSON.stringify(lineage)))).toEqual(lineage);
  });

  it('takes a directory that git ignores for one without git', () => {
    write('.gitignore', 'directory/');
    write('directory/site.yaml', 'one');
    commit(ours);
    expect(madeOf(directoryPart(path.join(ours, 'directory')))).toBeUndefined();
    expect(madeOf(dialtonePart(ours))).toBeUndefined();
  });

  it('asks git about no commit that is none', () => {
    const page = { directory: { commit: '--upload-pack=evil' }, dialtone: null };
    expect(lineageSchema.safeParse(page).success).toBe(false);
  });
});
