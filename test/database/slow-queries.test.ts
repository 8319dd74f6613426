import { afterEach, expect, test } from '@jest/globals';
import { connectDatabase, type Database } from '../../src/database/connection.js';

let database: Database | undefined;

afterEach(() => database?.close());

/** What is heard of a query whose value is a secret, with slowness beginning there. */
async function hear(fromMilliseconds: number): Promise<readonly { readonly sql: string; readonly milliseconds: number }[]> {
  const heard: { readonly sql: string; readonly milliseconds: number }[] = [];
  database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '', { slowQueries: { fromMilliseconds, hear: (slow) => heard.push(slow) } });
  await database.prisma.$queryRaw`SELECT ${'a secret'} AS value`;
  return heard;
}

test('a slow query is told with its time and its statement, without its values', async () => {
  const [slow, ...others] = await hear(0);
  expect(others).toEqual([]);
  expect(slow?.sql).toContain('SELECT $1 AS value');
  expect(slow?.milliseconds).toBeGreaterThanOrEqual(0);
  expect(JSON.stringify(slow)).not.toContain('secret');
});

test('a query that is not slow is not told', async () => {
  expect(await hear(600_000)).toEqual([]);
});
