/** The field's words: what has a name among telephone and TypeScript people has no other one here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Words that are part of no name (of a variable, a type, a key, a file), and what to write. */
const PARTS: Readonly<Record<string, string>> = {
  blind: 'without store',
  circle: 'cycle',
  door: 'webhook handler',
  fault: 'error',
  finding: 'diagnostic',
  mend: 'fix',
  office: 'client',
  pointing: 'voice URL check',
  remark: 'note',
  stranger: 'unknown device, other holder',
  tally: 'rate limiter, count',
  tell: 'report, add error',
  told: 'reported, notified',
  understand: 'validate',
  wanted: 'desired, requested',
};

/** Words that are no name by themselves in src. */
const WHOLE: Readonly<Record<string, string>> = {
  arm: 'open',
  callbook: 'operator calls',
  carryout: 'run effects',
  leads: 'reachable menus',
  means: 'context',
  perform: 'run',
  place: 'location, position',
  polycomgather: 'compress',
  reconcile: 'plan and apply',
  served: 'deployed',
  shipping: 'deployable project',
  silence: 'no input',
  spare: 'fallback store',
  standing: 'setup',
  stock: 'vendor files',
  walk: 'simulate keys',
  way: 'path, route, history',
  within: 'with timeout',
};

/** The same in sentences: comments, output, pages. */
const SENTENCES: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/SIP Domain/, 'SIP domain'],
  [/\btall(y|ies)\b/i, 'count'],
  [/\b(every|the|webhook) doors?\b(?! (phone|opens?|locks?))/i, 'webhook'],
  [/\b(is|are|was|were|been|errors|and|,) told\b(?! (to|apart|from|otherwise))/i, 'reported'],
  [/\bat fault\b|\bfaults? of (a|the) directory\b/i, 'wrong, an error'],
];

/** Where a word is right all the same. */
const EXCEPTIONS: readonly (readonly [name: RegExp, file: RegExp, why: string])[] = [
  [/fault/i, /^(tools|test)\//, 'a fault that a test injects'],
  [/faulty/i, /./, 'English for what has an error'],
  [/office/i, /^test\//, 'an office is where a phone of an example stands'],
  [/^strangers$/i, /./, 'a key of site.yaml'],
  [/^way$/, /^src\/runtime\/(model\/callbacks|calls\/menus)/, 'a parameter of /menu'],
  [/^tell$/, /(runtime\/(calls|effects)|^test\/runtime)\//, 'a field of documents in Sync'],
  [
    /^silence$/,
    /^src\/simulate\/menus\//,
    'a line in the drawing of menus, and its class in the SVG',
  ],
  [/^walk$/, /^src\/config\/templates\//, 'walking a tree'],
];

interface Use {
  readonly file: string;
  readonly text: string;
}

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => /^(src|tools|test)\/.*\.[jt]s$/.test(file) && file !== 'test/words.test.ts');
const pages = execFileSync('git', ['ls-files', '-z', '--', '*.md'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && !file.startsWith('CHANGELOG'));

/** The words of a name: `tellStrangers` and `TELL_STRANGERS` are `tell` and `strangers`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** What to write instead; undefined for a good name. */
function insteadOf({ file, text }: Use): string | undefined {
  if (EXCEPTIONS.some(([name, where]) => name.test(text) && where.test(file))) return undefined;
  const singular = (word: string) => word.replace(/ies$/, 'y').replace(/s$/, '');
  const part = wordsOf(text)
    .map(singular)
    .find((word) => Object.hasOwn(PARTS, word));
  if (part !== undefined) return PARTS[part];
  const whole = text.toLowerCase();
  return file.startsWith('src/') ? (WHOLE[whole] ?? WHOLE[singular(whole)]) : undefined;
}

/** Its names, keys of JSON among them, and its comments and strings; nothing where no word in it can be wrong. */
function read(file: string): { readonly names: Set<string>; readonly sentences: string[] } {
  const text = readFileSync(file, 'utf8');
  const names = new Set<string>();
  const sentences: string[] = [];
  const tokens = new Set(text.match(/[A-Za-z]\w*/g));
  const mayBeWrong =
    [...tokens].some((token) => insteadOf({ file, text: token }) !== undefined) ||
    SENTENCES.some(([word]) => word.test(text));
  if (!mayBeWrong) return { names, sentences };
  sentences.push(...(text.match(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g) ?? []));
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      // A key such as 'tally' is no sentence.
      const sentence = node.getText();
      if (sentence.includes(' ')) sentences.push(sentence);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { names, sentences };
}

/** Lines of a page, without the table of CONTRIBUTING.md that quotes what is not to be written. */
function withoutQuotes(page: string): string[] {
  return page.replace(/^\| not +\| but [^]*?(\n\n|(?![^]))/m, '').split('\n');
}

const sources = files.map((file) => ({ file, ...read(file) }));

it('names nothing by a word of its own that has one in the field', () => {
  const uses = sources.flatMap(({ file, names }) => {
    const base = file.replace(/^.*\//, '').replace(/\..*$/, '');
    return [...names, base].map((text) => ({ file, text }));
  });
  const wrong = uses.flatMap((use) => {
    const instead = insteadOf(use);
    return instead === undefined ? [] : [`${use.file}: ${use.text} → ${instead}`];
  });
  expect(wrong).toEqual([]);
});

it('says nothing by such a word', () => {
  const spoken = [
    ...sources.filter(({ file }) => !file.startsWith('test/')),
    ...pages.map((file) => ({ file, sentences: withoutQuotes(readFileSync(file, 'utf8')) })),
  ].flatMap(({ file, sentences }) => sentences.map((text) => ({ file, text })));
  const wrong = spoken.flatMap(({ file, text }) =>
    SENTENCES.filter(([word]) => word.test(text)).map(([, right]) => `${file}: ${text} → ${right}`),
  );
  expect(wrong).toEqual([]);
});
