import { expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Statistics } from '../../src/database/statistics.js';

/** After which of so many changes Postgres has a look, where each look does what `look` does. */
function looksOf(changes: number, look: () => Promise<unknown>): { readonly after: readonly number[]; readonly failures: readonly unknown[] } {
  const after: number[] = [];
  const failures: unknown[] = [];
  let change = 0;
  const pool = {
    query: (sql: string) => {
      expect(sql).toBe('ANALYZE');
      after.push(change);
      return look();
    },
  } as unknown as Pool;
  const statistics = new Statistics(pool, (error) => failures.push(error));
  for (change = 1; change <= changes; change += 1) statistics.noteChange();
  return { after, failures };
}

test('Postgres looks at its tables while they fill, ever more seldom', () => {
  expect(looksOf(1_000, () => Promise.resolve()).after).toEqual([50, 100, 200, 400, 800]);
});

test('a look that fails is told of and not tried again before the next is due', async () => {
  const refusal = new Error('permission denied');
  const { after, failures } = looksOf(120, () => Promise.reject(refusal));
  await Promise.resolve();
  await Promise.resolve();
  expect({ after, failures }).toEqual({ after: [50, 100], failures: [refusal, refusal] });
});
