import fc from 'fast-check';
import { raisePasswordGeneration } from '../../src/config/edit';
import { SourceFile } from '../../src/config/read/sourceFile';
import { parseYaml } from '../../src/config/read/yaml';
import { runs } from '../support/runs';

const raised = (text: string, username = 'clinton') => raisePasswordGeneration(text, username).text;

describe('Raising a password generation', () => {
  it('replaces the number and nothing else', () => {
    const text = `clinton:\r\n  passwordGeneration: 9   # stolen twice\r\n  name: Booth\r\n`;
    expect(raisePasswordGeneration(text, 'clinton')).toEqual({
      text: text.replace('9', '10'),
      from: 9,
      to: 10,
    });
  });

  it('takes over a phone whose password was set by hand', () => {
    const { from, to } = raisePasswordGeneration('clinton: { passwordGeneration: 0 }', 'clinton');
    expect([from, to]).toEqual([0, 1]);
  });

  it.each([`'3'`, `"3"`])('leaves the quotes of %s', (three) => {
    const text = `clinton: { name: A, passwordGeneration: ${three} }`;
    expect(raised(text)).toBe(text.replace('3', '4'));
  });

  it('adds a line below the last key, with its comment', () => {
    expect(
      raised(`# phones
clinton: # the booth
    name: Booth # on the corner
    hash:
        handOff: a@pbx.example.org # menu

# the next
belmont: { name: Booth }
`),
    ).toMatchInlineSnapshot(`
     "# phones
     clinton: # the booth
         name: Booth # on the corner
         hash:
             handOff: a@pbx.example.org # menu
         passwordGeneration: 2

     # the next
     belmont: { name: Booth }
     "
    `);
  });

  it('adds it before the brace of a line', () => {
    expect(raised('clinton: { name: Booth } # the booth\n')).toBe(
      'clinton: { name: Booth, passwordGeneration: 2 } # the booth\n',
    );
    expect(raised('clinton: {name: Booth,}')).toBe('clinton: {name: Booth, passwordGeneration: 2}');
  });

  it('adds a line before the brace of several lines', () => {
    expect(
      raised(`clinton: {
  name: Booth,
  hash: { twiml: menu } # its menu
}
`),
    ).toMatchInlineSnapshot(`
     "clinton: {
       name: Booth,
       hash: { twiml: menu }, # its menu
       passwordGeneration: 2
     }
     "
    `);
    expect(raised('clinton: {\r\n  name: Booth, # a\r\n}\r\n')).toBe(
      'clinton: {\r\n  name: Booth, # a\r\n  passwordGeneration: 2,\r\n}\r\n',
    );
  });

  it('adds it where the file ends without a line break', () => {
    expect(raised('clinton:\n  name: Booth')).toBe(
      'clinton:\n  name: Booth\n  passwordGeneration: 2',
    );
  });

  it.each(['+15035550123', `'+15035550123'`, `"+15035550123"`])('finds the entry %s', (key) => {
    const text = `101: { name: A }\n${key}: { name: B }\n`;
    expect(raised(text, '+15035550123')).toBe(text.replace('B', 'B, passwordGeneration: 2'));
    expect(raised(text, '101')).toBe(text.replace('A', 'A, passwordGeneration: 2'));
  });

  it('says which extension was meant', () => {
    expect(() => raised('clinton: { name: A }', 'clintn')).toThrow('did you mean clinton?');
    expect(() => raised('', 'clinton')).toThrow('extensions.yaml has no extension clinton');
    expect(() => raised('clinton: { name: A }', 'toString')).toThrow('has no extension toString');
  });

  it.each([
    ['an anchor', 'a: &a { name: A }\nclinton: *a\n', 'has an error'],
    ['a merge key', 'a: { name: A }\nclinton:\n  <<: { name: A }\n', 'has an error'],
    ['an entry written twice', 'clinton: { name: A }\nclinton: { name: B }\n', 'has an error'],
    ['what is no YAML', 'clinton: { name: A\n', 'has an error'],
    ['an entry without keys', 'clinton: {}\n', 'by hand'],
    ['an entry that is text', 'clinton: Booth\n', 'by hand'],
    ['a generation that is none', 'clinton: { passwordGeneration: hunter2 }\n', 'by hand'],
    ['an empty generation', 'clinton:\n  passwordGeneration:\n  name: A\n', 'by hand'],
    ['a generation in code', 'clinton: { passwordGeneration: "\\x33" }\n', 'by hand'],
    ['a generation as a block', 'clinton:\n  passwordGeneration: |2-\n    3\n', 'by hand'],
    ['a first key on the line of the entry', '? clinton\n: name: A\n', 'by hand'],
    ['the last generation', 'clinton: { passwordGeneration: 9999 }\n', 'the highest'],
  ])('leaves %s to a person', (_, text, message) => {
    expect(() => raised(text)).toThrow(message);
  });

  it('never shows what stands where a generation should', () => {
    expect(() => raised('clinton: { passwordGeneration: hunter2 }')).not.toThrow('hunter2');
  });
});

