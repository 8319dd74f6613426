/**
 * Writes openapi/openapi.json from the routes' schemas; with --check, fails when the committed file differs.
 * No database is touched: the document follows from the code alone.
 */
import '../test/support/typescript.mjs';
import { pino } from 'pino';
import { keepGenerated } from './generated-file.mjs';

const { buildApp } = await import('../src/app.ts');
const { connectDatabase } = await import('../src/database/connection.ts');

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

await keepGenerated(new URL('../openapi/openapi.json', import.meta.url), document, { source: 'the code', command: 'npm run openapi' });
