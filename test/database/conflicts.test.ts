import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connectDatabase, type Database } from '../../src/database/connection.js';
import { isWriteConflict } from '../../src/domains/accounts/conflicts.js';

let database: Database;

beforeEach(() => {
  database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '');
});
afterEach(() => database.close());

const lock = (key: number) => (transaction: Pick<Database['prisma'], '$executeRaw'>) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(${key}::bigint)`;

/** Two transactions that take two locks crosswise; answers what Postgres refuses one of them with. */
async function deadlock(keys: readonly [number, number]): Promise<unknown> {
  let arrived = 0;
  let bothHaveOne: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (bothHaveOne = resolve));
  const cross = (first: number, second: number) =>
    database.prisma.$transaction(async (transaction) => {
      await lock(first)(transaction);
      arrived += 1;
      if (arrived === 2) bothHaveOne();
      await met;
      await lock(second)(transaction);
    });
  const outcomes = await Promise.allSettled([cross(...keys), cross(keys[1], keys[0])]);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(1);
  return refused[0]?.reason;
}

test('a deadlock of statements that are written by hand may be tried again', async () => {
  const error = await deadlock([811_001, 811_002]);
  expect(error).toMatchObject({ code: 'P2010' });
  expect(isWriteConflict(error)).toBe(true);
});

test('another failure of such a statement may not', async () => {
  const error: unknown = await database.prisma.$executeRaw`SELECT 1 / 0`.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'P2010' });
  expect(isWriteConflict(error)).toBe(false);
});
