import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../src/diagnostics/errors';
import { importFutel, type ImportOptions } from '../../../src/import/futel/importFutel';
import { importText } from '../../../src/cli/commands/import/text';
import { readProject } from '../../../src/config/project';
import { rotate } from '../../../src/twilio/secrets/rotate';
import { schemaOf } from '../../cli/faultyDirectory';

const FIXTURES = 'test/fixtures/futel';
const EXAMPLE: ImportOptions = { name: 'Example Phones', sipDomainPrefix: 'direct-example' };

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dialtone-import-'));
  out = path.join(folder, 'directory');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts text, or a fixture, into the folder. */
function put(file: string, text = readFileSync(path.join(FIXTURES, 'extensions.json'))): string {
  const at = path.join(folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
  return at;
}

const run = (from = folder, options: ImportOptions = {}) =>
  importFutel(from, { ...EXAMPLE, out, ...options });

/** The error; and nothing is written. */
function refusal(from = folder, options: ImportOptions = {}): UserError {
  const before = readdirSync(folder, { recursive: true });
  try {
    run(from, options);
  } catch (error) {
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was imported');
}

describe('In somebody else’s checkout', () => {
  const SECRET = 'AUTH_TOKEN=fictional0token';
  it.each([
    ['extensions.json', 'is a link'],
    ['ivrs_main.json', 'is a link'],
    ['operator_numbers.json', 'is a link'],
  ])('a link as %s is not followed', (name, reported) => {
    put('checkout/extensions.json');
    const env = put('.env', SECRET as never);
    rmSync(path.join(folder, 'checkout', name), { force: true });
    symlinkSync(env, path.join(folder, 'checkout', name));
    const { message, fix = '' } = refusal(path.join(folder, 'checkout'));
    expect(message).toContain(reported);
    expect(message + fix).not.toContain('fictional0token');
  });

  it.each(['extensions.json', 'operator_numbers.json'])(
    'a pipe as %s is not waited for',
    (name) => {
      put('checkout/extensions.json');
      rmSync(path.join(folder, 'checkout', name), { force: true });
      execFileSync('mkfifo', [path.join(folder, 'checkout', name)]);
      expect(refusal(path.join(folder, 'checkout')).message).toContain('is not a file');
    },
  );
});

describe('dialtone import futel', () => {
  it('writes a directory that builds, and whose passwords can be rotated', () => {
    put('extensions.json');
    expect(run()).toMatchObject({ folder: out, extensions: 8 });
    expect(readdirSync(folder).sort()).toEqual(['directory', 'extensions.json']);
    expect(statSync(out).mode & 0o777).toBe(0o777 & ~process.umask());
    expect(readProject(out).project?.directory.extensions.size).toBe(8);
    expect(rotate(out, 'cass')).toEqual({ from: 0, to: 1 });
  });

  it('writes the schemas that its files tell editors of', () => {
    put('extensions.json');
    run();
    const files = ['site.yaml', 'extensions.yaml', 'numbers.yaml', 'calling.yaml'];
    expect(files.filter((file) => !existsSync(schemaOf(out, file)))).toEqual([]);
    // Imported again: the same, whatever version wrote the schemas.
    writeFileSync(schemaOf(out, 'site.yaml'), '{}');
    expect(run()).toMatchObject({ folder: out, extensions: 8 });
  });

  it('says what became of each', () => {
    put('extensions.json');
    const { source, ...imported } = run();
    expect(importText({ ...imported, source: path.basename(source), folder: 'directory' }))
      .toMatchInlineSnapshot(`
     "extensions.json → directory/: 8 extensions

       911: from menus the functions dial +1911, as before (\`dial911As: +1911\`); Twilio’s emergency calling stays on (\`emergency: menus\`)
           fix: Press 9-3-3 in the menu of each phone that may call it; see docs/emergency.md.

     What changes for callers
       clinton  could call 911, and no longer may: it shares +15035550130 with \`belmont\`, and the ambulance would go to one of them
           fix: If they are side by side, write \`emergency: true\` and the same \`address\` for each; otherwise give it its own number.
       hall  could call 911, and no longer may: +15035550100 is the house number, which has another address
           fix: Give it its own number, register its address, and write \`emergency: true\`.
       ainsworth, alder-one, alder-two  \`#\` opened the menu \`outgoing_portland\`, and does nothing now
           fix: Import with --hand-off-host, whose host has the menu, or write where it leads.
       cass  \`#\` opened the menu \`outgoing_detroit\`, and does nothing now
           fix: Import with --hand-off-host, whose host has the menu, or write where it leads.
       clinton, belmont  \`#\` at the dial tone opened the menu \`outgoing_safe\`, and does nothing now
           fix: Import with --hand-off-host, whose host has the menu, or write where it leads.
       house  \`#\` opened the menu \`incoming_house\`, and does nothing now
           fix: Import with --hand-off-host, whose host has the menu, or write where it leads.
       211, 311, 411, 511, 611, 711 and 811 are refused: they went to Twilio as +1211 and so on, and the files do not say which of them it connected
           fix: Write those that should work under \`serviceCodes\` in calling.yaml, or give their numbers in --destinations: \`{ "211": "+15035550111" }\`.
       refused now, and dialled before: Guam, American Samoa, the Northern Marianas and the US Virgin Islands, Jamaica’s 658, exchange 976, numbers that belong to no place (5XX, 700), and area codes newer than Dialtone’s numbering data
           fix: Add to \`allow\` in calling.yaml what phones may call.
       a call that is refused, busy, not answered or not possible ends with a sentence: callers heard a busy signal or nothing
           fix: Write \`busy: tone\` under \`defaults\` in site.yaml, and a busy line is a tone again.
       a phone that shows the house number outside is shown to other phones by its name

     Already wrong in the old system
       ainsworth, cass  may call 911, but its username is a word: Twilio rejects 911 dialled on it, as it does today
           fix: Let its device dial \`#\` when lifted, or send 1911, and write \`dial911As: keys\` or \`1911\`; or name it by its number.

     Lost
       only comments say that a phone dials \`#\` when it is lifted: its model is missing
           fix: Write \`phone: { model, mac, dial: hotline }\` for each.

     Changed
       +15035550100 is shown by 4 extensions: it is read as the house number
           fix: A call to it rings none of them, as before. If the house number is another one, import with --house-number.
       house  its menu \`incoming_house\` is for callers from outside: perhaps it is not a phone
           fix: If nothing registers under its name, remove it.

     Kept
       clinton  shares +15035550130 with \`belmont\`: a call to it rings them all
           fix: If it is the house number, import with --house-number.
       belmont  shares +15035550130 with \`clinton\`: a call to it rings them all
           fix: If it is the house number, import with --house-number.
       every phone keeps its password: \`passwordGeneration: 0\`
           fix: For a password that the directory makes, at each phone: \`dialtone rotate <extension>\`.
       addresses registered for 911 stay registered, but the directory has none
           fix: Write the \`address\` of each phone that may call 911.
       credential lists that were made by hand stay in use, also one that several SIP domains share
           fix: A phone on a list that several share keeps its password: \`rotate\` needs a list of one SIP domain.
       every number of a phone is taken to be on the Twilio account
           fix: If another carrier has one, write \`elsewhere: true\` for it in numbers.yaml.

     Read the files, then: ./dialtone check"
    `);
  });

  it('shows nothing that acts on a terminal', () => {
    put('extensions.json', Buffer.from('{ "a\\u001b[2J\\u009b": { "caller_id": "\\u202e" } }'));
    expect(importText(run())).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  });

  it.each([
    'extensions.json',
    'extensions.private.json',
    'assets/extensions.private.json',
    'dialer/assets/extensions.private.json',
    'app-dialplan/chalicelib/assets/extensions.json',
  ])('finds %s', (file) => {
    const at = put(file);
    put('test/extensions.json', Buffer.from('{}'));
    put('node_modules/a/extensions.json', Buffer.from('{}'));
    expect(run().source).toBe(at);
  });

  it('takes the file itself, whatever its name', () => {
    expect(run(put('phones.json')).extensions).toBe(8);
  });

  it('takes the one nearest to the top, and asks which of two that are as near', () => {
    put('app/assets/extensions.json');
    put('app-dialplan/assets/extensions.json');
    expect(refusal().message).toMatch(
      /^There are several: .*app-dialplan\/assets.*, .*app\/assets/,
    );
    put('app/extensions.json');
    expect(run().extensions).toBe(8);
  });

  it('finds nothing where there is nothing', () => {
    expect(refusal().message).toContain('There is no extensions.json in');
    expect(refusal(path.join(folder, 'nowhere')).message).toContain('nowhere');
  });

  it('overwrites nothing', () => {
    put('extensions.json');
    put('directory/site.yaml', Buffer.from('name: Mine'));
    expect(refusal()).toMatchObject({ fix: 'Name another folder with --out.' });
    expect(readFileSync(path.join(out, 'site.yaml'), 'utf8')).toBe('name: Mine');
    expect(refusal(folder, { out: put('file', Buffer.from('')) }).message).toContain('not empty');
  });

  it('fills an empty folder, also behind a link', () => {
    put('extensions.json');
    mkdirSync(path.join(folder, 'real'));
    symlinkSync('real', out);
    run();
    expect(readdirSync(path.join(folder, 'real'))).toEqual([
      '.schema',
      'calling.yaml',
      'extensions.yaml',
      'numbers.yaml',
      'site.yaml',
    ]);
  });

  it('makes the folders above', () => {
    put('extensions.json');
    run(folder, { out: path.join(out, 'a', 'b') });
    expect(existsSync(path.join(out, 'a', 'b', 'site.yaml'))).toBe(true);
  });

  it.each([
    ['no JSON', '{ "a": ', 'JSON'],
    ['a list', '[]', 'instead of extensions by name'],
    ['nothing', '', 'JSON'],
  ])('refuses %s', (_, text, message) => {
    put('extensions.json', Buffer.from(text));
    expect(refusal().message).toContain(message);
  });

  it('tells of a key that is there twice, of which JSON forgets the first', () => {
    put(
      'extensions.json',
      Buffer.from(`\uFEFF{
        "a": { "caller_id": "+15035550123" },
        "a": { "caller_id": "+15035550124" },
        "b": { "caller_id": "+15035550125", "caller_id": "+15035550126" }
      }`),
    );
    const [first, second] = run().report;
    expect(first).toMatchObject({
      extension: 'a',
      severity: 'wrong',
      text: '`a` is listed twice, again on line 3: the last one is used',
    });
    expect(second).toMatchObject({
      extension: 'b',
      text: '`caller_id` is listed twice, again on line 4: the last one is used',
    });
  });

  it('refuses options that cannot be', () => {
    put('extensions.json');
    expect(refusal(folder, { handOffHost: 'sip:pbx' })).toMatchObject({
      message: expect.stringContaining('`sip:pbx` is not a host name') as string,
      fix: 'Fix the options; nothing was written.',
    });
  });

  it('leaves what it reads as it was', () => {
    cpSync(FIXTURES, path.join(folder, 'futel'), { recursive: true });
    const at = path.join(folder, 'futel', 'extensions.private.json');
    const before = readFileSync(at);
    run(at);
    expect(readFileSync(at).equals(before)).toBe(true);
  });
});
