import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', '.serve', 'coverage', 'reports', '.e2e', '.stryker-tmp', 'node_modules'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
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
    // Variables come from whoever runs a command. These are the process's own: what the SDK or a child process reads.
    files: ['src/**/*.ts'],
    ignores: [
      'src/build/childEnvironment.ts',
      'src/cli/{io,terminal/endWithNpm}.ts',
      'src/config/gitEnvironment.ts',
      'src/twilio/client/{login,proxyAgent}.ts',
    ],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
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
