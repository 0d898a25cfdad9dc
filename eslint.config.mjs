import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which rooms of src/ each room may import from; see ARCHITECTURE.md. */
const mayImport = {
  functions: ['platform', 'calls'],
  platform: ['twiml', 'calls', 'numbers'], // and what opens the compiled directory
  twiml: ['calls', 'numbers', 'directory'],
  calls: ['numbers'], // and directory/types.ts, directory/defaults.ts
  directory: ['numbers'],
  numbers: [],
  account: ['platform', 'numbers', 'directory'], // of the platform, what a domain name tells
  phones: ['account', 'calls', 'numbers', 'directory'],
  sounds: [],
  ops: ['phones', 'sounds', 'account', 'platform', 'twiml', 'calls', 'numbers', 'directory'],
};
const rooms = Object.keys(mayImport);
const zones = Object.entries(mayImport).flatMap(([room, allowed]) =>
  rooms
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => ({
      target: `./src/${room}`,
      from: `./src/${other}`,
      ...(room === 'calls' && other === 'directory' && { except: ['./defaults.ts', './types.ts'] }),
      // The rest of the directory's code, and its libraries, stay out of the functions.
      ...(room === 'platform' &&
        other === 'directory' && { except: ['./compiled.ts', './open.ts', './types.ts'] }),
      message: `${room}/ may not import from ${other}/ (ARCHITECTURE.md)`,
    })),
);

export default defineConfig(
  { ignores: ['dist', '.serve', 'coverage', 'reports', '.e2e', '.stryker-tmp', 'node_modules'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.js'] } },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    // What should happen to a call imports neither Twilio nor Node.
    files: ['src/runtime/calls/**/*.ts', 'src/runtime/numbers/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|google-libphonenumber$)', message: 'calls/ is pure' }] },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'Twilio',
        'Runtime',
        'fetch',
        'console',
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', process: 'readonly' },
    },
  },
  prettier,
);
