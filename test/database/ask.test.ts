import { afterEach, expect, test } from '@jest/globals';
import { type Ask, askTogether } from '../../src/database/ask.js';
import { connectDatabase, type Database } from '../../src/database/connection.js';
import { Prisma } from '../../src/generated/prisma/client.js';

let database: Database | undefined;

afterEach(() => database?.close());

/** Somebody who asks, and how many statements Postgres has got for it. */
function open(): { readonly ask: Ask; readonly statements: () => number } {
  let statements = 0;
  database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '', { slowQueries: { fromMilliseconds: 0, hear: () => (statements += 1) } });
  return { ask: askTogether(database.prisma), statements: () => statements };
}

test('questions that are asked at the same moment make one statement, and each gets its own answer', async () => {
  const { ask, statements } = open();
  const answers = await Promise.all([
    ask<{ number: number }>(Prisma.sql`SELECT number FROM generate_series(1, ${3}::int) AS number ORDER BY number DESC`),
    ask(Prisma.sql`SELECT 1 WHERE false`),
    ask<{ text: string; nothing: null }>(Prisma.sql`SELECT ${`it's "quoted"`} AS text, NULL AS nothing`),
  ]);
  expect(answers).toEqual([[{ number: 3 }, { number: 2 }, { number: 1 }], [], [{ text: `it's "quoted"`, nothing: null }]]);
  expect(statements()).toBe(1);
});

test('questions of different moments make a statement each', async () => {
  const { ask, statements } = open();
  expect(await ask(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  expect(await ask(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  expect(statements()).toBe(2);
});

test('more questions than one statement takes are all answered', async () => {
  const { ask, statements } = open();
  const numbers = Array.from({ length: 250 }, (_, number) => number);
  expect(await Promise.all(numbers.map((number) => ask(Prisma.sql`SELECT ${number}::int AS number`)))).toEqual(numbers.map((number) => [{ number }]));
  expect(statements()).toBe(3);
});

test('a question that Postgres cannot answer fails those that were asked with it, and none that come later', async () => {
  const { ask } = open();
  const outcomes = await Promise.allSettled([ask(Prisma.sql`SELECT 1 / 0`), ask(Prisma.sql`SELECT 1 AS one`)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});
