import fc from 'fast-check';
import type { FileName } from '../../src/config';
import { runs } from '../support/runs';
import { compileFiles, diagnosticsOf, type Files, SITE } from './support';

const FILES: readonly FileName[] = [
  ...(['site.yaml', 'extensions.yaml', 'numbers.yaml', 'calling.yaml'] as const),
  ...(['operators.yaml', 'menus/main.yaml'] as const),
];

/** Text that is YAML, or nearly so, of words that mean something here. */
const words = fc.constantFrom(
  ...['toString', 'constructor', 'menu', 'keys', 'next', 'intro', 'say', 'play', 'do', 'only'],
  ...['name', 'ring', 'classes', 'environments', 'prod', 'defaults', 'rewrite', 'from', 'hash'],
  ...[
    'block',
    'voices',
    'phone',
    '+15035550123',
    '911',
    'true',
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    '-',
  ],
  ...['\n', '\n  ', ',', '&a', '*a', '<<', '!!int', '|', '>', '"', "'", '#', '?', '---', '\t', '%'],
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(words).map((list) => list.join(' ')),
);

const leaf = fc.oneof(fc.string(), fc.constantFrom('911', '+15035550123', 'en', 'local', ''));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(words, fc.string()), tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('Whatever an operator writes', () => {
  it('never makes the compiler throw: any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), text, (file, written) => {
        expect(Array.isArray(compileFiles({ [file]: written }).diagnostics)).toBe(true);
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('never makes the compiler throw: any values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), tree, (file, written) => {
        const { directory, diagnostics } = compileFiles({ [file]: JSON.stringify(written) });
        expect(directory === undefined).toBe(diagnostics.some((each) => each.severity === 'error'));
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('never makes the compiler throw: any value in a right place', () => {
    const places: readonly ((value: string) => Files)[] = [
      (v) => ({ 'extensions.yaml': `{ ${v}: { name: A } }` }),
      (v) => ({ 'extensions.yaml': `a: { name: ${v}, number: ${v}, class: ${v}, edge: ${v} }` }),
      (v) => ({
        'extensions.yaml': `a: { name: A, hash: { dial: ${v} }, zero: { ring: [${v}] } }`,
      }),
      (v) => ({ 'numbers.yaml': `{ ${v}: { ring: [${v}], otherwise: ${v} } }` }),
      (v) => ({
        'calling.yaml': `classes: { ${v}: { extends: ${v}, allow: [${v}], noLimit: [${v}] } }`,
      }),
      (v) => ({
        'menus/main.yaml': `{ ${v}: { intro: { say: ${v}, play: ${v} }, next: { menu: ${v} } } }`,
      }),
      (v) => ({
        'menus/main.yaml': `main: { keys: { ${v}: { say: { en: ${v} }, do: ${v} } }, rounds: ${v} }`,
      }),
      (v) => ({ 'operators.yaml': `volunteers: { ${v}: { call: ${v}, languages: [${v}] } }` }),
      (v) => ({ 'calling.yaml': `serviceCodes: { ${v}: ${v} }\nblock: [${v}]` }),
      (v) => ({ 'calling.yaml': `rewrite: [{ from: ${v}, to: ${v}, note: ${v} }]` }),
      (v) => ({ 'site.yaml': SITE.replace('+15035550100', v).replace('America/Los_Angeles', v) }),
    ];
    const value = fc
      .oneof(fc.string({ unit: 'grapheme' }), words)
      .map((each) => JSON.stringify(each));
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, v) => {
        expect(typeof diagnosticsOf(place(v))).toBe('string');
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('is not read beyond 5 MB', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `# ${'x'.repeat(5_000_000)}` })).toContain(
      'larger than 5 MB',
    );
  });

  it('is looked for under the right name', () => {
    expect(diagnosticsOf({ ['extension.yaml' as FileName]: 'a: { name: A }' })).toContain(
      'Did you mean `extensions.yaml`?',
    );
  });
});
