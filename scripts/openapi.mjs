/**
 * Writes openapi/openapi.json from the routes' schemas; with --check, fails when the committed file differs.
 * No database is touched: the document follows from the code alone.
 */
import '../test/support/typescript.mjs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pino } from 'pino';

const { buildApp } = await import('../src/app.ts');
const { connectDatabase } = await import('../src/database/connection.ts');

const target = new URL('../openapi/openapi.json', import.meta.url);

const database = connectDatabase('postgres://nobody@127.0.0.1:1/none');
const app = await buildApp({
  database,
  clock: { now: () => new Date(0) },
  defaultSpeed: 30,
  auth: 'lenient',
  logger: pino({ level: 'silent' }),
});
const document = `${JSON.stringify(app.swagger(), null, 2)}\n`;
await app.close();
await database.close();

if (process.argv.includes('--check')) {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (committed !== document) {
    console.error('openapi/openapi.json does not match the code. Run `npm run openapi` and commit the file.');
    process.exit(1);
  }
} else {
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, document);
}
