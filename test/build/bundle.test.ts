/** What is deployed, by the bundler's own list: src/functions and src/runtime, all of it and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { bundling } from '../../src/build/build';

const { inputs, outputs } = buildSync({ ...bundling('dist/functions'), metafile: true }).metafile;
const bundled = new Set(Object.keys(inputs));
const runtime = readdirSync('src/runtime', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.posix.join('src/runtime', file));

/** Our own files that a file imports, types included: the bundler leaves those out. */
function imports(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
    .flatMap((name) => [`${name}.ts`, `${name}/index.ts`].filter((each) => runtime.includes(each)));
}

/** Whether nothing of a file is left when its types are taken away. */
function isTypesAlone(file: string): boolean {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      removeComments: true,
    },
  });
  return outputText.replace('export {};', '').trim() === '';
}

it('holds every function', () => {
  expect(
    readdirSync('src/functions').filter((file) => !bundled.has(`src/functions/${file}`)),
  ).toEqual([]);
});

it('holds nothing but src/functions and src/runtime', () => {
  expect([...bundled].filter((file) => !/^src\/(functions|runtime)\//.test(file))).toEqual([]);
});

it('holds all of src/runtime, but for types that it uses', () => {
  const used = new Set([...bundled].flatMap(imports));
  const useless = runtime.filter(
    (file) => !bundled.has(file) && !(isTypesAlone(file) && used.has(file)),
  );
  expect(useless).toEqual([]);
});

// package.json says that no module does anything when it is only imported ("sideEffects": false).
it('takes from a module only what the function uses', () => {
  const credUtil = outputs['dist/functions/cred-util.private.js']?.inputs ?? {};
  const kept = Object.keys(credUtil).filter((file) => (credUtil[file]?.bytesInOutput ?? 0) > 0);
  expect(kept).toContain('src/runtime/webhook/credentialLists.ts');
  expect(kept.filter((file) => file.includes('/sentences/'))).toEqual([]);
});
