/** The field's words: what has a name among telephone and TypeScript people has no other one here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Entry {
  /** As it was; `a b` for several. */
  readonly was: string;
  readonly instead: string;
  /** In which files; all where it is missing. */
  readonly where?: RegExp;
  /** The word by itself only: `openPath` is no `path`. */
  readonly whole?: true;
}

const SRC = /^src\//;
const DEPLOYED = /^src\/(runtime|functions)\//;

/** The dictionary: what was written, what to write, and where the word has no other meaning. */
const DICTIONARY: readonly Entry[] = [
  { was: 'door', instead: 'webhook handler' },
  { was: 'means', instead: 'effect context', where: SRC, whole: true },
  { was: 'carryout perform', instead: 'run effects', where: SRC },
  { was: 'office', instead: 'client' },
  { was: 'answered', instead: 'with store timeout', where: DEPLOYED },
  { was: 'within', instead: 'with timeout', where: SRC },
  { was: 'spare', instead: 'fallback store', where: SRC },
  { was: 'permit', instead: 'claim search', where: DEPLOYED },
  { was: 'callbook', instead: 'operator calls', where: SRC },
  { was: 'tally', instead: 'rate limiter, count' },
  { was: 'blind', instead: 'without store' },
  { was: 'note', instead: 'message record', where: /\/(effects|stores|messages)\// },
  { was: 'notice', instead: 'notify message', where: /\/(effects|stores|messages)\// },
  { was: 'told tell', instead: 'notified, reported, add error' },
  { was: 'wanted', instead: 'desired, requested' },
  { was: 'found', instead: 'actual', where: /^src\/twilio\/(\w+\.ts|resources\/)/ },
  { was: 'remark finding', instead: 'manual step, model note, diagnostic' },
  { was: 'mend', instead: 'fix' },
  { was: 'fault', instead: 'error' },
  { was: 'lead', instead: 'target, reachable menus', where: SRC },
  { was: 'reach', instead: 'unreachable menus', where: /^src\/config\// },
  { was: 'circle', instead: 'cycle' },
  { was: 'stranger', instead: 'unexpected file, unknown device, other holder' },
  { was: 'understand', instead: 'validate' },
  { was: 'document', instead: 'menu sequence', where: /^src\/config\/check\// },
  { was: 'moment', instead: 'schedule boundary', where: /^src\/config\/check\// },
  { was: 'silence', instead: 'no input', where: SRC, whole: true },
  { was: 'way', instead: 'path, route, history', where: SRC },
  { was: 'place', instead: 'location, position', where: SRC, whole: true },
  { was: 'heard', instead: 'audio', where: /^(src|tools)\// },
  { was: 'first', instead: 'preamble', where: /^src\/runtime\/twiml\// },
  { was: 'attempt', instead: 'call context', where: SRC },
  { was: 'shipping', instead: 'deployable project' },
  { was: 'served', instead: 'deployed build', where: SRC },
  { was: 'walk', instead: 'simulate keys', where: SRC },
  {
    was: 'path',
    instead: 'enumerated call',
    where: /^src\/(simulate\/enumerate|cli\/commands\/test-plan)/,
  },
  { was: 'reconcile', instead: 'plan and apply' },
  { was: 'failure', instead: 'to user error', where: /^src\/(cli|diagnostics)\// },
  { was: 'settle', instead: 'assign timeouts, decide', where: /^(src|tools)\// },
  { was: 'gather', instead: 'compress', where: /^src\/phones\// },
  { was: 'stock', instead: 'vendor files' },
  { was: 'bench', instead: 'provisioning window', where: SRC },
  { was: 'arm', instead: 'open', where: SRC },
  { was: 'pointing', instead: 'voice URL check' },
  { was: 'standing', instead: 'setup', where: SRC },
];

/** Folders that have another name. */
const FOLDERS = /^(src|test)\/(account|directory|ops|platform)\//;

/** The same in sentences: comments, output, pages. */
const SENTENCES: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/SIP Domain/, 'SIP domain'],
  [/\btall(y|ies)\b/i, 'count'],
  [/\b(every|the|webhook) doors?\b(?! (phone|opens?|locks?))/i, 'webhook'],
  [/\b(is|are|was|were|been|errors|and|,) told\b(?! (to|apart|from|otherwise))/i, 'reported'],
  [/\bnamed by (a word|words)\b/, 'a username that is a word'],
  [/\bthat which\b|\bnone that there (is|are)\b|\bnever stands in\b/, 'plain English'],
  [/\bat fault\b|\bfaults? of (a|the) directory\b/i, 'wrong, an error'],
];

/** Where a word is right all the same. */
const EXCEPTIONS: readonly (readonly [name: RegExp, file: RegExp, why: string])[] = [
  [/fault/i, /^(tools|test)\//, 'a fault that a test injects'],
  [/faulty/i, /./, 'English for what has an error'],
  [/office/i, /^test\//, 'an office is where a phone of an example stands'],
  [/^(Moment|moment|formatMoment|momentAt)$/, /^src\/config\//, 'a day of the week and a minute'],
  [/^document(Bytes|Size)?$/, /^src\/config\/check\//, 'a TwiML document'],
  [/^attempt$/, /^src\/(twilio|cli)\//, 'the n-th attempt of a request that is repeated'],
  [/^failures$/, /^src\/cli\/commands\/apply\//, 'a key of the JSON of apply: changes that failed'],
  [/^notice$/, /effects\/notifyMessage/, 'a key of `operator` in site.yaml'],
  [/^NOT_FOUND$/, /^src\/twilio\//, 'status 404'],
  [/^strangers$/i, /./, 'a key of site.yaml'],
  [/^way$/, /^src\/runtime\/(model\/callbacks|calls\/menus)/, 'a parameter of /menu'],
  [/^tell$/, /(runtime\/(calls|effects)|^test\/runtime)\//, 'a field of documents in Sync'],
  [/^walk$/, /^src\/config\/templates\//, 'walking a tree'],
];

interface Use {
  readonly file: string;
  readonly text: string;
}

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
const files = tracked.filter(
  (file) => /^(src|tools|test)\/.*\.[jt]s$/.test(file) && file !== 'test/words.test.ts',
);
const pages = tracked.filter((file) => file.endsWith('.md') && !file.startsWith('CHANGELOG'));

/** The words of a name, in the singular: `tellStrangers` and `TELL_STRANGERS` are `tell` and `stranger`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map(singular);
}

function singular(word: string): string {
  return word === 'means' ? word : word.replace(/ies$/, 'y').replace(/s$/, '');
}

const entries = DICTIONARY.flatMap((entry) =>
  entry.was.split(' ').map((was) => [was, entry] as const),
);

/** What to write instead; undefined for a good name. */
function insteadOf({ file, text }: Use): string | undefined {
  if (EXCEPTIONS.some(([name, where]) => name.test(text) && where.test(file))) return undefined;
  const words = wordsOf(text);
  const whole = singular(text.toLowerCase());
  return entries.find(
    ([was, entry]) =>
      (entry.whole ? whole === was : words.includes(was) || whole === was) &&
      (entry.where?.test(file) ?? true),
  )?.[1].instead;
}

/** What is between the brackets of `${…}`, with brackets three deep in it. */
const INNER = String.raw`(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*`;
const SUBSTITUTION = new RegExp(String.raw`\$\{(${INNER})\}`, 'g');

/** TypeScript as far as names, comments and strings go: to load its compiler takes longer than all that this test does. */
const TOKENS = new RegExp(
  [
    String.raw`(?<comment>\/\*[^]*?\*\/|\/\/.*)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`(?:\\.|\$\{${INNER}\}|[^\`\\])*\`)`,
    String.raw`(?<regex>(?<=(?:^|[(,=:[!&|?{};>]|return)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)`,
    String.raw`(?<name>[A-Za-z_$][\w$]*)`,
  ].join('|'),
  'gm',
);

interface Words {
  readonly names: Set<string>;
  readonly sentences: string[];
}

/** Its names, keys of JSON among them, and its comments and strings; nothing where no word in it can be wrong. */
function read(file: string): Words {
  const text = readFileSync(file, 'utf8');
  const found: Words = { names: new Set(), sentences: [] };
  const mayBeWrong =
    (text.match(/[A-Za-z]\w*/g) ?? []).some((token) => isWrong(file, token)) ||
    SENTENCES.some(([word]) => word.test(text));
  if (mayBeWrong) scan(text, found);
  return found;
}

function scan(text: string, found: Words): void {
  for (const { groups } of text.matchAll(TOKENS)) {
    const { comment, string, name } = groups as Partial<
      Record<'comment' | 'string' | 'name', string>
    >;
    if (name !== undefined) found.names.add(name);
    if (comment !== undefined) found.sentences.push(comment);
    // A key such as 'tally' is no sentence.
    if (string?.includes(' ')) found.sentences.push(string);
    if (string?.startsWith('`')) {
      for (const [, inner] of string.matchAll(SUBSTITUTION)) scan(inner ?? '', found);
    }
  }
}

/** The same names are in many files. */
const judged = new Map<string, boolean>();

/** Whether a name could be wrong in some file: found quickly, and then looked at. */
function isWrong(file: string, text: string): boolean {
  const known = judged.get(text);
  const wrong = known ?? mayBe(text);
  if (known === undefined) judged.set(text, wrong);
  return wrong && insteadOf({ file, text }) !== undefined;
}

function mayBe(text: string): boolean {
  const words = [...wordsOf(text), singular(text.toLowerCase())];
  return entries.some(([was]) => words.includes(was));
}

/** Lines of a page, without the table of CONTRIBUTING.md that quotes what is not to be written. */
function withoutQuotes(page: string): string[] {
  return page.replace(/^\| not +\| but [^]*?(\n\n|(?![^]))/m, '').split('\n');
}

const sources = files.map((file) => ({ file, ...read(file) }));

it('names nothing by a word of its own that has one in the field', () => {
  const folders = tracked.filter((file) => FOLDERS.test(file));
  const uses = sources.flatMap(({ file, names }) => {
    const base = file.replace(/^.*\//, '').replace(/\..*$/, '');
    return [...names, base].map((text) => ({ file, text }));
  });
  const wrong = uses.flatMap((use) => {
    const instead = insteadOf(use);
    return instead === undefined ? [] : [`${use.file}: ${use.text} → ${instead}`];
  });
  expect([...wrong, ...folders]).toEqual([]);
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