const USERNAMES = ['clinton', '+15035550123', '101', 'a.b', 'street-roots', '0x10', 'no'];
const quoted = (text: string) => fc.constantFrom(text, `'${text}'`, `"${text}"`);
const blank = fc.constantFrom('', ' ', '  # note: { a, b }', ' # passwordGeneration: 7');
const flowValue = fc.constantFrom(
  ...['Booth', "'a # b, }'", '"a\\n}"', '[dev, prod]', '{ ring: [a, b] }', '{a: b,}', "''"],
);
const generation = fc.integer({ min: 0, max: 9998 }).chain((n) => quoted(String(n)));

interface Key {
  readonly key: string;
  readonly flow: string;
  readonly block: string;
  readonly after: string;
}

/** A block value stands on lines of its own, below the key. */
const blockValue = (indent: string) =>
  fc
    .constantFrom(
      '|\n__ text\n__ # no comment\n',
      '>-\n__ folded\n\n__ text',
      '\n__ - dev\n__ # stage\n__ - prod',
      '\n__ twiml: menu # which\n__ ring: [a,\n__   b]',
      '"over\n__ two lines"',
      'plain\n__ over two lines',
    )
    .map((text) => text.replaceAll('__', indent));

const keyOf = (key: string): fc.Arbitrary<Key> =>
  fc.record({
    key: quoted(key),
    flow: key === 'passwordGeneration' ? generation : flowValue,
    block: key === 'passwordGeneration' ? generation : fc.oneof(flowValue, blockValue('      ')),
    after: blank,
  });

const entry = fc
  .uniqueArray(fc.constantFrom('name', 'number', 'hash', 'zero', 'passwordGeneration'), {
    minLength: 1,
  })
  .chain((names) =>
    fc.record({
      keys: fc.tuple(...names.map(keyOf)),
      form: fc.constantFrom('block', 'flow', 'flow over lines'),
      indent: fc.constantFrom('  ', '    '),
      comma: fc.constantFrom('', ',', ' ,'),
      after: blank,
    }),
  )
  .map(({ keys, form, indent, comma, after }) => {
    const last = keys.length - 1;
    if (form === 'flow') {
      return `: { ${keys.map(({ key, flow }) => `${key}: ${flow}`).join(', ')}${comma}}${after}\n`;
    }
    if (form === 'flow over lines') {
      const lines = keys.map(
        (each, i) => `${indent}${each.key}: ${each.flow}${i < last ? ',' : comma}${each.after}`,
      );
      return `: {${after}\n${lines.join('\n')}\n  }\n`;
    }
    const lines = keys.map(({ key, block, after: note }) => {
      const end = /\n$/.test(block) ? '' : /\n/.test(block) ? '\n' : `${note}\n`;
      return `${indent}${key}: ${block}${end}`;
    });
    return `:${after}\n${lines.join('')}`;
  });

const file = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...USERNAMES), { minLength: 1, maxLength: 4 }),
    entries: fc.array(entry, { minLength: 4, maxLength: 4 }),
    quotes: fc.array(fc.constantFrom('', "'", '"'), { minLength: 4, maxLength: 4 }),
    between: fc.constantFrom('', '\n', '# a comment\n', '\n  # another\n\n'),
    newline: fc.constantFrom('\n', '\r\n'),
    end: fc.boolean(),
    which: fc.nat(),
  })
  .map(({ names, entries, quotes, between, newline, end, which }) => {
    const parts = names.map((name, i) => `${quotes[i]}${name}${quotes[i]}${entries[i]}`);
    const text = `# phones\n${parts.join(between)}${end ? between : ''}`;
    return {
      text: (end ? text : text.replace(/\n$/, '')).replaceAll('\n', newline),
      username: names[which % names.length] ?? '',
    };
  });

function read(text: string): Record<string, Record<string, unknown>> {
  const { tree, diagnostics } = parseYaml('extensions.yaml', text);
  expect(diagnostics).toEqual([]);
  const { value } = new SourceFile('extensions.yaml', tree, true);
  return value as Record<string, Record<string, unknown>>;
}

/** What is left of `text` when the characters of `original` are taken out in order. */
function beside(text: string, original: string): string {
  let at = 0;
  let rest = '';
  for (const character of text) {
    if (character === original[at]) at++;
    else rest += character;
  }
  expect(at).toBe(original.length);
  return rest;
}

describe('Any directory', () => {
  it('differs in the one key that was raised, and in no other byte', () => {
    fc.assert(
      fc.property(file, ({ text, username }) => {
        const before = read(text);
        const { text: after, from, to } = raisePasswordGeneration(text, username);
        const generations = before[username]?.passwordGeneration;
        expect([from, to]).toEqual([Number(generations ?? 1), Number(generations ?? 1) + 1]);
        expect(read(after)).toEqual({
          ...before,
          [username]: { ...before[username], passwordGeneration: String(to) },
        });
        if (generations === undefined) {
          // The key, the white space before it, and a comma.
          const own = beside(after, text).replace(/[\s,]/g, '').length;
          expect(own).toBe('passwordGeneration:2'.length);
          expect(after.replace(/\r\n/g, '').includes('\r')).toBe(false);
        } else {
          const at = [...text].findIndex((character, i) => character !== after[i]);
          expect(after.slice(0, at)).toBe(text.slice(0, at));
          const tail = text.slice(at).replace(/^\d+/, '');
          expect(after.endsWith(tail)).toBe(true);
        }
      }),
      { numRuns: runs(150, 500) },
    );
  });
});
