import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'Take `now` from the account scope or core/clock.' },
  { object: 'Math', property: 'random', message: 'Take identifiers from core/ids.' },
];
const timersAndChance = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'States are settled, not scheduled.',
}));

export default tseslint.config(
  { ignores: ['dist', 'src/generated', 'src/client/openapi.ts', 'coverage', 'openapi'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/core/**', 'src/main.ts'],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-globals': ['error', ...timersAndChance],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take `now` from the account scope or core/clock.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:crypto', importNames: ['randomUUID'], message: 'Use core/ids.' }] },
      ],
    },
  },
  {
    files: ['src/**/routes.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'IfStatement', message: 'A route decides nothing: put the condition in a service or a rule.' },
        { selector: 'SwitchStatement', message: 'A route decides nothing: put the choice in a service or a rule.' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly' } },
  },
  {
    files: ['test/consumers/*/*.js'],
    languageOptions: { globals: Object.fromEntries(['globalThis', 'test', 'expect', 'beforeEach', 'afterEach'].map((name) => [name, 'readonly'])) },
  },
  {
    files: ['test/consumers/*-commonjs/*.js'],
    languageOptions: { sourceType: 'commonjs' },
  },
);
