/** Builds the entry of the package, for ES modules and for CommonJS, each with its types. All else is compiled by tsc. */
import path from 'node:path';
import { build } from 'tsdown';

await build({
  config: false,
  cwd: path.resolve(import.meta.dirname, '..'),
  entry: ['src/index.ts'],
  outDir: 'dist/package',
  format: ['esm', 'cjs'],
  target: 'node20.19',
  dts: true,
  // The default export of openapi-fetch for CommonJS is not what a bundle expects of one.
  deps: { alwaysBundle: ['openapi-fetch', 'eventsource-parser/stream'] },
  logLevel: 'error',
});
